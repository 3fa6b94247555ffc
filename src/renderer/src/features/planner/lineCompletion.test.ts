import { describe, expect, it } from 'vitest'
import { completed, completionAt } from './lineCompletion'

const names = { clinics: [{ id: 1, name: 'City' }, { id: 2, name: 'City Clinic' }], departments: ['Cardiology'], holidaySets: [] }
const at = (marked: string, wanted = false) => completionAt(marked.replace('|', ''), marked.indexOf('|'), names, wanted)
const labels = (marked: string, wanted = false) => at(marked, wanted)?.entries.map(({ label }) => label)

describe('completionAt', () => {
  it('offers what the begun word may become, the first ready to be taken', () => {
    expect(labels('mon 9-13 @c|')).toEqual(['City', 'City Clinic', 'Cardiology'])
    expect(at('mon 9-13 @c|')?.active).toBe(0)
  })

  it('leaves Enter alone where no word is begun, unless the list is wanted', () => {
    expect(at('mon 9-13 |')).toBeUndefined()
    expect(labels('mon 9-13 |', true)).toContain('/15')
  })

  it('leaves Enter alone where the word is whole, and offers the longer ones', () => {
    expect([at('@city|')?.active, labels('@city|')]).toEqual([-1, ['City Clinic']])
    expect(at('9-13|')).toBeUndefined()
  })
})

describe('completed', () => {
  it('puts the caret behind what was taken, with one space to the next word', () => {
    const { entries } = at('mon @ca| 9-13')!
    expect(completed('mon @ca 9-13', entries[0]!)).toEqual({ line: 'mon @Cardiology 9-13', caret: 16 })
  })
})
