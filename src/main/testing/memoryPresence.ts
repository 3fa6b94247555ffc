import type { Attention, Presence } from '@main/ports'

/** A desk at which a test decides who is there. */
export interface MemoryPresence extends Presence {
  /** What `read` answers; change it. */
  now: { attention: Attention, onBattery: boolean }
  /** Somebody comes back. */
  comeBack: () => void
}

/** Somebody sits there and works. */
export function memoryPresence(): MemoryPresence {
  const now: MemoryPresence['now'] = { attention: 'active', onBattery: false }
  const listeners = new Set<() => void>()
  return {
    now,
    read: () => ({ ...now }),
    onReturn: (run) => { listeners.add(run) },
    comeBack() { for (const run of listeners) run() },
  }
}
