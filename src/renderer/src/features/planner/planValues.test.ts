import { describe, expect, it } from 'vitest'
import { parseDateEntry } from '@shared/domain/dateEntry'
import { dateWords } from '@shared/domain/dateWords'
import { parseTimeEntry } from '@shared/domain/timeEntry'
import type { PlanDraft } from '@shared/planner/line/lineContext'
import { followed, missingParts, valuesOf, type PlanValues } from './planValues'
import { readValues } from './readValues'

const TODAY = '2026-11-26'
const dates = dateWords('en', { today: ['today'], tomorrow: ['tomorrow'], yesterday: ['yesterday'] })
const times = { noon: ['noon'], midnight: ['midnight'], am: ['am'], pm: ['pm'] }
const typed = {
  day: (text: string, options = {}) => parseDateEntry(text, TODAY, dates, options),
  time: (text: string, options = {}) => parseTimeEntry(text, times, options),
}
const full: PlanDraft = {
  targets: [{ kind: 'clinic', id: 1 }, { kind: 'department', name: 'Eye' }], weekdays: [1, 3, 5], everyWeeks: 2, from: '2026-12-01',
  end: { kind: 'weeks', weeks: 4 }, sessions: [{ start: 32_400, end: 46_800 }, { start: 50_400, end: 86_400 }], duration: 900, gap: 300,
  breaks: [{ start: 39_600, end: 40_500 }], skip: ['Ours'], off: ['2026-12-08'], plus: ['2026-12-12', '2026-12-13'],
}
const typedIn = (part: Partial<PlanValues>) => readValues({ ...valuesOf({}), ...part }, TODAY, typed)

describe('the values of a plan', () => {
  it('say the whole plan', () => {
    expect(readValues(valuesOf(full), TODAY, typed)).toEqual({ draft: full, wrong: {} })
    const until: PlanDraft = { ...full, end: { kind: 'until', day: '2027-09-30' }, skip: 'all' }
    expect(readValues(valuesOf(until), TODAY, typed)).toEqual({ draft: until, wrong: {} })
  })

  it('say nothing that was not filled in', () => {
    expect(typedIn({})).toEqual({ draft: { everyWeeks: 1, gap: 0 }, wrong: {} })
    expect(typedIn({ skip: 'chosen' }).draft.skip).toBeUndefined()
  })

  it('are read as people type', () => {
    expect(typedIn({
      from: 'tomorrow', until: '30 sep', duration: '1h', gap: '5 min', sessions: [{ start: '9', end: '1 pm' }, { start: '22', end: 'midnight' }],
      off: '24 dec, 1/1', plus: 'sat',
    }).draft).toMatchObject({
      from: '2026-11-27', end: { kind: 'until', day: '2027-09-30' }, duration: 3600, gap: 300,
      sessions: [{ start: 32_400, end: 46_800 }, { start: 79_200, end: 86_400 }], off: ['2026-12-24', '2027-01-01'], plus: ['2026-11-28'],
    })
  })

  it.each<[Partial<PlanValues>, Record<string, unknown>]>([
    [{ from: 'someday' }, { from: { key: 'form.notADate' } }],
    [{ until: '2027-02-29' }, { until: { key: 'form.day' } }],
    [{ weeks: '0' }, { weeks: { key: 'planner.wrong.weeks' } }],
    [{ weeks: '521' }, { weeks: { key: 'planner.wrong.weeks' } }],
    [{ everyWeeks: 'two' }, { everyWeeks: { key: 'planner.wrong.everyWeeks' } }],
    [{ duration: '0' }, { duration: { key: 'form.notALength' } }],
    [{ duration: '25h' }, { duration: { key: 'form.notALength' } }],
    [{ gap: '-5' }, { gap: { key: 'form.notALength' } }],
    [{ sessions: [{ start: '9', end: '13' }, { start: '13', end: '9' }] }, { 'sessions.1': { key: 'form.endBeforeStart' } }],
    [{ sessions: [{ start: '9', end: '' }] }, { 'sessions.0': { key: 'form.notATime' } }],
    [{ breaks: [{ start: 'x', end: '9' }] }, { 'breaks.0': { key: 'form.notATime' } }],
    [{ off: '24 dec, sometime' }, { off: { key: 'planner.wrong.dayInList', word: 'sometime' } }],
  ])('say what of %j can not be read', (part, wrong) => { expect(typedIn(part).wrong).toEqual(wrong) })
})

describe('missingParts', () => {
  it('names what has to be said, in the order of the form', () => {
    expect(missingParts({})).toEqual(['targets', 'weekdays', 'sessions', 'duration', 'end'])
    expect(missingParts({ ...full, weekdays: [] })).toEqual(['weekdays'])
    expect(missingParts(full)).toEqual([])
  })
})

describe('followed', () => {
  const after = (values: PlanValues, draft: PlanDraft) => followed(values, readValues(values, TODAY, typed), draft)

  it('keeps what says the same as it is typed, and writes out the rest', () => {
    const values = { ...valuesOf(full), from: '1 dec', duration: '15 min' }
    expect(after(values, { ...full, duration: 1200 })).toEqual({ ...valuesOf(full), from: '1 dec', duration: '20' })
  })

  it('does not keep what can not be read', () => {
    expect(after({ ...valuesOf({}), from: 'someday' }, {}).from).toBe('')
    expect(after({ ...valuesOf({}), sessions: [{ start: 'x', end: '' }] }, {}).sessions).toEqual([{ start: '', end: '' }])
  })
})
