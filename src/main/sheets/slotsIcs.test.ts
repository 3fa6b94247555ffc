import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { emptyStamp } from '@shared/domain/stamp'
import { instantOf } from '@shared/domain/time'
import type { ClinicDay } from './clinicDay'
import { folded } from './icsLine'
import { speaker } from '@main/tongue/speaker'
import { slotsIcs } from './slotsIcs'

const made = Date.parse('2026-11-23T09:00:00Z')
const day = (part: Partial<ClinicDay> = {}): ClinicDay => ({
  clinic: { id: 1, name: 'City Clinic', address: '1 Main St, Pune; 2nd floor', doctors: [{ id: 1, name: 'Dr. Doe', department: '' }] },
  date: '2026-11-23', slots: [{ id: 7, start: 9 * 3600, end: 9 * 3600 + 900 }], stamp: { ...emptyStamp, fetchedAt: made }, isGone: false, ...part,
})
const facts = { tongue: speaker([]).speaking(), zone: 'Asia/Kolkata', made, host: 'clinic.example' }

/** As an independent parser understands it, with the zone that the file itself has. */
function parsed(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone')!)
  const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
  const instant = (time: ICAL.Time) => {
    const local = time.clone()
    local.zone = zone
    return local.toUnixTime() * 1000
  }
  return { calendar, zone, events, instant }
}

describe('slotsIcs', () => {
  it('is read by an independent parser: an event each, at its time in the clinics’ zone', () => {
    const { events, zone, instant } = parsed(slotsIcs([day()], facts))
    expect(events).toHaveLength(1)
    const [event] = events
    expect([event!.uid, event!.summary, event!.location]).toEqual(['slot-7@clinic.example', 'Published slot: City Clinic', '1 Main St, Pune; 2nd floor'])
    expect(event!.startDate.toString()).toBe('2026-11-23T09:00:00')
    expect(zone.tzid).toBe('Asia/Kolkata')
    expect(instant(event!.startDate)).toBe(Date.parse('2026-11-23T03:30:00Z'))
    expect(instant(event!.endDate)).toBe(Date.parse('2026-11-23T03:45:00Z'))
    expect(event!.description).toContain('the server does not say who takes it')
  })

  it('names an event the same at every export', () => {
    const uids = (at: number) => parsed(slotsIcs([day()], { ...facts, made: at })).events.map(({ uid }) => uid)
    expect(uids(made + 86_400_000)).toEqual(uids(made))
  })

  it.each(['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'America/Sao_Paulo', 'Asia/Kathmandu', 'UTC', 'Africa/Casablanca'])(
    'has the right instant on every day of two years in %s', (zone) => {
      for (const date of ['2026-01-15', '2026-03-28', '2026-03-30', '2026-04-06', '2026-07-01', '2026-10-24', '2026-10-26', '2026-11-02', '2027-06-01']) {
        const { events, instant } = parsed(slotsIcs([day({ date })], { ...facts, zone }))
        expect(instant(events[0]!.startDate), `${zone} ${date}`).toBe(instantOf(date, 9 * 3600, zone))
      }
    },
    60_000,
  )

  it('ends a slot until midnight at the next day’s beginning', () => {
    const { events } = parsed(slotsIcs([day({ date: '2026-12-31', slots: [{ id: 1, start: 84_600, end: 86_400 }] })], facts))
    expect(events[0]!.endDate.toString()).toBe('2027-01-01T00:00:00')
  })

  it('keeps any name as it is, in lines that are short enough and hold nothing else', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 150 }), fc.constantFrom('a\\nb', 'BEGIN:VEVENT', 'x,y;z\\', 'क्लिनिक'.repeat(20))), (name) => {
      const text = slotsIcs([day({ clinic: { id: 1, name, doctors: [] } })], facts)
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\u0000-\u0008\u000A-\u001F]/)
      const { events } = parsed(text)
      expect(events).toHaveLength(1)
      expect(events[0]!.uid).toBe('slot-7@clinic.example')
    }))
    expect(parsed(slotsIcs([day({ clinic: { id: 1, name: 'x,y;z\\ क्लिनिक', doctors: [] } })], facts)).events[0]!.summary).toBe('Published slot: x,y;z\\ क्लिनिक')
  })

  it('has no events of a day that is not known, and says so', () => {
    const { calendar, events } = parsed(slotsIcs([day({ slots: [], stamp: emptyStamp })], facts))
    expect(events).toEqual([])
    expect(calendar.getFirstPropertyValue('x-wr-caldesc')).toBe('Days that are not known and have no events here: 1.')
  })
})

it('unfolds to what was folded', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
    expect(folded(text).replaceAll('\r\n ', '')).toBe(text)
  }))
})
