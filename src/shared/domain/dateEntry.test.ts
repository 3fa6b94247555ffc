import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, numberOfDay, weekday } from './time'
import { parseDateEntry } from './dateEntry'
import { dateWords } from './dateWords'

const near = { today: ['today'], tomorrow: ['tomorrow'], yesterday: ['yesterday'] }
const words = dateWords('en', near)
const TODAY = '2026-11-23'
const parse = (text: string, today = TODAY) => {
  const entry = parseDateEntry(text, today, words)
  return entry.ok ? entry.day : entry.reason
}

describe('parseDateEntry', () => {
  it.each([
    ['2026-11-30', '2026-11-30'], [' 2026/1/5 ', '2026-01-05'], ['30/11', '2026-11-30'], ['30.11.', '2026-11-30'], ['30.11.2027', '2027-11-30'],
    ['30 nov', '2026-11-30'], ['30nov', '2026-11-30'], ['Nov 30', '2026-11-30'], ['30 November 2027', '2027-11-30'], ['nov 30, 2027', '2027-11-30'],
    ['today', '2026-11-23'], ['TOMORROW', '2026-11-24'], ['yesterday', '2026-11-22'], ['+3', '2026-11-26'], ['-2w', '2026-11-09'], ['+ 1 w', '2026-11-30'],
    ['+1m', '2026-12-23'], ['-9m', '2026-02-23'], ['+1y', '2027-11-23'], ['12/3', '2027-03-12'], ['12/3/27', '2027-03-12'], ['12.3.2026', '2026-03-12'],
    ['next mon', '2026-11-30'], ['Next  Friday', '2026-12-04'], ['sun next', '2026-12-06'], ['last fri', '2026-11-20'],
    ['next week', '2026-11-30'], ['last week', '2026-11-16'], ['next month', '2026-12-23'], ['last month', '2026-10-23'],
    ['mon', '2026-11-23'], ['fri', '2026-11-27'], ['sunday', '2026-11-29'], ['29 feb 2028', '2028-02-29'],
  ])('understands %j', (text, day) => { expect(parse(text)).toBe(day) })

  it.each(['soon', '13', '2026-11', '30 foo', 'm', '+', '11:30', '2026-11-30x', '', 'next', 'next fo', 'next next', 'next mon fri', '+3x'])('does not guess at %j', (text) => {
    expect(parse(text)).toBe('unknown')
  })

  it.each(['2026-02-30', '31/4', '30/30', '31 nov', '29 feb 2027', '0/5'])('says that %j is no day', (text) => {
    expect(parse(text)).toBe('noSuchDay')
  })

  it('reads day and month in the order of the language, and says which where only the other one is a day', () => {
    const american = dateWords('en-US', near)
    expect(parseDateEntry('12/3', TODAY, american)).toEqual({ ok: true, day: '2026-12-03' })
    expect(parseDateEntry('30/11', TODAY, american)).toEqual({ ok: false, reason: 'monthFirst', instead: '11/30' })
    expect(parseDateEntry('11.30.2026', TODAY, words)).toEqual({ ok: false, reason: 'dayFirst', instead: '30.11.2026' })
    for (const language of ['en', 'hi', 'es', 'ar']) expect(dateWords(language, near).order).toBe('dayFirst')
  })

  it('stays in the month that is meant where it is shorter', () => {
    expect(parse('+1m', '2027-01-31')).toBe('2027-02-28')
    expect(parse('next month', '2027-12-31')).toBe('2028-01-31')
    expect(parse('-1y', '2028-02-29')).toBe('2027-02-28')
  })

  it('takes the nearest year where none is given', () => {
    expect(parse('2 jan', '2026-12-20')).toBe('2027-01-02')
    expect(parse('20 dec', '2027-01-02')).toBe('2026-12-20')
  })

  it('takes the first from a day on where one is given', () => {
    const from = (earliest: string, text: string) => parseDateEntry(text, TODAY, words, { earliest })
    expect(from(TODAY, '30 sep')).toEqual({ ok: true, day: '2027-09-30' })
    expect(from('2028-03-01', '1/3')).toEqual({ ok: true, day: '2028-03-01' })
    expect(from('2026-12-30', 'fri')).toEqual({ ok: true, day: '2027-01-01' })
    expect(from('2097-01-01', '29 feb')).toEqual({ ok: true, day: '2104-02-29' })
    expect(from(TODAY, '31 apr')).toEqual({ ok: false, reason: 'noSuchDay' })
    expect(from('2027-01-01', 'tomorrow')).toEqual({ ok: true, day: '2026-11-24' })
    expect(from('2027-01-01', '2026-12-01')).toEqual({ ok: true, day: '2026-12-01' })
  })

  it('understands the language\'s own names beside the English ones', () => {
    const german = dateWords('de', near)
    expect(parseDateEntry('30 märz', TODAY, german)).toEqual({ ok: true, day: '2027-03-30' })
    expect(parseDateEntry('freitag', TODAY, german)).toEqual({ ok: true, day: '2026-11-27' })
    expect(parseDateEntry('30 nov', TODAY, german)).toEqual({ ok: true, day: '2026-11-30' })
  })

  it('finds the next and the last of each weekday in the weeks beside this one, whatever today is', () => {
    const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
    fc.assert(fc.property(fc.integer({ min: 0, max: 40_000 }), fc.constantFrom(...names), fc.constantFrom(1, -1), (days, name, by) => {
      const today = addDays('1970-01-01', days)
      const day = parse(`${by > 0 ? 'next' : 'last'} ${name}`, today)
      expect(names[weekday(day) - 1]).toBe(name)
      const monday = (of: string) => numberOfDay(of) - weekday(of)
      expect(monday(day) - monday(today)).toBe(7 * by)
    }))
  })

  it('reads back every day as it is written in numbers, and comes back from every step', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 9999 }), fc.constantFrom('', 'd', 'w'), (days, count, unit) => {
      const day = addDays('1970-01-01', days)
      const [year, month, date] = day.split('-')
      expect(parse(`${date}/${month}/${year}`)).toBe(day)
      expect(parse(`-${count}${unit}`, parse(`+${count}${unit}`, day))).toBe(day)
    }))
  })

  it('never throws, and never answers with a day that does not exist', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9+\-/. a-z]{0,12}$/)), (text) => {
      const entry = parseDateEntry(text, TODAY, words)
      if (entry.ok) expect(numberOfDay(entry.day)).not.toBeNaN()
    }))
  })

  it('finds each weekday within the week from today on', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 40_000 }), fc.constantFrom('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'), (days, name) => {
      const today = addDays('1970-01-01', days)
      const day = parse(name, today)
      expect(numberOfDay(day) - numberOfDay(today)).toBeGreaterThanOrEqual(0)
      expect(numberOfDay(day) - numberOfDay(today)).toBeLessThan(7)
      expect(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'][weekday(day) - 1]).toBe(name)
    }))
  })
})
