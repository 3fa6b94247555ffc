import { defineStore } from 'pinia'
import type { DayQuery } from '@shared/domain/slot'
import { askBeside, askDay } from './askDays'
import { mergedDay, type ShownDay } from './boardDay'
import { daysAhead } from './daysAhead'
import { useShown } from './useShown'

/** The day on the board; the days beside it are known before anybody turns to them. */
export const useDay = defineStore('calendarDay', () => {
  const ahead = daysAhead(askBeside)
  return useShown<DayQuery, ShownDay>({
    async fetch(query, before) {
      const answer = await askDay(query)
      ahead.lookBeside(query)
      return mergedDay(before, answer)
    },
    known(query, before) {
      const known = ahead.of(query)
      return known && mergedDay(before, known)
    },
    forget: ahead.forget,
    isOf: (shown, { date }) => shown.date === date,
    clinicIds: ({ clinicIds }) => clinicIds,
  })
})
