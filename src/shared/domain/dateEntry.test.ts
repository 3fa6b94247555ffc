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
    ['mon', '2026-11-23'], ['fri', '2026-11-27'], ['sunday', '2026-11-29'], ['29 feb 2028', '2028-02-29'],
  ])('understands %j', (text, day) => { expect(parse(text)).toBe(day) })

  it.each(['soon', '13', '2026-11', '30 foo', 'm', '+', '11:30', '2026-11-30x', ''])('does not guess at %j', (text) => {
    expect(parse(text)).toBe('unknown')
  })

  it.each(['2026-02-30', '31/4', '30/13', '31 nov', '29 feb 2027', '0/5'])('says that %j is no day', (text) => {
    expect(parse(text)).toBe('noSuchDay')
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
