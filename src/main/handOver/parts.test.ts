import { describe, expect, it } from 'vitest'
import { speaker } from '@main/tongue/speaker'
import type { Job } from '@shared/domain/job'
import type { ClinicRunway } from '@shared/domain/runway'
import { emptyStamp } from '@shared/domain/stamp'
import { cut } from './cut'
import { namesOf } from './names'
import { runwayPart } from './runwayPart'
import { todayPart } from './todayPart'
import { createsPart, jobsPart } from './unsentParts'

const tongue = speaker([]).speaking()
const writing = { tongue, zone: 'UTC' }
const at = Date.parse('2026-11-23T09:00:00Z')
const names = namesOf({ clinics: [{ id: 1, name: 'North\nClinic', doctors: [{ id: 7, name: 'Dr. Ada Roe', department: '' }] }], doctors: [] }, tongue)

describe('names', () => {
  it('are one line, or a number where none is known', () => {
    expect([names.clinic(1), names.doctor(7), names.clinic(9), names.doctor(9)]).toEqual(['North Clinic', 'Dr. Ada Roe', 'Clinic 9', 'Doctor no. 9'])
  })
})

describe('plans', () => {
  const counts = { waiting: 0, sending: 0, checking: 0, made: 4, refused: 0, notMade: 0, uncertain: 0, discarded: 0 }
  const job = (part: Partial<Job>): Job => ({
    id: 'j', title: 'mon-fri 9-13', at, total: 4, state: 'finished', sendsAt: null, counts, perSecond: null, secondsLeft: null,
    hindrance: null, verified: { missing: 0, twice: 0 }, ...part,
  })
  const rows = (part: Partial<Job>) => jobsPart([job(part)], writing).rows.map(([title, state]) => [title, state])

  it('that ended well are no news', () => {
    expect(rows({})).toEqual([])
    expect(rows({ verified: null })).toEqual([])
  })

  it('are told of while they are held or under way, and when they ended badly', () => {
    expect(rows({ state: 'held', counts: { ...counts, made: 0, waiting: 4 } })[0]![1]).toMatch(/^held · /)
    expect(rows({ state: 'stopped' })[0]![1]).toMatch(/^stopped · /)
    expect(rows({ counts: { ...counts, made: 3, refused: 1 } })[0]![1]).toMatch(/^finished · .*refused/)
    expect(rows({ verified: { missing: 1, twice: 2 } })[0]![1]).toMatch(/One of them is not on the server any more\. · 2 of them/)
  })
})

describe('creates', () => {
  it('are told of unless they are made', () => {
    const entry = { key: 'k', at, create: { kind: 'slot', form: { clinicId: 1, date: '2026-11-24', start: 33_000, end: 33_600 } } }
    const part = createsPart([{ ...entry, state: 'waiting' }, { ...entry, state: 'made' }] as never, names, writing)
    expect(part.rows).toEqual([['New slot', '09:10 – 09:20, Tue 24 Nov, North Clinic', 'waiting', 'Mon 23 Nov, 09:00']])
  })
})

describe('the runway', () => {
  const ahead = (part: Partial<ClinicRunway>): ClinicRunway =>
    ({ clinicId: 1, lasts: 3, last: '2026-11-26', stamp: { ...emptyStamp, fetchedAt: at }, ...part }) as ClinicRunway
  const part = (...clinics: ClinicRunway[]) => runwayPart({ from: '2026-11-23', clinics } as never, 14, names, writing)

  it('lists the clinics that are short or ended, and none that lasts or is not known', () => {
    const { rows, age } = part(ahead({ lasts: 0, last: null }), ahead({}), ahead({ lasts: 14 }), ahead({ stamp: emptyStamp }))
    expect(rows).toEqual([['North Clinic', 'nothing published from today on', ''], ['North Clinic', expect.stringContaining('3'), 'Thu\u00a026\u00a0Nov']])
    expect(age).toBe('1 clinic is not known yet.')
  })

  it('says that nothing is known rather than that nothing is short', () => {
    expect([part().none, part(ahead({ stamp: emptyStamp })).none]).toEqual(['This is not known yet.', 'This is not known yet.'])
    expect(part(ahead({ lasts: 20 })).none).toBe('Every clinic that is known is published for 14 days or more.')
  })
})

describe('what changed today', () => {
  const since = Date.parse('2026-11-23T00:00:00Z')
  const own = { at, action: 'create', kind: 'slot', id: 1, clinicId: 1, outcome: 'made', failure: '', reason: '' } as const
  const slot = { kind: 'slot', turn: 'went', id: 3, clinicId: 1, date: '2026-11-24', start: 1, end: 2 } as const

  it('is counted by what and where, and leaves out what was before', () => {
    const others = { since: since - 1, count: 2, changes: [{ ...slot, at }, { ...slot, at: since - 1 }] }
    const part = todayPart({ records: [own, { ...own, id: 2 }, { ...own, at: since - 1 }], others, since, names }, writing)
    expect(part.rows).toEqual([['New slot', 'North Clinic', 'made', '2'], ['Slot gone', 'North Clinic', 'by others', '1']])
    expect(part.age).toBe('')
  })

  it('says when it is not all', () => {
    const part = todayPart({ records: [], others: { since: at, count: 9, changes: [{ ...slot, at }] }, since, names }, writing)
    expect(part.age).toBe('Changes by others are listed since Mon 23 Nov, 09:00. Only the last change by others is counted.')
  })
})

it('more than a hundred rows are counted', () => {
  const { rows, more } = cut(Array.from({ length: 130 }, () => ['x']))
  expect([rows.length, more]).toEqual([100, 30])
})
