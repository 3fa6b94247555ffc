import { describe, expect, it } from 'vitest'
import { emptySlotTable, type SlotTable } from '@main/slots/slotTable'
import { numberOfDay } from '@shared/domain/time'
import { gapPlan } from './gapPlan'
import { historyOf, TODAY, type Session } from './testing/history'

const morning: Session = { start: 540, end: 720, length: 20 }
const afternoon: Session = { start: 840, end: 1080, length: 20 }
const weekdayOf = (day: number) => (day + 3) % 7 + 1
const until = (last: string, but: string[], sessions: (weekday: number) => Session[] = (weekday) => weekday < 6 ? [morning] : []) =>
  historyOf('2026-09-01', last, (day) => but.map(numberOfDay).includes(day) ? [] : sessions(weekdayOf(day)))
const plan = (table: SlotTable, seconds = 0) => gapPlan(1, table, { day: TODAY, seconds })

describe('gapPlan', () => {
  it('fills a gap in the middle to its end', () => {
    expect(plan(until('2026-12-31', ['2026-12-01', '2026-12-02']))).toEqual({
      clinicId: 1, from: '2026-12-01', until: '2026-12-02', weekdays: [2, 3], sessions: [{ start: 32_400, end: 43_200 }], duration: 1200, gap: 0,
    })
  })

  it('fills the rest of the week after the book’s end, and the next week after a Friday', () => {
    expect(plan(until('2026-12-01', []))).toMatchObject({ from: '2026-12-02', until: '2026-12-04', weekdays: [3, 4, 5] })
    expect(plan(until('2026-12-04', []))).toMatchObject({ from: '2026-12-07', until: '2026-12-11', weekdays: [1, 2, 3, 4, 5] })
  })

  it('takes in the weekdays with the same hours alone', () => {
    const table = until('2026-12-06', [], (weekday) => weekday < 5 ? [morning, afternoon] : weekday === 5 ? [morning] : [])
    expect(plan(table)).toMatchObject({
      from: '2026-12-07', until: '2026-12-10', weekdays: [1, 2, 3, 4], sessions: [{ start: 32_400, end: 43_200 }, { start: 50_400, end: 64_800 }],
    })
  })

  it('keeps the pause between slots, and takes what lies around it as one session', () => {
    const table = until('2026-12-06', [], (weekday) => weekday < 6 ? [{ ...morning, pause: 5 }] : [])
    expect(plan(table)).toMatchObject({ sessions: [{ start: 32_400, end: 42_600 }], duration: 1200, gap: 300 })
  })

  it('begins today while today’s usual hours are not over', () => {
    const table = until('2026-12-31', ['2026-11-26', '2026-12-08'])
    expect(plan(table, 43_199)).toMatchObject({ from: '2026-11-26', until: '2026-11-26' })
    expect(plan(table, 43_200)).toMatchObject({ from: '2026-12-08' })
  })

  it('leaves weekdays and hours to the person where nothing is usual', () => {
    expect(plan(emptySlotTable)).toEqual({ clinicId: 1, from: '2026-11-27', until: '2026-11-29', weekdays: [], sessions: [], duration: 900, gap: 0 })
    const young = historyOf('2026-11-20', '2026-12-02', () => [{ ...morning, length: 30 }])
    expect(plan(young)).toMatchObject({ from: '2026-12-03', until: '2026-12-06', weekdays: [], sessions: [], duration: 1800 })
  })

  it('takes the longest of very many sessions', () => {
    const pieces = Array.from({ length: 14 }, (_, place): Session =>
      ({ start: 360 + place * 60, end: 370 + place * 60 + place, length: 10 + place }))
    const { sessions } = plan(until('2026-12-06', [], () => pieces))
    expect(sessions).toHaveLength(12)
    expect(sessions[0]).toEqual({ start: 28_800, end: 29_520 })
  })
})
