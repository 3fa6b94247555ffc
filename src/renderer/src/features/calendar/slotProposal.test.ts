import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockText, DAY_SECONDS } from '@shared/domain/time'
import { draggedIn, proposedIn, usualLength } from './slotProposal'

const at = (clock: string) => Number(clock.slice(0, 2)) * 3600 + Number(clock.slice(3)) * 60
const words = ({ start, end }: { start: number, end: number }) => `${clockText(start)}-${clockText(end)}`
const stretch = (start: string, end: string) => ({ start: at(start), end: at(end) })

describe('usualLength', () => {
  it('is the most frequent length, a quarter of an hour where there is none', () => {
    expect(usualLength({ starts: Int32Array.of(0, 600, 1200), ends: Int32Array.of(1200, 1200, 1800) })).toBe(600)
    expect(usualLength({ starts: new Int32Array(), ends: new Int32Array() })).toBe(900)
  })
})

describe('proposedIn', () => {
  const propose = (from: string, to: string, now: string | null = null) =>
    words(proposedIn(stretch(from, to), 900, now === null ? null : at(now)))

  it('begins where the stretch does', () => { expect(propose('09:40', '12:00')).toBe('09:40-09:55') })
  it('ends where the stretch does', () => { expect(propose('09:40', '09:50')).toBe('09:40-09:50') })
  it('stands right before the first slot of a day', () => { expect(propose('00:00', '09:00')).toBe('08:45-09:00') })
  it('stands in the morning of a day without slots', () => { expect(propose('00:00', '24:00')).toBe('09:00-09:15') })
  it('is not in the past while the stretch goes on', () => {
    expect(propose('09:00', '12:00', '10:02')).toBe('10:05-10:20')
    expect(propose('00:00', '24:00', '10:02')).toBe('10:05-10:20')
    expect(propose('09:00', '12:00', '11:58')).toBe('11:45-12:00')
    expect(propose('09:00', '12:00', '14:00')).toBe('09:00-09:15')
  })
})

describe('draggedIn', () => {
  const drag = (from: string, to: string, over = stretch('09:00', '12:00')) => words(draggedIn(over, at(from), at(to)))

  it('snaps to five minutes, in either direction', () => {
    expect(drag('10:02', '10:17')).toBe('10:00-10:15')
    expect(drag('10:17', '10:02')).toBe('10:00-10:15')
  })
  it('stays within the stretch, and can fill it', () => {
    expect(drag('08:00', '13:00')).toBe('09:00-12:00')
    expect(drag('10:06', '10:30', stretch('10:07', '10:33'))).toBe('10:07-10:30')
  })
  it('is never empty', () => {
    expect(drag('10:00', '10:01')).toBe('10:00-10:05')
    expect(drag('11:59', '12:00')).toBe('11:55-12:00')
  })

  it('is a slot that can be sent, whatever is dragged over whatever stretch', () => {
    const second = fc.integer({ min: 0, max: DAY_SECONDS })
    fc.assert(fc.property(second, fc.integer({ min: 60, max: DAY_SECONDS }), second, second, (start, length, from, to) => {
      const over = { start: Math.min(start, DAY_SECONDS - 60), end: Math.min(DAY_SECONDS, start + length) }
      for (const span of [draggedIn(over, from, to), proposedIn(over, 900, from)]) {
        expect(span.start >= 0 && span.end <= DAY_SECONDS && span.end > span.start).toBe(true)
        expect(span.start % 60 + span.end % 60).toBe(0)
      }
    }))
  })
})
