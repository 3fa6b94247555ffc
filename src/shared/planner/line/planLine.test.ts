import { describe, expect, it } from 'vitest'
import { dateWords } from '../../domain/dateWords'
import en from '../../locales/en.json'
import { lineFaultCodes } from './lineFault'
import { readPlanLine, withDefaults } from './planLine'

const TODAY = '2026-11-26'
const near = { today: ['today'], tomorrow: ['tomorrow'], yesterday: ['yesterday'] }
const times = { noon: ['noon'], midnight: ['midnight'], am: ['am', 'a'], pm: ['pm', 'p'] }
const names = {
  clinics: [
    { id: 1, name: 'City Clinic' }, { id: 2, name: 'North' }, { id: 3, name: 'Twin' }, { id: 4, name: 'Twin' }, { id: 5, name: 'Eye' },
    { id: 6, name: 'City' },
  ],
  departments: ['Cardiology', 'Eye', 'ENT', 'Ent'],
  holidaySets: ['Public holidays 2027', 'Ours'],
}
const wordsOf = (language: string) => ({ dates: dateWords(language, near), times })
const english = wordsOf('en')
const read = (line: string, words = english) => readPlanLine(line, { today: TODAY, words, names })
const plan = (line: string) => {
  const { plan, errors } = read(line)
  expect(errors).toEqual([])
  return plan
}
/** Each error as its code and the characters that it points at. */
const errors = (line: string) => read(line).errors.map(({ code, from, to }) => [code, line.slice(from, to)])
const h = (hours: number, minutes = 0) => hours * 3600 + minutes * 60

describe('readPlanLine', () => {
  it('reads the whole line', () => {
    expect(plan('mon-fri 9-13 /15 brk 11-11:15 until 30 sep skip hols @Cardiology')).toEqual({
      weekdays: [1, 2, 3, 4, 5], sessions: [{ start: h(9), end: h(13) }], duration: 900, breaks: [{ start: h(11), end: h(11, 15) }],
      end: { kind: 'until', day: '2027-09-30' }, skip: 'all', targets: [{ kind: 'department', name: 'Cardiology' }],
    })
  })

  it('takes its words in any order, in any case, with any spaces', () => {
    expect(plan('  @cardiology   SKIP HOLS Until  30  Sep brk 11 - 11:15 / 15 9 -13   Mon - Fri '))
      .toEqual(plan('mon-fri 9-13 /15 brk 11-11:15 until 30 sep skip hols @Cardiology'))
  })

  it.each<[string, object]>([
    ['mon,wed', { weekdays: [1, 3] }], ['wed, mon , fri', { weekdays: [1, 3, 5] }], ['sat-mon', { weekdays: [1, 6, 7] }], ['tuesday', { weekdays: [2] }],
    ['mon-wed,fri sun', { weekdays: [1, 2, 3, 5, 7] }], ['mon. - tues.', { weekdays: [1, 2] }],
    ['9:30-12:45', { sessions: [{ start: h(9, 30), end: h(12, 45) }] }], ['9am-1pm', { sessions: [{ start: h(9), end: h(13) }] }],
    ['9-13 14-18', { sessions: [{ start: h(9), end: h(13) }, { start: h(14), end: h(18) }] }], ['0-24', { sessions: [{ start: 0, end: h(24) }] }],
    ['9-13, 14-18', { sessions: [{ start: h(9), end: h(13) }, { start: h(14), end: h(18) }] }], ['22 – 0', { sessions: [{ start: h(22), end: h(24) }] }],
    ['9 am - noon', { sessions: [{ start: h(9), end: h(12) }] }], ['0915-9.45', { sessions: [{ start: h(9, 15), end: h(9, 45) }] }],
    ['/15', { duration: 900 }], ['/ 1h', { duration: 3600 }], ['/1:30', { duration: 5400 }], ['/20min', { duration: 1200 }],
    ['gap 5', { gap: 300 }], ['gap 0', { gap: 0 }], ['gap5', { gap: 300 }],
    ['brk 11-11:15 brk 12-13', { breaks: [{ start: h(11), end: h(11, 15) }, { start: h(12), end: h(13) }] }],
    ['break 11-11:15, 12-13 14-15', { breaks: [{ start: h(11), end: h(11, 15) }, { start: h(12), end: h(13) }], sessions: [{ start: h(14), end: h(15) }] }],
    ['from 2026-12-01', { from: '2026-12-01' }], ['from mon', { from: '2026-11-30' }], ['from 1 jan 4 weeks', { from: '2027-01-01', end: { kind: 'weeks', weeks: 4 } }],
    ['from jan 5 2028', { from: '2028-01-05' }], ['from +2w', { from: '2026-12-10' }], ['from tomorrow 9-13', { from: '2026-11-27', sessions: [{ start: h(9), end: h(13) }] }],
    ['until 12/12', { end: { kind: 'until', day: '2026-12-12' } }], ['until 30 nov, 2027', { end: { kind: 'until', day: '2027-11-30' } }],
    ['until fri from 2027-01-04', { from: '2027-01-04', end: { kind: 'until', day: '2027-01-08' } }],
    ['until 5 jan from 10 jan', { from: '2027-01-10', end: { kind: 'until', day: '2028-01-05' } }],
    ['4 weeks', { end: { kind: 'weeks', weeks: 4 } }], ['1week', { end: { kind: 'weeks', weeks: 1 } }], ['for 2 weeks', { end: { kind: 'weeks', weeks: 2 } }],
    ['every 2 weeks', { everyWeeks: 2 }], ['every week', { everyWeeks: 1 }], ['every 3rd week', { everyWeeks: 3 }], ['every other week', { everyWeeks: 2 }],
    ['every 2 weeks 4 weeks', { everyWeeks: 2, end: { kind: 'weeks', weeks: 4 } }],
    ['skip "Ours"', { skip: ['Ours'] }], ['skip ours', { skip: ['Ours'] }], ['skip "ours", "public holidays 2027"', { skip: ['Ours', 'Public holidays 2027'] }],
    ['skip Public holidays 2027 9-13', { skip: ['Public holidays 2027'], sessions: [{ start: h(9), end: h(13) }] }], ['skip hols skip Ours', { skip: 'all' }],
    ['off 2026-12-08', { off: ['2026-12-08'] }], ['off 8 dec, 24 dec off 2026-12-08', { off: ['2026-12-08', '2026-12-24'] }],
    ['off 2026-12-08,2026-12-09 mon', { off: ['2026-12-08', '2026-12-09'], weekdays: [1] }], ['off 8 dec, 9-13', { off: ['2026-12-08'], sessions: [{ start: h(9), end: h(13) }] }],
    ['plus 2026-12-12', { plus: ['2026-12-12'] }],
    ['@North', { targets: [{ kind: 'clinic', id: 2 }] }], ['@"City Clinic"', { targets: [{ kind: 'clinic', id: 1 }] }], ['@city  clinic 9-13', { targets: [{ kind: 'clinic', id: 1 }], sessions: [{ start: h(9), end: h(13) }] }],
    ['@City mon', { targets: [{ kind: 'clinic', id: 6 }], weekdays: [1] }], ['@North, @Cardiology @north', { targets: [{ kind: 'department', name: 'Cardiology' }, { kind: 'clinic', id: 2 }] }],
    ['@Twin #4', { targets: [{ kind: 'clinic', id: 4 }] }], ['@“Twin”#3', { targets: [{ kind: 'clinic', id: 3 }] }], ['@#99', { targets: [{ kind: 'clinic', id: 99 }] }],
    ['@Eye #dept', { targets: [{ kind: 'department', name: 'Eye' }] }], ['@Ent', { targets: [{ kind: 'department', name: 'Ent' }] }],
    ['', {}], [' , ', {}],
  ])('reads %j', (line, expected) => { expect(plan(line)).toEqual(expected) })

  it.each<[string, ...[code: string, at: string][]]>([
    ['mon xyzzy', ['unknown', 'xyzzy']], ['untli 30 sep', ['unknownNear', 'untli'], ['dateAlone', '30 sep']], ['wde', ['unknownNear', 'wde']],
    ['card', ['unknownNear', 'card']], ['15', ['numberAlone', '15']], ['9am', ['timeAlone', '9am']], ['9:30', ['timeAlone', '9:30']],
    ['2026-12-08', ['dateAlone', '2026-12-08']], ['mon-fir 9-13', ['notAWeekday', 'fir']], ['mon-', ['notAWeekday', '-']],
    ['9-', ['notHours', '9-']], ['9-13x', ['notHours', '9-13x']], ['9-25', ['notATime', '25']], ['9:70-10', ['notATime', '9:70']],
    ['9-5', ['endBeforeStart', '9-5']], ['9-9', ['endBeforeStart', '9-9']], ['brk', ['breakWithoutHours', 'brk']], ['brk 11', ['notHours', '11']],
    ['brk mon', ['breakWithoutHours', 'brk']], ['brk 11-10', ['endBeforeStart', '11-10']],
    ['/', ['lengthMissing', '/']], ['/x', ['notALength', 'x']], ['/0', ['notALength', '0']], ['/24h', ['notALength', '24h']], ['/15 /20', ['twice', '/20']],
    ['gap', ['lengthMissing', 'gap']], ['gap x', ['notALength', 'x']], ['gap 5 gap 6', ['twice', 'gap 6']],
    ['every', ['everyMissing', 'every']], ['every day', ['everyMissing', 'every'], ['unknown', 'day']], ['every 53 weeks', ['everyRange', '53 weeks']],
    ['0 weeks', ['weeksRange', '0 weeks']], ['521 weeks', ['weeksRange', '521 weeks']], ['4 weeks until fri', ['twice', 'until fri']],
    ['4 weeks 5 weeks', ['twice', '5 weeks']], ['from mon from tue', ['twice', 'from tue']],
    ['from', ['dateMissing', 'from']], ['until /15', ['dateMissing', 'until']], ['from soon', ['notADate', 'soon']], ['until 31 apr 9-13', ['noSuchDay', '31 apr']],
    ['off 2026-02-30', ['noSuchDay', '2026-02-30']], ['plus', ['dateMissing', 'plus']],
    ['skip', ['skipMissing', 'skip']], ['skip "Ourz"', ['unknownHolidaysNear', '"Ourz"']], ['skip "Ours', ['quoteOpen', '"Ours']], ['skip Xyz', ['unknownHolidays', 'Xyz']],
    ['@', ['targetMissing', '@']], ['@Nowhere', ['unknownTarget', '@Nowhere']], ['@Cardiolgy', ['unknownTargetNear', '@Cardiolgy']], ['@Card', ['unknownTargetNear', '@Card']],
    ['@Twin mon', ['ambiguousClinic', '@Twin']], ['@ent', ['ambiguousDepartment', '@ent']], ['@Twin #1', ['otherNumber', '@Twin']],
    ['@"City', ['quoteOpen', '"City']], ['"City"', ['unknown', '"City"']],
    ['@North 15 4 weeks', ['numberAlone', '15']], ['@North 9-13 15 mon', ['numberAlone', '15']],
  ])('points at what is wrong in %j', (line, ...expected) => { expect(errors(line)).toEqual(expected) })

  it('suggests what was probably meant', () => {
    const suggestion = (line: string) => read(line).errors[0]!.params['near']
    expect([suggestion('untli'), suggestion('evry'), suggestion('thr'), suggestion('Card'), suggestion('@Cty Clinic'), suggestion('@"Cty Clinic"')])
      .toEqual(['until', 'every', 'thu', '@Cardiology', '@City', '@"City Clinic"'])
    expect(read('@Twin').errors[0]!.params).toEqual({ word: 'Twin', ids: '#3, #4', written: '@Twin #3' })
  })

  it('goes on reading after an error', () => {
    expect(read('mno 9-13 /15').plan).toEqual({ sessions: [{ start: h(9), end: h(13) }], duration: 900 })
  })

  it('keeps a list of holidays that is gone in the plan, so that nobody overlooks it', () => {
    expect(read('skip "Gone"').plan).toEqual({ skip: ['Gone'] })
  })

  it('takes the clinic where a department has the same name, and says so', () => {
    const { plan, notes } = read('@eye')
    expect(plan).toEqual({ targets: [{ kind: 'clinic', id: 5 }] })
    expect(notes).toEqual([{ from: 0, to: 4, code: 'departmentToo', params: { word: 'eye', written: '@eye #dept' } }])
  })

  it('says when there are no holidays to skip', () => {
    const { notes } = readPlanLine('skip hols', { today: TODAY, words: english, names: { ...names, holidaySets: [] } })
    expect(notes).toEqual([{ from: 0, to: 9, code: 'noHolidays', params: {} }])
  })

  it('understands weekdays and months of the interface’s language beside the English ones', () => {
    expect(read('mo-fr until 30 märz', wordsOf('de'))).toMatchObject({ plan: { weekdays: [1, 2, 3, 4, 5], end: { kind: 'until', day: '2027-03-30' } }, errors: [] })
    expect(read('mon-fri', wordsOf('hi'))).toMatchObject({ plan: { weekdays: [1, 2, 3, 4, 5] }, errors: [] })
    expect(read('सोम-शुक्र', wordsOf('hi'))).toMatchObject({ plan: { weekdays: [1, 2, 3, 4, 5] }, errors: [] })
  })

  it('has a sentence for every error', () => {
    expect(Object.keys(en.planner.line).sort()).toEqual([...lineFaultCodes].sort())
  })
})

describe('withDefaults', () => {
  it('begins tomorrow, in every week, without exceptions', () => {
    expect(withDefaults({ duration: 900 }, '2026-12-31')).toEqual({
      from: '2027-01-01', everyWeeks: 1, gap: 0, breaks: [], skip: [], off: [], plus: [], duration: 900,
    })
  })
})
