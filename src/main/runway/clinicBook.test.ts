import { describe, expect, it } from 'vitest'
import { emptySlotTable } from '@main/slots/slotTable'
import { numberOfDay } from '@shared/domain/time'
import { clinicBook } from './clinicBook'
import { historyOf, TODAY, type Session } from './testing/history'

const morning: Session = { start: 540, end: 720, length: 20 }
const isWeekday = (day: number) => (day + 3) % 7 < 5
const until = (last: string, but: string[] = [], first = '2026-09-01') =>
  historyOf(first, last, (day) => isWeekday(day) && !but.map(numberOfDay).includes(day) ? [morning] : [])

describe('clinicBook', () => {
  it('has the slots of each of ninety days, and what is usual then', () => {
    const { slots, usual, gapMinutes } = clinicBook(until('2026-11-30'), TODAY)
    expect([slots, usual, gapMinutes].map(({ length }) => length)).toEqual([90, 90, 90])
    expect([...slots.slice(0, 7)]).toEqual([9, 9, 0, 0, 9, 0, 0])
    expect([...usual.slice(0, 7)]).toEqual([9, 9, 0, 0, 9, 9, 9])
    expect([...gapMinutes.slice(0, 7)]).toEqual([0, 0, 0, 0, 0, 180, 180])
  })

  it.each<[string, string, string[], number, string | null]>([
    ['to the day before the first usual day without a slot', '2026-12-04', [], 11, '2026-12-04'],
    ['to a gap in the middle', '2026-12-31', ['2026-12-02'], 6, '2026-12-31'],
    ['not at all when today is missing', '2026-12-31', ['2026-11-26'], 0, '2026-12-31'],
    ['not at all when nothing is published', '2026-11-25', [], 0, null],
    ['beyond ninety days', '2027-06-30', [], 217, '2027-06-30'],
  ])('lasts %s', (_, last, but, lasts, expectedLast) => {
    const book = clinicBook(until(last, but), TODAY)
    expect([book.lasts, book.last]).toEqual([lasts, expectedLast])
  })

  it('lasts to the last published day where nothing is usual', () => {
    const book = clinicBook(until('2026-12-04', ['2026-12-02'], '2026-11-16'), TODAY)
    expect([book.lasts, book.last, Math.max(...book.usual), Math.max(...book.gapMinutes)]).toEqual([9, '2026-12-04', 0, 0])
    expect(clinicBook(emptySlotTable, TODAY)).toMatchObject({ lasts: 0, last: null })
  })
})
