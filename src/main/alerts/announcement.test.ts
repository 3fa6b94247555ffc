import { describe, expect, it } from 'vitest'
import type { RequestFacts } from '@shared/domain/triage'
import { announcementsOf, mostFor } from './announcement'
import { speaker } from '@main/tongue/speaker'
import { notificationText, oneLine } from './words'

const request = (id: number, doctorId = id, name = `Dr. ${doctorId}`): RequestFacts => ({ id, day: 20_000, doctor: { id: doctorId, name } })
const requests = (...doctorIds: number[]) => doctorIds.map((doctorId, place) => request(place + 1, doctorId))

/** How many arrived, whether nobody could be told meanwhile, what is told: a number is a digest of so many. */
describe.each<[number, boolean, (number | 'one')[]]>([
  [0, false, []], [0, true, []],
  [1, false, ['one']], [1, true, ['one']],
  [2, false, ['one', 'one']], [2, true, [2]],
  [3, false, ['one', 'one', 'one']], [3, true, [3]],
  [4, false, [4]], [4, true, [4]],
  [350, false, [350]], [350, true, [350]],
])('%i arrived, away before: %j', (count, wasAway, told) => {
  it(`is told as ${JSON.stringify(told)}`, () => {
    const announcements = announcementsOf(requests(...Array.from({ length: count }, (_, id) => id)), wasAway)
    expect(announcements.map(({ kind, requests }) => kind === 'one' ? 'one' : requests.length)).toEqual(told)
    expect(announcements.flatMap(({ requests }) => requests)).toHaveLength(count)
  })
})

describe('the doctor whom most requests are for', () => {
  it.each<[number[], { id: number, count: number } | undefined]>([
    [[1, 2, 2, 3], { id: 2, count: 2 }],
    [[1, 1, 1], { id: 1, count: 3 }],
    [[1, 2, 3], undefined],
    [[], undefined],
  ])('of %j is %j', (ids, most) => {
    const found = mostFor(requests(...ids))
    expect(found && { id: found.doctor.id, count: found.count }).toEqual(most)
  })
})

describe('a notification', () => {
  const one = { kind: 'one' as const, requests: [request(1, 7, 'Dr. Rao')] as [RequestFacts] }
  const digest = (wasAway: boolean) => ({ kind: 'digest' as const, requests: requests(1, 1, 1, 2, 3, 4), wasAway })
  const away = 'They came while this computer was asleep, offline, locked or off.'

  it.each([
    ['names no doctor', one, false, { title: 'New call request', body: '' }],
    ['names the doctor', one, true, { title: 'New call request', body: 'Dr. Rao' }],
    ['counts', digest(false), false, { title: '6 new call requests', body: '' }],
    ['counts, and says whom most are for', digest(false), true, { title: '6 new call requests', body: '3 for Dr. 1' }],
    ['says why it is late', digest(true), false, { title: '6 new call requests', body: away }],
    ['says both', digest(true), true, { title: '6 new call requests', body: `3 for Dr. 1\n${away}` }],
  ])('%s', (_, announcement, withDoctor, text) => {
    expect(notificationText(announcement, withDoctor, speaker([]).speaking())).toEqual(text)
  })

  it('calls a doctor without a name by number', () => {
    expect(notificationText({ kind: 'one', requests: [request(1, 9, '  ')] }, true, speaker([]).speaking()).body).toBe('Doctor no. 9')
  })

  it.each([
    ['Dr.\nRao\t\u0000 X', 'Dr. Rao X'],
    ['\u202eoaR .rD', 'oaR .rD'],
    ['क्‍ष', 'क्‍ष'],
    ['x'.repeat(500), `${'x'.repeat(119)}…`],
    ['{doctor} $& | <b>', '{doctor} $& | <b>'],
  ])('has a name in one line: %j', (name, line) => {
    expect(oneLine(name)).toBe(line)
    expect(notificationText({ kind: 'one', requests: [request(1, 1, name)] }, true, speaker([]).speaking()).body).toBe(line)
  })

  it('fills a text with names that look like holes and forms', () => {
    const same = [request(1, 1, '{n} | $&'), request(2, 1, '{n} | $&')]
    expect(notificationText({ kind: 'digest', requests: same, wasAway: false }, true, speaker([]).speaking()).body).toBe('2 for {n} | $&')
  })
})
