import { describe, expect, it } from 'vitest'
import { isSilent, pauseOf } from './silence'

const at = (time: string) => Date.parse(`2026-11-26T${time}:00Z`)
const hours = (from: number, to: number) => ({ from: from * 3600, to: to * 3600 })
const loud = { quietHours: null, paused: null, isLocked: false, now: at('12:00'), zone: 'UTC' }

describe('notifications are silent', () => {
  it.each([
    ['never by themselves', {}, false],
    ['while the desk is locked', { isLocked: true }, true],
    ['while paused for good', { paused: { until: null } }, true],
    ['until the pause ends', { paused: { until: at('12:01') } }, true],
    ['not from the end of the pause on', { paused: { until: at('12:00') } }, false],
    ['from the first quiet second', { quietHours: hours(12, 13) }, true],
    ['not from the last on', { quietHours: hours(11, 12) }, false],
    ['over midnight, before it', { quietHours: hours(20, 7), now: at('23:59') }, true],
    ['over midnight, after it', { quietHours: hours(20, 7), now: at('06:59') }, true],
    ['not by day', { quietHours: hours(20, 7), now: at('07:00') }, false],
    ['all day when from and to are the same', { quietHours: hours(8, 8) }, true],
    ['by the clinic’s clock', { quietHours: hours(17, 18), zone: 'Asia/Kolkata' }, true],
  ])('%s', (_, circumstances, silent) => {
    expect(isSilent({ ...loud, ...circumstances })).toBe(silent)
  })
})

describe('a pause', () => {
  it.each<['hour' | 'tomorrow', string, string, string]>([
    ['hour', 'UTC', '2026-11-26T12:00:00Z', '2026-11-26T13:00:00Z'],
    ['tomorrow', 'UTC', '2026-11-26T12:00:07.500Z', '2026-11-27T00:00:00Z'],
    ['tomorrow', 'Asia/Kolkata', '2026-11-26T12:00:00Z', '2026-11-26T18:30:00Z'],
    ['tomorrow', 'Europe/Berlin', '2026-03-28T23:30:00Z', '2026-03-29T22:00:00Z'],
    ['tomorrow', 'Europe/Berlin', '2026-10-24T22:30:00Z', '2026-10-25T23:00:00Z'],
    ['tomorrow', 'America/New_York', '2026-12-31T12:00:00Z', '2027-01-01T05:00:00Z'],
  ])('for %s in %s from %s ends at %s', (wanted, zone, now, until) => {
    expect(pauseOf(wanted, Date.parse(now), zone)).toEqual({ until: Date.parse(until) })
  })

  it('can last until somebody ends it, and be ended', () => {
    expect(pauseOf('ever', 0, 'UTC')).toEqual({ until: null })
    expect(pauseOf('resumed', 0, 'UTC')).toBeNull()
  })
})
