import type { Directory } from '@main/directory/directory'
import type { Clock } from '@main/ports'
import type { Slots } from '@main/slots/slots'
import { emptySlotTable, slotsOn } from '@main/slots/slotTable'
import type { Clinic, Directory as KnownClinics } from '@shared/domain/clinic'
import type { SlotForm } from '@shared/domain/slot'
import { numberOfDay, wallClock } from '@shared/domain/time'
import { expandCopy } from '@shared/planner/expandCopy'
import { expandPlan, type Expanded, type SlotColumns } from '@shared/planner/expandPlan'
import type { Copy, Plan, PlanSource } from '@shared/planner/plan'
import { planClinics } from '@shared/planner/planTargets'
import type { PlanNote, Preview } from '@shared/planner/preview'
import { doubtSteps } from './doubtsOf'
import type { Holidays } from './holidays'
import type { Rows } from './spans'

interface Dependencies {
  slots: Pick<Slots, 'update' | 'table' | 'isFresh'>
  directory: Pick<Directory, 'read'>
  holidays: Pick<Holidays, 'read'>
  /** Slots that wait to be created or are under way. */
  pending: () => Promise<readonly SlotForm[]>
  clock: Clock
  /** IANA zone of the clinics' clock. */
  zone: () => string
  /** Lets the process do what else waits. */
  breathe: () => Promise<void>
}

/** The exact slots of a plan, before anything is sent. */
export interface Planner {
  /** Fetches slots that are older than a minute first, of the plan's clinics and of the other clinics of their doctors. */
  preview: (source: PlanSource) => Promise<Preview>
}

/** See `Planner`. */
export function planner({ slots, directory, holidays, pending, clock, zone, breathe }: Dependencies): Planner {
  async function ofPlan(plan: Plan, clinics: readonly Clinic[]): Promise<Expanded> {
    const { clinicIds, notes } = planClinics(plan.targets, clinics)
    const expanded = expandPlan(plan, clinicIds, await holidays.read())
    return { ...expanded, notes: [...notes, ...expanded.notes] }
  }

  async function ofCopy(copy: Copy, clinics: readonly Clinic[]): Promise<Expanded> {
    const from = planClinics(copy.clinicIds.map((id) => ({ kind: 'clinic', id })), clinics)
    const into = copy.into && planClinics(copy.into.map((id) => ({ kind: 'clinic', id })), clinics)
    await slots.update(from.clinicIds)
    const known = { ...copy, clinicIds: from.clinicIds, into: into && into.clinicIds }
    const { slots: copies, notes } = expandCopy(known, (id, day) => slotsOn(slots.table(id) ?? emptySlotTable, day))
    const unread = from.clinicIds.filter((id) => !slots.isFresh(id))
    return { slots: copies, notes: [...from.notes, ...into?.notes ?? [], ...notes, ...unreadNote(unread)] }
  }

  async function doubtsOf(planned: SlotColumns, clinics: readonly Clinic[]): Promise<Uint8Array<ArrayBuffer>> {
    const waiting = rowsByClinic(await pending())
    const none = { days: [], starts: [], ends: [] }
    const now = wallClock(clock(), zone())
    const steps = doubtSteps({ planned, clinics, table: slots.table, pending: (id) => waiting.get(id) ?? none, now })
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value
      await breathe()
    }
  }

  const expanded = (source: PlanSource, clinics: readonly Clinic[]) =>
    source.kind === 'pattern' ? ofPlan(source.plan, clinics) : ofCopy(source.copy, clinics)

  return {
    async preview(source) {
      const known = directory.read()
      const { slots: planned, notes } = await expanded(source, known.clinics)
      const { clinicIds, days, starts, ends } = planned
      const columns = { clinicIds, days, starts, ends }
      if (days.length === 0) return { ...columns, doubts: new Uint8Array(0), notes }
      const asked = withDoctorsOthers(new Set(clinicIds), known.clinics)
      await slots.update(asked)
      const found = await doubtsOf(planned, known.clinics)
      const unread = asked.filter((id) => !slots.isFresh(id))
      return { ...columns, doubts: found, notes: merged([...notes, ...doctorsNote(known), ...unreadNote(unread)]) }
    },
  }
}

/** These clinics, and the other clinics of their doctors. */
function withDoctorsOthers(clinicIds: ReadonlySet<number>, clinics: readonly Clinic[]): number[] {
  const doctors = new Set(clinics.filter(({ id }) => clinicIds.has(id)).flatMap((clinic) => clinic.doctors.map(({ id }) => id)))
  const others = clinics.filter((clinic) => clinic.doctors.some(({ id }) => doctors.has(id))).map(({ id }) => id)
  return [...new Set([...clinicIds, ...others])]
}

function rowsByClinic(forms: readonly SlotForm[]): Map<number, Rows> {
  const rows = new Map<number, { days: number[], starts: number[], ends: number[] }>()
  for (const { clinicId, date, start, end } of forms) {
    const own = rows.get(clinicId) ?? { days: [], starts: [], ends: [] }
    rows.set(clinicId, own)
    own.days.push(numberOfDay(date))
    own.starts.push(start)
    own.ends.push(end)
  }
  return rows
}

const unreadNote = (clinicIds: number[]): PlanNote[] => clinicIds.length > 0 ? [{ kind: 'unread', clinicIds }] : []

const doctorsNote = ({ stamp, failures }: KnownClinics): PlanNote[] =>
  stamp.fetchedAt === null || stamp.loading || failures.length > 0 ? [{ kind: 'doctorsUnread' }] : []

/** Clinics that could not be read are named once. */
function merged(notes: PlanNote[]): PlanNote[] {
  const unread = notes.flatMap((note) => note.kind === 'unread' ? note.clinicIds : [])
  return [...notes.filter(({ kind }) => kind !== 'unread'), ...unreadNote([...new Set(unread)])]
}
