import { inLanes } from '@main/directory/inLanes'
import type { Clock } from '@main/ports'
import type { Slots } from '@main/slots/slots'

/** Clinics that nobody looks at are asked for no more often. */
const DUE_MS = 600_000
/** Fewer than for the board, which never waits for it. */
const LANES = 2
/** After so many failures one after the other the server is left in peace for a while. */
const MOST_FAILURES = 3
const PEACE_MS = 60_000

interface Dependencies {
  slots: Pick<Slots, 'update' | 'isFresh' | 'isWhole'>
  clock: Clock
  /** A clinic's slots have come, or could not be had. */
  onUpdate: () => void
}

/** Fetches all clinics' slots in the background, one pass at a time. */
export interface ClinicsUpdate {
  /** Begins a pass over the clinics that are due, unless one is under way: those of which nothing is known first. */
  begin: (clinicIds: readonly number[]) => void
  /** Whether it is this clinic's turn, or soon will be. */
  isWaiting: (clinicId: number) => boolean
  /** Forgets everything, for another session; a pass under way ends. */
  reset: () => void
}

interface Pass { waiting: Set<number>, failures: number }

/** See `ClinicsUpdate`. */
export function clinicsUpdate({ slots, clock, onUpdate }: Dependencies): ClinicsUpdate {
  let tried = new Map<number, number>()
  let pass: Pass | null = null
  let peaceUntil = -Infinity

  const isDue = (clinicId: number) => clock() - (tried.get(clinicId) ?? -Infinity) >= DUE_MS

  async function fetch(own: Pass, clinicId: number) {
    if (own !== pass || own.failures >= MOST_FAILURES) return
    await slots.update([clinicId])
    if (own !== pass) return
    own.failures = slots.isFresh(clinicId) ? 0 : own.failures + 1
    own.waiting.delete(clinicId)
    tried.set(clinicId, clock())
    onUpdate()
  }

  async function run(own: Pass) {
    await inLanes(LANES, [...own.waiting], (clinicId) => fetch(own, clinicId))
    if (own !== pass) return
    if (own.failures >= MOST_FAILURES) peaceUntil = clock() + PEACE_MS
    pass = null
    onUpdate()
  }

  return {
    begin(clinicIds) {
      if (pass || clock() < peaceUntil) return
      const due = clinicIds.filter(isDue)
      if (due.length === 0) return
      const unknownFirst = [...due.filter((id) => !slots.isWhole(id)), ...due.filter((id) => slots.isWhole(id))]
      pass = { waiting: new Set(unknownFirst), failures: 0 }
      void run(pass)
    },
    isWaiting: (clinicId) => pass?.waiting.has(clinicId) ?? false,
    reset() {
      pass = null
      tried = new Map()
      peaceUntil = -Infinity
    },
  }
}
