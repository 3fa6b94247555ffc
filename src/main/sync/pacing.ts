import type { Presence } from '@main/ports'
import type { AppError } from '@shared/errors'
import { rhythmOf, waitOf, type Rhythm, type Wait } from './pace'

/** The rhythm of one desk: who sits there, and how its last passes went. */
export interface Pacing {
  rhythm: () => Rhythm
  /** How long to wait from now on. */
  wait: () => Wait
  /** Takes in how things stand, after a pass or after other requests. True when the next pass has to be planned anew. */
  hear: (failing: AppError | null, isPass: boolean) => boolean
  isFailing: () => boolean
  forget: () => void
}

/** @param random 0 to 1, as `Math.random` */
export function pacing(presence: Pick<Presence, 'read'>, random: () => number): Pacing {
  let failing: AppError | null = null
  let failures = 0

  const rhythm = () => {
    const { attention, onBattery } = presence.read()
    return rhythmOf(attention, onBattery)
  }

  return {
    rhythm,
    wait: () => waitOf(rhythm(), failing, failures, random()),
    hear(now, isPass) {
      const hasTurned = (failing === null) !== (now === null)
      failing = now
      if (isPass || hasTurned) failures = failing ? failures + 1 : 0
      return isPass || hasTurned
    },
    isFailing: () => failing !== null,
    forget() {
      failing = null
      failures = 0
    },
  }
}
