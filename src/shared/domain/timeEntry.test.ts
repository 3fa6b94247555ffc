import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockText, DAY_SECONDS } from './time'
import { parseLengthEntry, parseTimeEntry } from './timeEntry'

const words = { noon: ['noon'], midnight: ['midnight'], am: ['a.m.', 'am', 'a'], pm: ['p.m.', 'pm', 'p'] }
const start = (text: string) => parseTimeEntry(text, words)
const end = (text: string) => parseTimeEntry(text, words, { end: true })
const clock = (seconds: number | undefined) => seconds === undefined ? undefined : clockText(seconds)

describe('parseTimeEntry', () => {
  it.each([
    ['9', '09:00'], ['09', '09:00'], ['0', '00:00'], ['915', '09:15'], ['0915', '09:15'], ['2130', '21:30'], ['9:15', '09:15'], ['9.15', '09:15'],
    [' 9 : 15 ', '09:15'], ['9,15', '09:15'], ['09:15:00', '09:15'], ['9.15 pm', '21:15'], ['9:15PM', '21:15'], ['915pm', '21:15'], ['9 p.m.', '21:00'],
    ['9a', '09:00'], ['12am', '00:00'], ['12 pm', '12:00'], ['12:30 am', '00:30'], ['21h30', '21:30'], ['21h', '21:00'], ['9h05', '09:05'],
    ['Noon', '12:00'], ['midnight', '00:00'], ['９：１５', '09:15'], ['٩', '09:00'], ['९:१५', '09:15'], ['23:59', '23:59'],
  ])('understands %j', (text, time) => { expect(clock(start(text))).toBe(time) })

  it.each(['', ' ', '9:', '9.'])('takes %j for an hour or for nothing', (text) => {
    expect(start(text)).toBe(text.trim() === '' ? undefined : 9 * 3600)
  })

  it.each(['25', '9:60', '960', '24:01', '13pm', '0am', '-9', '9:5', '9:155', '12345', 'nine', 'am', '9:15 xm', '9 15', '24:00', '1e3'])(
    'does not guess at %j', (text) => { expect(start(text)).toBeUndefined() })

  it.each(['24:00', '24', '2400', 'midnight', '0:00', '12am'])('takes %j for the end of the day where something ends', (text) => {
    expect(end(text)).toBe(DAY_SECONDS)
  })

  it('reads back every minute of the day as it is written, with and without the colon, and in twelve hours', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => {
      const written = clockText(minute * 60)
      const hour = Math.floor(minute / 60)
      const half = `${hour % 12 || 12}.${written.slice(3)} ${hour < 12 ? 'am' : 'pm'}`
      for (const text of [written, written.replace(':', ''), half]) expect(start(text)).toBe(minute * 60)
    }))
  })

  it('gives whole minutes of a day or nothing, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ maxLength: 12 }), fc.boolean(), (text, isEnd) => {
      const seconds = parseTimeEntry(text, words, { end: isEnd })
      if (seconds === undefined) return
      expect(seconds % 60).toBe(0)
      expect(seconds >= (isEnd ? 60 : 0) && seconds <= (isEnd ? DAY_SECONDS : DAY_SECONDS - 60)).toBe(true)
    }))
  })
})

describe('parseLengthEntry', () => {
  it.each([
    ['20', 20], ['20 min', 20], ["15'", 15], ['90m', 90], ['1h', 60], ['1 h 30', 90], ['1h30', 90], ['1:30', 90], ['1.5 h', 90], ['1,5h', 90], ['2 hours', 120], ['1440', 1440],
  ])('understands %j', (text, minutes) => { expect(parseLengthEntry(text)).toBe(minutes * 60) })

  it.each(['', '0', '-5', '1441', '25h', 'long', '1.5', '1:3x'])('does not guess at %j', (text) => { expect(parseLengthEntry(text)).toBeUndefined() })
})
