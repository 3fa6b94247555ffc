import { describe, expect, it } from 'vitest'
import { departmentNames, mayBeNew } from './departmentNames'

describe('departmentNames', () => {
  it('sorts, and shows the chosen one even if nobody knows it any more', () => {
    expect(departmentNames(['Surgery', 'ENT'], undefined, 'en')).toEqual(['ENT', 'Surgery'])
    expect(departmentNames(['Surgery', 'ENT'], 'Lab', 'en')).toEqual(['ENT', 'Lab', 'Surgery'])
    expect(departmentNames(['Surgery', 'ENT'], 'ENT', 'en')).toEqual(['ENT', 'Surgery'])
    expect(departmentNames(['Surgery', ''], '', 'en')).toEqual(['Surgery'])
  })
})

describe('mayBeNew', () => {
  it.each([['Oncology', true], ['  ', false], ['surgery', false], [' SURGERY ', false], ['Surgéry', false], ['Surger', true]])(
    'says of %j: %s', (typed, expected) => {
      expect(mayBeNew(typed, ['Surgery', 'ENT'])).toBe(expected)
    },
  )
})
