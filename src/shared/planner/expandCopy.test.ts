import { describe, expect, it } from 'vitest'
import { dayOfNumber, numberOfDay } from '../domain/time'
import { expandCopy } from './expandCopy'
import type { Copy } from './plan'

const published: Record<string, [start: number, end: number][]> = {
  '1 2026-11-23': [[540, 555], [555, 570]],
  '1 2026-11-25': [[600, 660]],
  '2 2026-11-23': [[540, 555], [700, 710], [700, 710]],
}
const read = (clinicId: number, day: number) => {
  const spans = published[`${clinicId} ${dayOfNumber(day)}`] ?? []
  return { starts: spans.map(([start]) => start), ends: spans.map(([, end]) => end) }
}
const copy = (change: Partial<Copy>) => expandCopy({ clinicIds: [1], from: '2026-11-23', days: 1, to: ['2026-11-30'], into: null, ...change }, read)
const rows = (change: Partial<Copy>) => {
  const { slots } = copy(change)
  return [...slots.days].map((day, row) => [dayOfNumber(day), slots.clinicIds[row], slots.starts[row], slots.ends[row]].join(' '))
}

describe('expandCopy', () => {
  it('copies a day onto other days', () => {
    expect(rows({ to: ['2026-12-07', '2026-11-30', '2026-11-30'] })).toEqual([
      '2026-11-30 1 540 555', '2026-11-30 1 555 570', '2026-12-07 1 540 555', '2026-12-07 1 555 570',
    ])
  })

  it('copies a week from any day on, each day as far from the target as it was from the first', () => {
    expect(rows({ days: 7, from: '2026-11-20', to: ['2026-12-01'] })).toEqual([
      '2026-12-04 1 540 555', '2026-12-04 1 555 570', '2026-12-06 1 600 660',
    ])
  })

  it('copies each clinic to itself, and what is published twice once', () => {
    expect(rows({ clinicIds: [2, 1] })).toEqual(['2026-11-30 2 540 555', '2026-11-30 2 700 710', '2026-11-30 1 540 555', '2026-11-30 1 555 570'])
  })

  it('copies what all have into other clinics', () => {
    expect(rows({ clinicIds: [1, 2], into: [9] })).toEqual(['2026-11-30 9 540 555', '2026-11-30 9 555 570', '2026-11-30 9 700 710'])
  })

  it('has each slot once where copied weeks meet', () => {
    published['3 2026-11-23'] = [[540, 555]]
    published['3 2026-11-24'] = [[540, 555]]
    expect(rows({ clinicIds: [3], days: 7, to: ['2026-11-30', '2026-12-01'] }))
      .toEqual(['2026-11-30 3 540 555', '2026-12-01 3 540 555', '2026-12-02 3 540 555'])
  })

  it('says when there is nothing to copy, or too much', () => {
    expect(copy({ clinicIds: [5] }).notes).toEqual([{ kind: 'nothingToCopy', day: '2026-11-23' }])
    const to = Array.from({ length: 400 }, (_, index) => dayOfNumber(numberOfDay('2027-01-01') + index))
    const many = copy({ to, into: Array.from({ length: 500 }, (_, index) => index) })
    expect(many.notes).toEqual([{ kind: 'tooMany', count: 400 * 500 * 2 }])
    expect(many.slots.days).toHaveLength(0)
  })

  it('stops at the last day that can be written', () => {
    expect(rows({ days: 7, to: ['9999-12-31'] })).toEqual(['9999-12-31 1 540 555', '9999-12-31 1 555 570'])
  })
})
