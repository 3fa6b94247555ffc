import { addDays, wallClock, weekday, type Day } from '@shared/domain/time'

/** Today on this computer's clock. */
export const todayHere = (): Day => wallClock(Date.now(), Intl.DateTimeFormat().resolvedOptions().timeZone).day

/** A Monday that is surely ahead. */
export const mondayAhead = (): Day => {
  const today = todayHere()
  return addDays(today, 15 - weekday(today))
}
