import { describe, expect, it } from 'vitest'
import { matchOptions, type Option } from './matchOptions'

const options: Option<number>[] = [
  { value: 1, label: 'City Clinic', hint: 'Dr. Doe' },
  { value: 2, label: 'City Clinic', hint: 'Dr. Muñoz' },
  { value: 3, label: 'North  Clinic' },
]
const found = (query: string, limit = 10) => matchOptions(options, query, limit).shown.map(({ value }) => value)

describe('matchOptions', () => {
  it('shows everything for an empty query', () => {
    expect(found('  ')).toEqual([1, 2, 3])
  })

  it('finds words in any order, without regard to case, accents and spaces', () => {
    expect(found('CLINIC city')).toEqual([1, 2])
    expect(found('munoz')).toEqual([2])
    expect(found('north clinic')).toEqual([3])
  })

  it('tells how many there are when it does not show them all', () => {
    expect(matchOptions(options, 'clinic', 2)).toMatchObject({ count: 3, shown: [{ value: 1 }, { value: 2 }] })
  })

  it('takes a query for text and never for a pattern', () => {
    expect(found('.*')).toEqual([])
  })
})
