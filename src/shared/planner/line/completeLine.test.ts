import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateWords } from '../../domain/dateWords'
import en from '../../locales/en.json'
import { completeLine, lineHints } from './completeLine'
import { readPlanLine } from './planLine'

const names = {
  clinics: [
    { id: 1, name: 'City Clinic' }, { id: 2, name: 'City' }, { id: 3, name: 'Twin' }, { id: 4, name: 'Twin' }, { id: 5, name: 'Eye' },
    { id: 6, name: 'Old City' },
  ],
  departments: ['Cardiology', 'Eye'], holidaySets: ['Public holidays', 'Ours'],
}
/** What is offered at the bar in a line. */
const at = (line: string) => completeLine(line.replace('|', ''), line.indexOf('|'), names)
const labels = (line: string) => at(line).map(({ label }) => label)
/** The line after each of them was taken. */
const taken = (line: string) => at(line).map(({ from, to, insert }) => {
  const whole = line.replace('|', '')
  return whole.slice(0, from) + insert + whole.slice(to)
})
const words = {
  dates: dateWords('en', { today: [], tomorrow: [], yesterday: [] }), times: { noon: [], midnight: [], am: ['am'], pm: ['pm'] },
}

describe('completeLine', () => {
  it('offers what a line can begin with, each with a hint', () => {
    expect(labels('|')).toEqual(['mon-fri', '9-13', '/15', 'gap', 'brk', 'from', 'until', '4 weeks', 'every 2 weeks', 'skip hols', 'off', 'plus', '@'])
    expect(at('|').every(({ hint }) => hint !== null)).toBe(true)
  })

  it('offers no more what can be said once and was said', () => {
    expect(labels('mon-fri 9-13 /15 gap 5 from fri 4 weeks every 2 weeks skip hols |')).toEqual(['brk', 'off', 'plus', '@'])
    expect(labels('every 2 weeks brk 9-10 |')).toEqual(expect.arrayContaining(['9-13', 'until', '4 weeks']))
  })

  it('goes on with the word at the caret, and replaces the whole of it', () => {
    expect(labels('g|')).toEqual(['gap'])
    expect(taken('mon-fri unt|x 9-13')).toEqual(['mon-fri until  9-13'])
    expect(labels('T|')).toEqual(['tue', 'thu'])
    expect(taken('mon-f|')).toEqual(['mon-fri'])
    expect(labels('4|')).toEqual(['4 weeks'])
    expect(labels('xyz|')).toEqual([])
  })

  it('offers clinics and departments behind an @, quoted where need be', () => {
    expect(labels('9-13 @ci|')).toEqual(['City Clinic', 'City', 'Old City'])
    expect(taken('@ci|')).toEqual(['@"City Clinic" ', '@City ', '@"Old City" '])
    expect(taken('@"city c|')).toEqual(['@"City Clinic" '])
    expect(taken('@city c|')).toEqual(['@"City Clinic" '])
    expect(taken('@card|i')).toEqual(['@Cardiology '])
  })

  it('tells those of one name apart', () => {
    expect(labels('@tw|')).toEqual(['Twin #3', 'Twin #4'])
    expect(taken('@eye|')).toEqual(['@"Eye" #5 ', '@"Eye" #dept '])
  })

  it('leaves the name behind when it is at its end', () => {
    expect(labels('@City |')).toContain('mon-fri')
    expect(labels('@Cardiology 9-13 g|')).toEqual(['gap'])
  })

  it('offers lists of holidays behind skip', () => {
    expect(taken('skip |')).toEqual(['skip hols ', 'skip "Public holidays" ', 'skip "Ours" '])
    expect(taken('skip "ou|')).toEqual(['skip "Ours" '])
    expect(taken('skip "Ours", |')).toEqual(['skip "Ours", "Public holidays" ', 'skip "Ours", "Ours" '])
    expect(labels('skip hols g|')).toEqual(['gap'])
  })

  it('offers nothing where a date is being typed', () => {
    expect([labels('until |'), labels('off 2|'), labels('from t|')]).toEqual([[], [], []])
  })

  it('keeps its lists short', () => {
    const many = Array.from({ length: 3000 }, (_, id) => ({ id, name: `Clinic ${id}` }))
    expect(completeLine('@cl', 3, { ...names, clinics: many })).toHaveLength(30)
  })

  it('offers names that the line then understands', () => {
    const name = fc.string({ minLength: 1, maxLength: 10 }).filter((each) => each.trim() !== '')
    const someNames = fc.uniqueArray(name, { minLength: 1, maxLength: 5 })
    fc.assert(fc.property(someNames, someNames, (some, departments) => {
      const given = { clinics: some.map((each, id) => ({ id, name: each })), departments, holidaySets: [] }
      for (const { insert } of completeLine('@', 1, given)) {
        const { plan, errors } = readPlanLine(insert, { today: '2026-11-26', words, names: given })
        expect([plan.targets?.length, errors]).toEqual([1, []])
      }
    }))
  })

  it('has an explanation for every hint', () => {
    expect(Object.keys(en.planner.hints).sort()).toEqual([...lineHints].sort())
  })
})
