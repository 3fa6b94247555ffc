import { describe, expect, it } from 'vitest'
import type { Create, OutboxEntry } from '@shared/domain/outbox'
import { emptyStamp } from '@shared/domain/stamp'
import { mergedDay } from './boardDay'
import { plannedRow, plannedSlots, unsettledSlots, withUnsettled } from './unsettledSlots'

const slot = (start: number, clinicId = 1, date = '2026-11-23'): Create => ({ kind: 'slot', form: { clinicId, date, start, end: start + 900 } })
const entry = (create: Create, state: OutboxEntry['state'] = 'sending', key = 'a'): OutboxEntry =>
  ({ key, create, at: 0, state, id: null, foundAfterwards: false, reason: '', jobId: null, candidates: [], error: null })
const day = mergedDay(null, {
  date: '2026-11-23',
  columns: [1, 2].map((clinicId) =>
    ({
      clinicId, ids: Int32Array.of(7, 8), starts: Int32Array.of(32_400, 36_000), ends: Int32Array.of(33_300, 36_900), stamp: emptyStamp,
    })),
})
const idOf = (key: string) => -key.charCodeAt(0)

describe('unsettledSlots', () => {
  it('takes slots whose end is not known, and nothing else', () => {
    const entries = (['sending', 'checking', 'uncertain', 'made', 'notMade', 'refused'] as const).map((state) => entry(slot(0), state))
    expect(unsettledSlots(entries, idOf).map(({ state }) => state)).toEqual(['sending', 'checking', 'uncertain'])
    expect(unsettledSlots([entry({ kind: 'department', form: { name: 'ENT' } })], idOf)).toEqual([])
  })
})

describe('withUnsettled', () => {
  it('puts a slot in its place among the published ones, and marks it', () => {
    const { slots, unsettled } = withUnsettled(day, unsettledSlots([entry(slot(34_000))], idOf)).columns.get(1)!
    expect([...slots.ids]).toEqual([7, -97, 8])
    expect([...slots.starts]).toEqual([32_400, 34_000, 36_000])
    expect([...slots.ends]).toEqual([33_300, 34_900, 36_900])
    expect(unsettled).toEqual(new Map([[1, 'sending']]))
  })

  it('leaves other clinics, other days and the day itself alone', () => {
    const entries = [entry(slot(34_000)), entry(slot(0, 2, '2026-11-24'), 'uncertain', 'b'), entry(slot(0, 9), 'sending', 'c')]
    const merged = withUnsettled(day, unsettledSlots(entries, idOf))
    expect(merged.columns.get(2)).toBe(day.columns.get(2))
    expect(merged.columns.size).toBe(2)
    expect(day.columns.get(1)!.slots.ids).toHaveLength(2)
  })

  it('shows a slot once that is published while its order still counts as being sent', () => {
    const shown = (state: OutboxEntry['state'], reason = '') =>
      withUnsettled(day, unsettledSlots([{ ...entry(slot(36_000), state), reason }], idOf)).columns.get(1)!.slots.ids.length
    expect(shown('sending')).toBe(2)
    expect(shown('sending', 'Two doctors share the room')).toBe(3)
    expect(shown('waiting')).toBe(3)
    expect(shown('uncertain')).toBe(3)
  })
})

describe('plannedSlots', () => {
  it('stand among the published slots, marked, and lead back to the rows of the preview', () => {
    const planned = plannedSlots('2026-11-23', [
      { row: 0, clinicId: 1, start: 34_000, end: 34_900, isDoubtful: false },
      { row: 7, clinicId: 1, start: 36_000, end: 36_900, isDoubtful: true },
    ])
    const { slots, unsettled } = withUnsettled(day, planned).columns.get(1)!
    expect([...unsettled!.values()]).toEqual(['planned', 'doubtful'])
    expect([...unsettled!.keys()].map((index) => plannedRow(slots.ids[index]!))).toEqual([0, 7])
  })

  it('are no published slots, and none of the outbox', () => {
    expect([plannedRow(8), plannedRow(-1), plannedRow(-97)]).toEqual([undefined, undefined, undefined])
  })
})
