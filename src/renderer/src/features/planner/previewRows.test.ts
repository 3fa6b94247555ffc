import { describe, expect, it } from 'vitest'
import { numberOfDay } from '@shared/domain/time'
import { doubts } from '@shared/planner/preview'
import { previewOf } from './testing/previewOf'
import { choosing, clinicsBeyond, countKinds, doubtfulNew, doubtsIn, plannedOn, rowKey, rowsOfKind, takenRows, takenSlots } from './previewRows'

const h = 3600
const preview = previewOf([
  { day: '2026-12-01', clinicId: 1, start: 9 * h, end: 10 * h },
  { day: '2026-12-01', clinicId: 2, start: 9 * h, end: 10 * h, doubts: doubts.already },
  { day: '2026-12-02', clinicId: 1, start: 9 * h, end: 10 * h, doubts: doubts.overlapping | doubts.clashPossible },
  { day: '2026-12-03', clinicId: 1, start: 9 * h, end: 10 * h, doubts: doubts.holiday | doubts.overlapping },
  { day: '2026-12-03', clinicId: 2, start: 9 * h, end: 10 * h },
])
const none = new Map<string, boolean>()

describe('a preview', () => {
  it('leaves out what is there already, in the past or on a holiday, and nothing else', () => {
    expect([...takenRows(preview, none)]).toEqual([1, 0, 1, 0, 1])
  })

  it('keeps what a person decided, in another preview too', () => {
    const choices = choosing(preview, none, [1, 4], true)
    const without = choosing(preview, choices, [4], false)
    expect([...takenRows(preview, without)]).toEqual([1, 1, 1, 0, 0])
    const later = previewOf([{ day: '2026-12-03', clinicId: 2, start: 9 * h, end: 10 * h }, { day: '2026-12-03', clinicId: 2, start: 10 * h, end: 11 * h }])
    expect([...takenRows(later, without)]).toEqual([0, 1])
    expect(rowKey(later, 0)).toBe(rowKey(preview, 4))
  })

  it('counts each kind, and how many of it are taken in', () => {
    expect(countKinds(preview, takenRows(preview, none))).toEqual([
      { kind: 'fresh', count: 4, taken: 3 }, { kind: 'already', count: 1, taken: 0 }, { kind: 'overlapping', count: 2, taken: 1 },
      { kind: 'clashPossible', count: 1, taken: 1 }, { kind: 'holiday', count: 1, taken: 0 },
    ])
    expect(countKinds(previewOf([]), new Uint8Array())).toEqual([{ kind: 'fresh', count: 0, taken: 0 }])
  })

  it('counts the new ones that something speaks against, and names clinics that the board does not show', () => {
    expect([doubtfulNew(preview), doubtfulNew(previewOf([]))]).toEqual([2, 0])
    expect([clinicsBeyond(preview, []), clinicsBeyond(preview, [2, 1]), clinicsBeyond(preview, [1])]).toEqual([[1, 2], [], [2]])
  })

  it('names the doubts of a slot, and finds the slots of a doubt', () => {
    expect(doubtsIn(doubts.past | doubts.already)).toEqual(['already', 'past'])
    expect([...rowsOfKind(preview, 'overlapping')]).toEqual([2, 3])
    expect([...rowsOfKind(preview, 'fresh')]).toEqual([0, 2, 3, 4])
    expect([...rowsOfKind(preview, undefined)]).toHaveLength(5)
  })

  it('creates exactly what is taken in', () => {
    const days = ['2026-12-01', '2026-12-02', '2026-12-03'].map(numberOfDay)
    expect(takenSlots(preview, takenRows(preview, none))).toEqual({
      clinicIds: [1, 1, 2], days, starts: [9 * h, 9 * h, 9 * h], ends: [10 * h, 10 * h, 10 * h],
    })
  })

  it('draws the slots of a day that are taken in, doubtful ones as such', () => {
    const on = (day: string) => plannedOn(preview, takenRows(preview, none), day).map(({ row, isDoubtful }) => [row, isDoubtful])
    expect(on('2026-12-01')).toEqual([[0, false]])
    expect(on('2026-12-02')).toEqual([[2, true]])
    expect(on('2026-12-03')).toEqual([[4, false]])
    expect([on('2026-11-30'), on('2026-12-04')]).toEqual([[], []])
  })
})
