import { addDays, isDay, type Day } from '@shared/domain/time'
import type { BoardDay, DayQuery } from '@shared/domain/slot'

/** What is on the board comes first: its neighbours are asked for when it has been quiet for this long. */
const QUIET_MILLISECONDS = 120

/** The days beside the one on the board, known before anybody turns to them. */
export interface DaysAhead {
  /** What is known of a day of exactly these clinics. */
  of: (query: DayQuery) => BoardDay | undefined
  /** Sees to it, in a moment, that the days beside this one are known. */
  lookBeside: (query: DayQuery) => void
  /** What is known may have changed. */
  forget: () => void
}

/** @param look asks for a day; what it throws leaves the day unknown */
export function daysAhead(look: (query: DayQuery) => Promise<BoardDay>): DaysAhead {
  const days = new Map<Day, BoardDay>()
  let clinics = ''
  let asked = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const forget = () => {
    clearTimeout(timer)
    asked += 1
    days.clear()
  }

  /** Only the neighbours are kept: whoever turns on leaves the days behind. */
  async function learn({ date, clinicIds }: DayQuery) {
    const mine = asked
    const beside = [addDays(date, 1), addDays(date, -1)].filter(isDay)
    for (const day of days.keys()) if (!beside.includes(day)) days.delete(day)
    for (const day of beside) {
      if (days.has(day)) continue
      const known = await look({ date: day, clinicIds }).catch(() => undefined)
      if (mine !== asked) return
      if (known) days.set(day, known)
    }
  }

  return {
    of: ({ date, clinicIds }) => clinics === clinicIds.join() ? days.get(date) : undefined,
    lookBeside(query) {
      if (clinics !== query.clinicIds.join()) forget()
      clinics = query.clinicIds.join()
      clearTimeout(timer)
      timer = setTimeout(() => void learn(query), QUIET_MILLISECONDS)
    },
    forget,
  }
}
