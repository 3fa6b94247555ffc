import { describe, expect, it } from 'vitest'
import { parseDateEntry } from '@shared/domain/dateEntry'
import { dateWords } from '@shared/domain/dateWords'
import { holidayLines, typedHolidays } from './typedHolidays'

const TODAY = '2026-11-26'
const dates = dateWords('en', { today: ['today'], tomorrow: ['tomorrow'], yesterday: ['yesterday'] })
const day = (text: string, options = {}) => parseDateEntry(text, TODAY, dates, options)
const read = (text: string) => typedHolidays(text, TODAY, { day })

describe('typedHolidays', () => {
  it.each([
    ['2026-12-25', { day: '2026-12-25', name: '' }],
    ['2026-12-25 Christmas Day', { day: '2026-12-25', name: 'Christmas Day' }],
    ['25 dec', { day: '2026-12-25', name: '' }],
    ['1 may Labour Day', { day: '2027-05-01', name: 'Labour Day' }],
    ['30 nov 2026 – St Andrew', { day: '2026-11-30', name: 'St Andrew' }],
    ['25.12.2026;Weihnachten', { day: '2026-12-25', name: 'Weihnachten' }],
    ['25/12, Christmas, all day', { day: '2026-12-25', name: 'Christmas, all day' }],
    ['25/12\t1. Weihnachtstag', { day: '2026-12-25', name: '1. Weihnachtstag' }],
  ])('reads %j', (line, expected) => { expect(read(line)).toEqual({ days: [expected], wrong: [] }) })

  it('puts days in order, each once, and passes over empty lines', () => {
    expect(read('26 dec\r\n\r\n25 dec Christmas\n25 dec again').days).toEqual([{ day: '2026-12-25', name: 'Christmas' }, { day: '2026-12-26', name: '' }])
  })

  it('says which lines are no days', () => {
    expect(read('25 dec\n\nChristmas\n30 feb').wrong).toEqual([{ line: 3, text: 'Christmas' }, { line: 4, text: '30 feb' }])
  })

  it('reads its own lines', () => {
    const { days } = read('25 dec Christmas\n26 dec')
    expect(read(holidayLines(days)).days).toEqual(days)
  })
})
