import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverage, gapMinutes, usualWeek } from './usualWeek'
import { historyOf, TODAY, type Session } from './testing/history'

const morning: Session = { start: 540, end: 720, length: 20 }
const hours = (...spans: [start: number, end: number][]) => spans.map(([start, end]) => ({ start: start * 60, end: end * 60 }))
/** What is usual on today's weekday when the last weeks, the nearest first, had these sessions on it. */
const usualOf = (...weeks: Session[][]) =>
  usualWeek(historyOf('2026-09-01', '2026-11-25', (day) => (TODAY - day) % 7 === 0 ? weeks[(TODAY - day) / 7 - 1] ?? [] : []), TODAY)[0]!
const times = (count: number, sessions: Session[]) => Array.from({ length: count }, () => sessions)

describe('usualWeek', () => {
  it('has what all eight weeks had, on each weekday for itself', () => {
    const week = usualWeek(historyOf('2026-09-28', '2026-12-31', (day) => (TODAY - day) % 7 === 0 ? [morning] : []), TODAY)
    expect(week[0]).toEqual({ slots: 9, hours: hours([540, 720]) })
    expect(week.slice(1)).toEqual(times(6, []).map(() => ({ slots: 0, hours: [] })))
  })

  it('takes a weekday for usual from four of eight weeks on', () => {
    expect(usualOf(...times(4, [morning]), ...times(4, [])).slots).toBe(9)
    expect(usualOf(...times(3, [morning]), ...times(5, []))).toEqual({ slots: 0, hours: [] })
  })

  it('has nothing for a clinic that is younger than four weeks, and looks no further back than eight', () => {
    expect(usualOf(...times(3, [morning])).slots).toBe(0)
    expect(usualOf(...times(8, []), ...times(4, [morning])).slots).toBe(0)
  })

  it('takes the hours that at least half of the days with slots covered', () => {
    const long = { ...morning, end: 780 }
    expect(usualOf(...times(4, [long]), ...times(4, [morning])).hours).toEqual(hours([540, 780]))
    expect(usualOf(...times(3, [long]), ...times(5, [morning])).hours).toEqual(hours([540, 720]))
    expect(usualOf(...times(3, [long]), ...times(3, [morning]), ...times(2, [])).hours).toEqual(hours([540, 780]))
  })

  it('counts slots that overlap each other once', () => {
    expect(usualOf(...times(4, [morning, { ...morning, start: 550 }])).hours).toEqual(hours([540, 720]))
    const later = { ...morning, start: 800, end: 900 }
    expect(usualOf(...times(2, [morning, morning, morning]), ...times(6, [later])).hours).toEqual(hours([800, 900]))
  })

  it('leaves the pauses between slots out', () => {
    expect(usualOf(...times(8, [{ start: 540, end: 590, length: 20, pause: 10 }])).hours).toEqual(hours([540, 560], [570, 590]))
  })
})

describe('gapMinutes', () => {
  const columns = (spans: { start: number, end: number }[]) => ({
    starts: Int32Array.from(spans, ({ start }) => start), ends: Int32Array.from(spans, ({ end }) => end),
  })
  const span = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }))
    .map(([start, length]) => ({ start: start * 60, end: (start + length) * 60 }))
  const inOrder = fc.array(span, { maxLength: 8 }).map((spans) => spans.sort((a, b) => a.start - b.start))

  it('are the minutes of the hours that no slot covers', () => {
    fc.assert(fc.property(inOrder, inOrder, (some, slots) => {
      const usual = coverage(columns(some))
      const isIn = (spans: { start: number, end: number }[], minute: number) =>
        spans.some(({ start, end }) => start <= minute * 60 && minute * 60 < end)
      const open = Array.from({ length: 100 }, (_, minute) => minute).filter((minute) => isIn(usual, minute) && !isIn(slots, minute))
      expect(gapMinutes(usual, columns(slots))).toBe(open.length)
    }))
  })
})
