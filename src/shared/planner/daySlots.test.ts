import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY_SECONDS } from '../domain/time'
import { daySlots } from './daySlots'
import type { Hours } from './plan'

const hm = (text: string) => {
  const [hours, minutes] = text.split(':').map(Number) as [number, number?]
  return hours * 3600 + (minutes ?? 0) * 60
}
const span = (text: string): Hours => {
  const [start, end] = text.split('-').map(hm) as [number, number]
  return { start, end }
}
const spans = (text: string) => text.split(' ').filter(Boolean).map(span)
const plan = (sessions: string, minutes: number, { brk = '', gap = 0 } = {}) =>
  ({ sessions: spans(sessions), breaks: spans(brk), duration: minutes * 60, gap: gap * 60 })
const shown = (seconds: number) => `${Math.floor(seconds / 3600)}:${String(seconds / 60 % 60).padStart(2, '0')}`
const slotsOf = (...given: Parameters<typeof plan>) => {
  const { starts, ends } = daySlots(plan(...given))
  return starts.map((start, row) => `${shown(start)}-${shown(ends[row]!)}`).join(' ')
}
const notesOf = (...given: Parameters<typeof plan>) => daySlots(plan(...given)).notes

const minutes = fc.integer({ min: 0, max: 1440 })
const anySpan = fc.tuple(minutes, minutes).filter(([a, b]) => a !== b)
  .map(([a, b]): Hours => ({ start: Math.min(a, b) * 60, end: Math.max(a, b) * 60 }))
const anyPlan = fc.record({
  sessions: fc.array(anySpan, { minLength: 1, maxLength: 4 }),
  breaks: fc.array(anySpan, { maxLength: 4 }),
  duration: fc.integer({ min: 1, max: 240 }).map((each) => each * 60),
  gap: fc.integer({ min: 0, max: 60 }).map((each) => each * 60),
})
/** One flag for each minute of the day that a span covers. */
function covered(all: readonly Hours[]): boolean[] {
  const day = new Array<boolean>(1440).fill(false)
  for (const { start, end } of all) day.fill(true, start / 60, end / 60)
  return day
}

describe('daySlots', () => {
  it.each([
    ['9-10', 15, {}, '9:00-9:15 9:15-9:30 9:30-9:45 9:45-10:00'],
    ['9-10', 20, { gap: 5 }, '9:00-9:20 9:25-9:45'],
    ['9-9:45', 20, { gap: 5 }, '9:00-9:20 9:25-9:45'],
    ['9-10', 20, { brk: '9:30-9:40' }, '9:00-9:20 9:40-10:00'],
    ['9-10', 15, { brk: '9:15-9:30 9:20-9:35' }, '9:00-9:15 9:35-9:50'],
    ['9-9:30 14-14:30', 15, {}, '9:00-9:15 9:15-9:30 14:00-14:15 14:15-14:30'],
    ['9-9:50 9:50-10:20', 20, {}, '9:00-9:20 9:20-9:40 9:50-10:10'],
    ['23-24', 30, {}, '23:00-23:30 23:30-24:00'],
    ['9-9:10', 15, {}, ''],
    ['9-10', 15, { brk: '8-11' }, ''],
  ])('fills %s with %i minutes, %o', (sessions, duration, more, expected) => { expect(slotsOf(sessions, duration, more)).toBe(expected) })

  it('says which hours the duration does not divide', () => {
    expect(notesOf('9-10', 25)).toEqual([{ kind: 'remainder', ...span('9-10'), seconds: 600 }])
    expect(notesOf('9-10', 20, { brk: '9:30-9:40' })).toEqual([{ kind: 'remainder', ...span('9-9:30'), seconds: 600 }])
    expect(notesOf('9-10', 15)).toEqual([])
    expect(notesOf('9-10', 15, { gap: 5 })).toEqual([])
  })

  it('says which hours have no room for a slot', () => {
    expect(notesOf('9-9:10', 15)).toEqual([{ kind: 'tooShort', ...span('9-9:10') }])
    expect(notesOf('9-10', 15, { brk: '9-10' })).toEqual([{ kind: 'tooShort', ...span('9-10') }])
  })

  it('says what overlaps, and which breaks are not wholly within the hours', () => {
    expect(notesOf('9-12 11-13', 15)).toEqual([{ kind: 'hoursOverlap', ...span('11-12') }])
    expect(notesOf('9-10', 15, { brk: '9:15-9:30 9:15-9:45' })).toEqual([{ kind: 'breaksOverlap', ...span('9:15-9:30') }])
    expect(notesOf('9-10', 15, { brk: '9:45-10:15' })).toEqual([{ kind: 'breakOutside', ...span('9:45-10:15') }])
    expect(notesOf('9-10', 15, { brk: '8-8:30' })).toEqual([{ kind: 'breakOutside', ...span('8-8:30') }])
  })

  it('gives slots of the asked duration in order, each in the hours, outside the breaks, none over another', () => {
    fc.assert(fc.property(anyPlan, (given) => {
      const { starts, ends } = daySlots(given)
      const open = covered(given.sessions)
      const closed = covered(given.breaks)
      starts.forEach((start, row) => {
        expect(ends[row]! - start).toBe(given.duration)
        expect(start).toBeGreaterThanOrEqual(row === 0 ? 0 : ends[row - 1]!)
        expect(ends[row]).toBeLessThanOrEqual(DAY_SECONDS)
        const within = (day: boolean[]) => day.slice(start / 60, ends[row]! / 60)
        expect([within(open).every(Boolean), within(closed).some(Boolean)]).toEqual([true, false])
      })
    }))
  })

  it('leaves no room for one slot more: what is neither slot nor break are gaps and remainders too short for one', () => {
    fc.assert(fc.property(anyPlan, (given) => {
      const { starts, ends, notes } = daySlots(given)
      const breaks = covered(given.breaks)
      const usable = covered(given.sessions).map((isOpen, minute) => isOpen && !breaks[minute])
      const taken = covered(starts.map((start, row) => ({ start, end: ends[row]! })))
      const edges = new Set([...given.sessions, ...given.breaks].flatMap(({ start, end }) => [start / 60, end / 60]))
      let rest = 0
      let idle = 0
      for (let minute = 0; minute <= 1440; minute += 1) {
        const isIdle = minute < 1440 && usable[minute] && !taken[minute]
        // A session or a break that begins or ends here starts the slots anew.
        if (!isIdle || edges.has(minute)) {
          if (idle > 0) expect(idle * 60).toBeLessThan(given.duration + given.gap)
          idle = 0
        }
        if (isIdle) {
          idle += 1
          rest += 1
        }
      }
      const used = usable.filter(Boolean).length
      expect(used - rest).toBe(starts.length * given.duration / 60)
      const told = notes.reduce((sum, note) => sum + (note.kind === 'remainder' ? note.seconds : 0), 0)
      expect(told).toBeLessThanOrEqual(rest * 60)
    }))
  })

  it('makes slots, gaps, breaks and remainders out of the hours, and nothing else', () => {
    const up = (min: number, max: number) => fc.integer({ min, max })
    const whole = fc.tuple(up(0, 600), up(1, 30), up(1, 60), up(0, 20))
    fc.assert(fc.property(whole, fc.integer({ min: 0, max: 59 }), ([from, count, duration, gap], more) => {
      const length = count * (duration + gap) - gap
      const over = Math.min(more, duration + gap - 1)
      fc.pre(from + length + over <= 1440)
      const { starts, notes } = daySlots({
        sessions: [{ start: from * 60, end: (from + length + over) * 60 }], breaks: [], duration: duration * 60, gap: gap * 60,
      })
      expect(starts).toHaveLength(count)
      const told = notes.find(({ kind }) => kind === 'remainder')
      expect(told).toEqual(over === 0 || over === gap ? undefined : expect.objectContaining({ seconds: over * 60 }))
    }))
  })
})
