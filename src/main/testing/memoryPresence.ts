import type { Attention, Presence } from '@main/ports'

/** A desk at which a test decides who is there. */
export interface MemoryPresence extends Presence {
  /** What `read` answers; change it. */
  now: { attention: Attention, onBattery: boolean }
  /** Somebody comes back. */
  comeBack: () => void
  /** Seconds since somebody touched it; change it. */
  idle: number
  /** The computer is locked, or goes to sleep. */
  goAway: () => void
}

/** Somebody sits there and works. */
export function memoryPresence(): MemoryPresence {
  const now: MemoryPresence['now'] = { attention: 'active', onBattery: false }
  const listeners = new Set<() => void>()
  const leavers = new Set<() => void>()
  const presence: MemoryPresence = {
    idle: 0,
    idleSeconds: () => presence.idle,
    onAway: (run) => { leavers.add(run) },
    goAway() { for (const run of leavers) run() },
    now,
    read: () => ({ ...now }),
    onReturn: (run) => { listeners.add(run) },
    comeBack() { for (const run of listeners) run() },
  }
  return presence
}
