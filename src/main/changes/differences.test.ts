import { describe, expect, it } from 'vitest'
import { emptyCallRequests, withCallRequest } from '@main/callRequests/callRequestTable'
import { slotTable } from '@main/slots/slotTable'
import { staffTable } from '@main/staff/staffTable'
import { numberOfDay } from '@shared/domain/time'
import { callRequestDifferences, slotDifferences, staffDifferences } from './differences'

const MONDAY = numberOfDay('2026-11-23')
const slots = (...rows: [id: number, day: number][]) => slotTable({
  ids: rows.map(([id]) => id), days: rows.map(([, day]) => MONDAY + day), starts: rows.map(() => 32_400), ends: rows.map(() => 36_000),
})
const week = { from: MONDAY, to: MONDAY + 6 }
const member = (id: number) => ({ id, name: `N${id}`, isDoctor: false, department: 'D' })

describe('slot differences', () => {
  it('tells what appeared and what vanished, with its day and times', () => {
    expect(slotDifferences(7, slots([1, 0], [2, 1]), slots([1, 0], [3, 2]), week)).toEqual([
      { kind: 'slot', turn: 'came', id: 3, clinicId: 7, date: '2026-11-25', start: 32_400, end: 36_000 },
      { kind: 'slot', turn: 'went', id: 2, clinicId: 7, date: '2026-11-24', start: 32_400, end: 36_000 },
    ])
  })

  it.each([
    ['nothing changed', slots([1, 0], [2, 1]), slots([1, 0], [2, 1])],
    ['only past days did', slots([1, -1], [2, 1]), slots([2, 1])],
    ['only days after the last one did', slots([2, 1]), slots([2, 1], [3, 7])],
  ])('has none when %s', (_, before, after) => {
    expect(slotDifferences(7, before, after, week)).toEqual([])
  })

  it('finds the day of each of many slots', () => {
    const all = slots(...Array.from({ length: 70 }, (_, index): [number, number] => [index + 1, index % 7]))
    const found = slotDifferences(7, slots(), all, week)
    expect(found.every((change) => change.kind === 'slot' && numberOfDay(change.date) - MONDAY === (change.id - 1) % 7)).toBe(true)
    expect(found).toHaveLength(70)
  })

  it('finds nothing in 36,000 unchanged slots', () => {
    const many = slots(...Array.from({ length: 36_000 }, (_, index): [number, number] => [index + 1, Math.floor(index / 40)]))
    const copy = { ...many, ids: many.ids.slice() }
    expect(slotDifferences(7, many, copy, week)).toEqual([])
  })
})

it('tells who is new on the staff and who is gone, and takes a new name for no change', () => {
  const before = staffTable([member(1), member(2)])
  expect(staffDifferences(before, staffTable([{ ...member(1), name: 'Other' }, member(3)]))).toEqual([
    { kind: 'staffMember', turn: 'came', id: 3, name: 'N3' }, { kind: 'staffMember', turn: 'went', id: 2, name: 'N2' },
  ])
})

it('tells new call requests, and never that one is gone', () => {
  const one = withCallRequest(emptyCallRequests, { id: 1, day: MONDAY, doctor: { id: 9, name: 'Dr. Roe' } })
  const two = withCallRequest(one, { id: 2, day: MONDAY + 1, doctor: { id: 9, name: 'Dr. Roe' } })
  expect(callRequestDifferences(one, two)).toEqual([{ kind: 'callRequest', turn: 'came', id: 2, doctor: 'Dr. Roe', date: '2026-11-24' }])
  expect(callRequestDifferences(two, one)).toEqual([])
})
