// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ActivityRecord } from '@shared/domain/activity'
import type { OutboxEntry } from '@shared/domain/outbox'
import { emptyStamp } from '@shared/domain/stamp'
import { AppFailure } from '@shared/errors'
import { useOutbox } from '@renderer/services/outbox'
import { useSession } from '@renderer/services/session'
import { useWaiting } from '@renderer/services/waiting'
import { installDesk, type Answers, type FakeDesk } from '@renderer/testing/fakeDesk'
import { jobOf } from '@renderer/testing/jobOf'
import { mountApp } from '@renderer/testing/mountApp'
import ActivityView from './ActivityView.vue'

const live = { ...emptyStamp, fetchedAt: 1 }
const at = Date.now()
const record = (more: Partial<ActivityRecord>): ActivityRecord =>
  ({ at, action: 'create', kind: 'slot', id: 9, outcome: 'made', failure: '', reason: '', ...more })
const slot = { clinicId: 1, date: '2026-11-23', start: 32_400, end: 33_300 }
const entry = (key: string, state: OutboxEntry['state'], more: Partial<OutboxEntry> = {}): OutboxEntry => ({
  key, create: { kind: 'slot', form: slot }, reason: '', at, state, id: null, foundAfterwards: false, error: null, jobId: null, candidates: [], ...more,
})

let view: VueWrapper
let desk: FakeDesk
let records: ActivityRecord[]
let entries: OutboxEntry[]
let stop: () => void
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600)
  entries = []
  records = [
    record({ ...slot, reason: 'two rooms' }),
    record({ kind: 'callRequest', doctorId: 7, date: '2026-11-24', outcome: 'refused', failure: 'server' }),
    record({ kind: 'department', action: 'change', id: 3, outcome: 'saved', at: at - 2 * 86_400_000 }),
    record({ kind: 'staffMember', action: 'remove', id: 99, outcome: 'failed', failure: 'timeout' }),
  ]
})
afterEach(() => {
  stop()
  view.unmount()
  vi.restoreAllMocks()
})

async function open(answers: Answers = {}) {
  desk = installDesk({
    'session:read': () => ({ status: 'signedIn', email: 'm@clinic.example', server: 'clinic.example', demo: false, kept: true }),
    'activity:read': () => records,
    'outbox:read': () => entries,
    'jobs:read': () => [],
    'directory:read': () => ({
      clinics: [{ id: 1, name: 'City Clinic', address: '', doctors: [] }], gone: [], asked: 1, doctors: 1, failures: [], stamp: live,
    }),
    'staff:list': () => ({
      ids: Int32Array.from([7]), names: ['Dr. Roe'], isDoctor: Uint8Array.from([1]), departmentOf: Int32Array.from([0]), departments: ['ENT'], stamp: live,
    }),
    'departments:list': () => ({ rows: [{ id: 3, name: 'ENT', staff: 1, doctors: 1 }], stamp: live }),
    ...answers,
  })
  view = await mountApp(ActivityView)
  stop = useOutbox().start()
  await useSession().read()
  await flushPromises()
}
const rows = () => view.findAll('[data-index]').map((row) => row.findAll('.cell').map((cell) => cell.text()))
const button = (words: string) => view.findAll('button').find((each) => each.text().includes(words))!
const press = async (words: string) => {
  await button(words).trigger('click')
  await flushPromises()
}
const input = (call: string) => desk.asked.filter((each) => each.call === call).map((each) => each.input)

describe('the history', () => {
  it('names what was done, to what, how it ended, why and by whom', async () => {
    await open()
    expect(rows().map((cells) => cells.slice(1))).toEqual([
      ['New slot', expect.stringMatching(/^09:00 – 09:15, Mon,? 23 Nov, City Clinic$/), 'made', 'warning overruled: two rooms', 'm@clinic.example'],
      ['New call request', expect.stringMatching(/^Dr. Roe, Tue,? 24 Nov$/), 'refused', 'fault of the server', 'm@clinic.example'],
      ['Changed department', 'ENT', 'saved', '', 'm@clinic.example'],
      ['Deleted staff member', 'no. 99', 'failed', 'no answer in time', 'm@clinic.example'],
    ])
    expect([rows()[0]![0], rows()[2]![0]]).toEqual([expect.stringMatching(/^\d\d:\d\d$/), expect.stringMatching(/^\w{3},? .+, \d\d:\d\d$/)])
  })

  it('is searched word by word, and says when nothing is found', async () => {
    await open()
    await view.get('input[type=search]').setValue('roe refused')
    expect(rows()).toHaveLength(1)
    await view.get('input[type=search]').setValue('nobody')
    expect(rows()).toEqual([])
    await press('Show all activity')
    expect(rows()).toHaveLength(4)
  })

  it('is handed out as it is shown: as CSV with a guard against formulas, and as a table for the clipboard', async () => {
    records = [record({ ...slot, reason: 'two, rooms' }), record({ kind: 'department', id: 3 })]
    await open({
      'activity:export': () => true, 'activity:copy': () => undefined,
      'departments:list': () => ({ rows: [{ id: 3, name: '=HYPERLINK("x")', staff: 0, doctors: 0 }], stamp: live }),
    })
    await press('Export as CSV')
    const [{ text }] = input('activity:export') as [{ text: string }]
    expect(text.split('\r\n')).toEqual([
      '\uFEFFTime,What,Which,Outcome,Why,Who',
      expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d,New slot,"09:00 – 09:15, .+",made,"warning overruled: two, rooms",m@clinic.example$/),
      expect.stringMatching(/,New department,"'=HYPERLINK\(""x""\)",made,,m@clinic.example$/),
      '',
    ])
    await view.get('input[type=search]').setValue('hyperlink')
    await press('Copy')
    const [copied] = input('activity:copy') as [{ text: string }]
    expect(copied.text.split('\n').map((line) => line.split('\t').length)).toEqual([6, 6])
  })

  it('says when the file could not be written', async () => {
    await open({ 'activity:export': () => { throw new AppFailure({ kind: 'notSaved' }) } })
    await press('Export as CSV')
    expect(view.get('[role=alert]').text()).toContain('could not be written')
  })

  it('follows what comes', async () => {
    await open()
    records = [record({})]
    desk.emit('activity:changed')
    await flushPromises()
    expect(rows()).toHaveLength(1)
  })

  it('says when there is nothing yet, and when it could not be read', async () => {
    records = []
    await open()
    expect(view.text()).toContain('Nothing was sent from this desk')
    view.unmount()
    await open({ 'activity:read': () => { throw new AppFailure({ kind: 'busy' }) } })
    expect(view.get('[role=alert]').text()).toContain('Too much')
    expect(view.text()).not.toContain('Nothing was sent')
  })
})

describe('what is not on the server', () => {
  const items = () => view.findAll('li.entry')

  it('comes first, what needs a person before what waits', async () => {
    entries = [entry('a', 'waiting', { error: { kind: 'timeout' } }), entry('b', 'refused', { error: { kind: 'conflict', detail: 'Taken.' } }), entry('c', 'uncertain')]
    await open({ 'jobs:read': () => [jobOf({ title: 'mon-fri 9-13', total: 300, counts: { made: 290, refused: 10 } })] })
    expect(items().map((item) => item.get('.state').text())).toEqual(['uncertain', 'refused', 'waiting'])
    expect(items()[1]!.text()).toContain('Taken.')
    expect(items()[2]!.text()).toContain('no answer in time')
    expect(view.get('section.open').text()).toContain('2 need you')
    expect(view.get('li.job').text()).toMatch(/290 of 300 slots made, 10 refused/)
  })

  it('that is uncertain is settled by a person, who sees every possibility', async () => {
    entries = [entry('c', 'uncertain', { candidates: [812, 813] })]
    await open({ 'outbox:resolve': () => entries[0]! })
    expect(items()[0]!.findAll('button').map((each) => each.text())).toEqual([
      'It is the slot that stands there now (no. 812)', 'It is the slot that stands there now (no. 813)', 'It was not made',
    ])
    await press('no. 813')
    await press('It was not made')
    expect(input('outbox:resolve')).toEqual([{ key: 'c', id: 813 }, { key: 'c', id: null }])
  })

  it('that was refused is sent once more on a person’s word', async () => {
    entries = [entry('b', 'refused')]
    await open({ 'outbox:retry': () => entries[0]! })
    await press('Retry')
    expect(input('outbox:retry')).toEqual([{ key: 'b' }])
  })

  it('that waits is edited, discarded after a question, or sent now', async () => {
    entries = [entry('a', 'waiting')]
    await open({ 'outbox:sendNow': () => undefined })
    await press('Edit')
    expect(useWaiting().edited?.key).toBe('a')
    await press('Discard')
    expect(useWaiting().discarded?.key).toBe('a')
    await press('Send now')
    expect(input('outbox:sendNow')).toHaveLength(1)
  })

  it('says beside it why something could not be done', async () => {
    entries = [entry('b', 'notMade')]
    await open({ 'outbox:retry': () => { throw new AppFailure({ kind: 'conflict', detail: '' }) } })
    await press('Retry')
    expect(items()[0]!.get('[role=alert]').text()).toContain('too late')
  })
})
