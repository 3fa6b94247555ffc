import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { dateWords } from '../../domain/dateWords'
import { dayOfNumber } from '../../domain/time'
import { planSchema, type Hours, type Plan, type Target } from '../plan'
import type { LineNames } from './lineNames'
import { readPlanLine, withDefaults } from './planLine'
import { writePlanLine } from './writePlanLine'

const near = { today: ['today'], tomorrow: ['tomorrow'], yesterday: ['yesterday'] }
const times = { noon: ['noon'], midnight: ['midnight'], am: ['am', 'a'], pm: ['pm', 'p'] }
const words = { dates: dateWords('en', near), times }
const read = (line: string, names: LineNames) => readPlanLine(line, { today: '2026-11-26', words, names })

const h = (hours: number, minutes = 0) => hours * 3600 + minutes * 60
const names: LineNames = {
  clinics: [{ id: 1, name: 'City Clinic' }, { id: 3, name: 'Twin' }, { id: 4, name: 'Twin' }, { id: 5, name: 'Eye' }, { id: 6, name: 'The "Old" One' }],
  departments: ['Cardiology', 'Eye'], holidaySets: ['Ours'],
}
const plan: Plan = {
  targets: [{ kind: 'department', name: 'Cardiology' }], weekdays: [1, 2, 3, 4, 5], everyWeeks: 1, from: '2026-12-01',
  end: { kind: 'until', day: '2027-09-30' }, sessions: [{ start: h(9), end: h(13) }], duration: 900, gap: 0,
  breaks: [{ start: h(11), end: h(11, 15) }], skip: 'all', off: [], plus: [],
}
const written = (change: Partial<Plan>) => writePlanLine(change, names)
const to = (...targets: Target[]) => written({ targets })

const upTo = (most: number) => fc.integer({ min: 0, max: most })
const day = fc.integer({ min: -700_000, max: 2_900_000 }).map(dayOfNumber)
const days = fc.uniqueArray(day, { maxLength: 4 })
const span = fc.tuple(upTo(1439), upTo(1439)).map(([a, b]): Hours => ({ start: Math.min(a, b) * 60, end: Math.max(a, b) * 60 + 60 }))
/** Names as people give them, and such as they had better not give. */
const name = fc.oneof(
  fc.constantFrom('City', 'City Clinic', 'City 9-13', 'mon-fri', 'until', '#12', 'A#12', '/15', 'a "b" c', '“x”', 'x, y', '@home', 'hols', ' spaced  out ', '9-13'),
  fc.string({ minLength: 1, maxLength: 12 }), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
)
const lineNames: fc.Arbitrary<LineNames> = fc.record({
  clinics: fc.uniqueArray(fc.record({ id: upTo(30), name }), { selector: ({ id }) => id, maxLength: 8 }),
  departments: fc.uniqueArray(name, { maxLength: 5 }),
  holidaySets: fc.uniqueArray(name, { maxLength: 5 }),
})
const planOf = ({ clinics, departments, holidaySets }: LineNames): fc.Arbitrary<Plan> => fc.record({
  targets: fc.uniqueArray(fc.oneof(
    fc.constantFrom(...clinics.map(({ id }) => id), 77).map((id): Target => ({ kind: 'clinic', id })),
    fc.constantFrom(...departments, 'Not known at all').map((each): Target => ({ kind: 'department', name: each })),
  ), { minLength: 1, maxLength: 5, selector: (target) => JSON.stringify(target) }),
  weekdays: fc.subarray<Plan['weekdays'][number]>([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
  everyWeeks: fc.integer({ min: 1, max: 52 }),
  from: day,
  end: fc.oneof(
    day.map((each): Plan['end'] => ({ kind: 'until', day: each })),
    fc.integer({ min: 1, max: 520 }).map((weeks): Plan['end'] => ({ kind: 'weeks', weeks })),
  ),
  sessions: fc.array(span, { minLength: 1, maxLength: 4 }),
  duration: fc.integer({ min: 1, max: 1439 }).map((minutes) => minutes * 60),
  gap: upTo(1440).map((minutes) => minutes * 60),
  breaks: fc.array(span, { maxLength: 3 }),
  skip: fc.oneof(fc.constant('all' as const), fc.subarray([...holidaySets, 'No list at all'])),
  off: days,
  plus: days,
})
const namesAndPlan = lineNames.chain((given) => planOf(given).map((made) => ({ names: given, plan: made })))

describe('writePlanLine', () => {
  it('writes the whole line', () => {
    expect(written(plan)).toBe('mon-fri 9-13 /15 brk 11-11:15 from 2026-12-01 until 2027-09-30 skip hols @Cardiology')
  })

  it('writes as much of a plan as there is, and leaves out what goes without saying', () => {
    expect(written({})).toBe('')
    expect(written({ gap: 0, everyWeeks: 1, skip: [], off: [], plus: [], breaks: [], duration: 1200 })).toBe('/20')
    expect(written({ gap: 300, everyWeeks: 2, end: { kind: 'weeks', weeks: 1 }, off: ['2026-12-08', '2026-12-09'], skip: ['Ours'] }))
      .toBe('gap 5 1 week every 2 weeks skip "Ours" off 2026-12-08, 2026-12-09')
  })

  it.each<[Plan['weekdays'], string]>([
    [[1, 3], 'mon,wed'], [[1, 2], 'mon,tue'], [[1, 2, 3, 5], 'mon-wed,fri'], [[1, 6, 7], 'sat-mon'], [[1, 7], 'sun,mon'], [[1, 2, 3, 4, 5, 6, 7], 'mon-sun'],
  ])('writes the weekdays %j as %s', (weekdays, expected) => { expect(written({ weekdays })).toBe(expected) })

  it('names a clinic or department so that no other is meant', () => {
    expect(to({ kind: 'clinic', id: 1 }, { kind: 'clinic', id: 4 }, { kind: 'clinic', id: 5 })).toBe('@"City Clinic" @"Twin" #4 @Eye')
    expect(to({ kind: 'department', name: 'Eye' }, { kind: 'clinic', id: 6 })).toBe('@"Eye" #dept @"The ""Old"" One"')
    expect(to({ kind: 'clinic', id: 99 }, { kind: 'department', name: 'Gone' })).toBe('@#99 @"Gone" #dept')
  })

  it('says every plan, whatever the names: read again it is the same', () => {
    fc.assert(fc.property(namesAndPlan, ({ names: given, plan: made }) => {
      expect(v.is(planSchema, made)).toBe(true)
      const again = read(writePlanLine(made, given), given)
      expect(withDefaults(again.plan, '2026-11-26')).toEqual(made)
      expect(again.errors.filter(({ code }) => !code.startsWith('unknownHolidays'))).toEqual([])
    }), { numRuns: 500 })
  })

  it('says as much as there is of an unfinished plan: read again it is the same', () => {
    const part = fc.tuple(namesAndPlan, fc.array(fc.constantFrom(...Object.keys(plan) as (keyof Plan)[])))
    fc.assert(fc.property(part, ([{ names: given, plan: made }, missing]) => {
      const draft: Partial<Plan> = { ...made }
      for (const key of missing) delete draft[key]
      const again = read(writePlanLine(draft, given), given)
      expect(withDefaults(again.plan, '2026-11-26')).toEqual(withDefaults(draft, '2026-11-26'))
    }))
  })
})
