import { describe, expect, it } from 'vitest'
import { packDay, unpackDay } from '@shared/domain/packedDay'
import type { BoardDay, DayColumn } from '@shared/domain/slot'
import { emptyStamp } from '@shared/domain/stamp'
import { columnState, isBare, mergedDay, slotCount, usedHours } from './boardDay'

const offline = { kind: 'offline', cause: 'dns' } as const
const column = (clinicId: number, starts: number[], stamp: Partial<DayColumn['stamp']> = { fetchedAt: 1 }): DayColumn => ({
  clinicId,
  ids: Int32Array.from(starts.keys()),
  starts: Int32Array.from(starts),
  ends: Int32Array.from(starts, (start) => start + 600),
  stamp: { ...emptyStamp, ...stamp },
})
const day = (...columns: DayColumn[]): BoardDay => ({ date: '2026-11-23', columns })

describe('mergedDay', () => {
  it('keeps the objects of columns that did not change', () => {
    const before = mergedDay(null, day(column(1, [600]), column(2, [600]), column(3, [600])))
    const after = mergedDay(before, day(column(1, [600]), column(2, [1200]), column(3, [600], { fetchedAt: 2 })))
    expect(after.columns.get(1)).toBe(before.columns.get(1))
    expect(after.columns.get(2)!.slots).not.toBe(before.columns.get(2)!.slots)
    expect(after.columns.get(3)!.slots).toBe(before.columns.get(3)!.slots)
    expect(after.columns.get(3)!.stamp.fetchedAt).toBe(2)
  })

  it('keeps nothing of an update but the columns that changed', () => {
    const answer = (...columns: DayColumn[]) => unpackDay(packDay(day(...columns)))
    const before = mergedDay(null, answer(column(1, [600]), column(2, [600])))
    const { slots } = mergedDay(before, answer(column(1, [600]), column(2, [1200]))).columns.get(2)!
    expect(slots).toEqual({ ids: Int32Array.of(0), starts: Int32Array.of(1200), ends: Int32Array.of(1800) })
    expect([slots.ids, slots.starts, slots.ends].map(({ buffer }) => buffer.byteLength)).toEqual([4, 4, 4])
  })
})

describe('what is known of a day', () => {
  it('tells loading from failed and keeps what was there before a failure', () => {
    const of = (stamp: Partial<DayColumn['stamp']>) => columnState(mergedDay(null, day(column(1, [], stamp))).columns.get(1))
    expect(of({ loading: true })).toBe('loading')
    expect(of({})).toBe('loading')
    expect(of({ failed: offline })).toBe('unknown')
    expect(of({ failed: offline, loading: true })).toBe('loading')
    expect(of({ failed: offline, fetchedAt: 1 })).toBe('known')
    expect(columnState(undefined)).toBe('loading')
  })

  it('counts slots once no column is on its way', () => {
    expect(slotCount(mergedDay(null, day(column(1, [600, 1200]), column(2, [], { loading: true }))))).toBeUndefined()
    expect(slotCount(mergedDay(null, day(column(1, [600, 1200]), column(2, [], { failed: offline }))))).toBe(2)
  })

  it('calls a day bare only when every column is known to be empty', () => {
    expect(isBare(mergedDay(null, day(column(1, []), column(2, []))))).toBe(true)
    expect(isBare(mergedDay(null, day(column(1, []), column(2, [], { failed: offline }))))).toBe(false)
  })

  it('knows the hours that are used', () => {
    expect(usedHours(mergedDay(null, day(column(1, [7200]), column(2, [3600, 9000]))))).toEqual({ from: 3600, to: 9600 })
    expect(usedHours(mergedDay(null, day(column(1, []))))).toBeUndefined()
  })
})
