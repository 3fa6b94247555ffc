import type { Settings } from '@shared/domain/settings'
import { DAY_SECONDS, wallClock } from '@shared/domain/time'

const HOUR_MS = 3_600_000

interface Circumstances extends Pick<Settings, 'sessionHours' | 'signOutAt'> {
  /** When this person signed in; epoch milliseconds, as `now`. */
  since: number
  now: number
  /** The clinic's. */
  zone: string
}

/** Why a session is over that the server would still take: it has lasted for its hours, or the clinic's hour of signing out was passed. */
export function sessionEnd({ since, now, zone, sessionHours, signOutAt }: Circumstances): 'hours' | 'hour' | undefined {
  if (now - since >= sessionHours * HOUR_MS) return 'hours'
  if (signOutAt === null) return undefined
  const { seconds } = wallClock(now, zone)
  const passed = seconds >= signOutAt ? seconds - signOutAt : seconds + DAY_SECONDS - signOutAt
  return since < now - passed * 1000 ? 'hour' : undefined
}
