import { defineStore } from 'pinia'
import type { DayQuery } from '@shared/domain/slot'
import { ask } from '@renderer/services/desk'
import { mergedDay, type ShownDay } from './boardDay'
import { useShown } from './useShown'

/** The day on the board. */
export const useDay = defineStore('calendarDay', () => useShown<DayQuery, ShownDay>({
  fetch: async (query, before) => mergedDay(before, await ask('slots:day', query)),
  isOf: (shown, { date }) => shown.date === date,
  clinicIds: ({ clinicIds }) => clinicIds,
}))
