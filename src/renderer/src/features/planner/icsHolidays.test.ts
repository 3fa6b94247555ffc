import { describe, expect, it } from 'vitest'
import { icsHolidays } from './icsHolidays'

const TODAY = '2026-11-26'
const calendar = (...events: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//EN', 'X-WR-CALNAME:Public holidays', ...events.flatMap((event) =>
    ['BEGIN:VEVENT', 'UID:1', ...event.split('|'), 'END:VEVENT']), 'END:VCALENDAR', ''].join('\r\n')
const days = async (...events: string[]) => {
  const found = await icsHolidays(calendar(...events), TODAY)
  return found.ok ? found.days.map(({ day }) => day) : found.reason
}

describe('icsHolidays', () => {
  it('takes all-day events with their names, in order', async () => {
    expect(await icsHolidays(calendar('DTSTART;VALUE=DATE:20261226|SUMMARY:Boxing\\, Day', 'DTSTART;VALUE=DATE:20261225|DTEND;VALUE=DATE:20261226|SUMMARY:Christmas'), TODAY))
      .toEqual({ ok: true, name: 'Public holidays', days: [{ day: '2026-12-25', name: 'Christmas' }, { day: '2026-12-26', name: 'Boxing, Day' }] })
  })

  it('takes every day of an event of several days, over a clock change and the end of a year', async () => {
    expect(await days('DTSTART;VALUE=DATE:20261230|DTEND;VALUE=DATE:20270102')).toEqual(['2026-12-30', '2026-12-31', '2027-01-01'])
    expect(await days('DTSTART;VALUE=DATE:20270327|DURATION:P3D')).toEqual(['2027-03-27', '2027-03-28', '2027-03-29'])
  })

  it('follows yearly rules this year and the next two', async () => {
    expect(await days('DTSTART;VALUE=DATE:20200501|RRULE:FREQ=YEARLY|SUMMARY:Labour Day')).toEqual(['2026-05-01', '2027-05-01', '2028-05-01'])
    expect(await days('DTSTART;VALUE=DATE:20201126|RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH')).toEqual(['2026-11-26', '2027-11-25', '2028-11-23'])
    expect(await days('DTSTART;VALUE=DATE:20260501|RRULE:FREQ=YEARLY|EXDATE;VALUE=DATE:20270501')).toEqual(['2026-05-01', '2028-05-01'])
  })

  it('takes the day on which an event with a time begins, whatever its zone', async () => {
    expect(await days('DTSTART:20261231T233000Z|DTEND:20270101T010000Z')).toEqual(['2026-12-31'])
    expect(await days('DTSTART;TZID=Pacific/Kiritimati:20261225T000000')).toEqual(['2026-12-25'])
  })

  it('takes each day once, and leaves years that are over out', async () => {
    expect(await days('DTSTART;VALUE=DATE:20261225', 'DTSTART;VALUE=DATE:20261225', 'DTSTART;VALUE=DATE:20251225')).toEqual(['2026-12-25'])
  })

  it('ends with rules that never do', async () => {
    expect(await days('DTSTART;VALUE=DATE:20260101|RRULE:FREQ=DAILY')).toHaveLength(1000)
    expect((await days('DTSTART;VALUE=DATE:19000107|RRULE:FREQ=WEEKLY')).length).toBe(157)
    expect(await days('DTSTART:20260101T000000|RRULE:FREQ=SECONDLY')).toEqual(['2026-01-01'])
  })

  it.each([['a picture', '\u0089PNG\r\n\u001a'], ['nothing', ''], ['a contact', 'BEGIN:VCARD\r\nVERSION:4.0\r\nEND:VCARD\r\n'], ['a cut file', 'BEGIN:VCALENDAR\r\nBEGIN:VEV']])(
    'says that %s is no calendar', async (_, text) => { expect(await icsHolidays(text, TODAY)).toEqual({ ok: false, reason: 'noCalendar' }) })

  it('says that a calendar has no days, and passes over an event that can not be read', async () => {
    expect(await icsHolidays(calendar(), TODAY)).toEqual({ ok: false, reason: 'noDays' })
    expect(await days('SUMMARY:without a day', 'DTSTART;VALUE=DATE:20261225')).toEqual(['2026-12-25'])
  })
})
