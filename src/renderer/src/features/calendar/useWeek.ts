import { defineStore } from 'pinia'
import type { WeekQuery } from '@shared/domain/slot'
import { askWeek } from './askDays'
import { mergedDay, type ShownDay } from './boardDay'
import { useShown } from './useShown'

/** The seven days of one clinic, from one day on. */
export interface ShownWeek extends WeekQuery { days: readonly ShownDay[] }

/** The week on the board. */
export const useWeek = defineStore('calendarWeek', () => useShown<WeekQuery, ShownWeek>({
  async fetch(query, before) {
    const days = await askWeek(query)
    const same = before?.clinicId === query.clinicId && before.from === query.from ? before.days : []
    return { ...query, days: days.map((day, place) => mergedDay(same[place] ?? null, day)) }
  },
  isOf: (shown, { from, clinicId }) => shown.from === from && shown.clinicId === clinicId,
  clinicIds: ({ clinicId }) => [clinicId],
}))
