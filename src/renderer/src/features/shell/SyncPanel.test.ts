// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import type { OutboxEntry } from '@shared/domain/outbox'
import { emptyStamp } from '@shared/domain/stamp'
import type { SyncDetails, SyncPart, SyncStatus } from '@shared/domain/sync'
import type { AppError } from '@shared/errors'
import { useOutbox } from '@renderer/services/outbox'
import { installDesk, type Answers } from '@renderer/testing/fakeDesk'
import { mountApp } from '@renderer/testing/mountApp'
import StatusLine from './StatusLine.vue'

const quiet: SyncStatus = { working: 0, lastSuccess: Date.now(), failing: null, failingSince: null, partly: [], skew: 0 }
const now = Date.now()
const part = (resource: SyncPart['resource'], stamp: Partial<SyncPart['stamp']>, clinicId: number | null = null, name = ''): SyncPart =>
  ({ resource, clinicId, name, stamp: { ...emptyStamp, ...stamp } })
const parts = [
  part('slots', { fetchedAt: now }, 1, 'City Clinic'),
  part('slots', { fetchedAt: now - 12 * 60_000 - 5000, failed: { kind: 'forbidden' } }, 2),
  part('callRequests', { fetchedAt: now, unusable: 2 }),
  part('staff', {}),
]

let line: VueWrapper
afterEach(() => { line.unmount() })

async function open(status: Partial<SyncStatus> = {}, next: SyncDetails['next'] = null, more: Answers = {}) {
  const all = { ...quiet, ...status }
  const desk = installDesk({ 'sync:status': () => all, 'sync:details': () => ({ status: all, next, parts }), 'sync:now': () => all, 'outbox:read': () => [], ...more })
  line = await mountApp(StatusLine, { server: 'clinic.example', demo: false })
  await line.get('[role=status] button').trigger('click')
  await flushPromises()
  return desk
}
const panel = () => document.querySelector('[role=dialog]')!
const rows = () => [...panel().querySelectorAll('li')].map((row) => row.textContent!.replace(/\s+/g, ' '))

describe('sync panel', () => {
  it('says how old each list is, why one failed, and which was not opened yet', async () => {
    await open({ partly: ['slots'] })
    expect(line.get('[role=status]').text()).toBe('Not up to date: Slots')
    expect(panel().querySelector('h2')?.textContent).toBe('Sync')
    const [city, second, requests, staff] = rows()
    expect(city).toMatch(/Slots of City Clinic.*Live: fetched at/)
    expect(second).toMatch(/Slots of Clinic 2.*12 min.*This account may not do that/)
    expect(requests).toMatch(/Call requests.*2 rows could not be read/)
    expect(staff).toMatch(/Staff.*not opened yet/)
  })

  it.each<[AppError, NonNullable<SyncDetails['next']>['pace'], RegExp, RegExp, RegExp]>([
    [{ kind: 'offline', cause: 'dns' }, 'afterFailure', /^Offline since \d\d:\d\d: server’s name not found$/, /name was not found/, /tried again at \d\d:\d\d, and at once when the network comes back/],
    [{ kind: 'offline', cause: 'proxy' }, 'afterFailure', /^Offline since .*: proxy not reachable$/, /proxy does not answer/, /tried again at/],
    [{ kind: 'webPage' }, 'afterFailure', /^Offline since .*: sign in to the network first$/, /Sign in to the network first/, /you come back to this window/],
    [{ kind: 'server', status: 502 }, 'afterFailure', /^Server fault since \d\d:\d\d: server answered 502$/, /fault of its own/, /tried again at/],
    [{ kind: 'timeout' }, 'afterFailure', /^Offline since .*: no answer in time$/, /took too long/, /tried again at/],
    [{ kind: 'moved' }, 'seldom', /^Stopped since .*: server has moved$/, /answers from another address/, /Only a person/],
    [{ kind: 'throttled', retryAfter: 90 }, 'asAsked', /^Server busy since \d\d:\d\d/, /asks for a pause/, /at \d\d:\d\d, not before/],
    [{ kind: 'untrusted', code: 'CERT_DATE_INVALID' }, 'seldom', /^Stopped since .*: server’s identity not proven$/, /CERT_DATE_INVALID/, /every five minutes/],
  ])('tells what is wrong, what is being done and what to do: %o', async (failing, pace, short, sentence, plan) => {
    await open({ failing, failingSince: now }, { at: now + 60_000, pace })
    expect(line.get('[role=status]').text()).toMatch(short)
    expect(panel().textContent).toMatch(sentence)
    expect(panel().textContent).toMatch(plan)
  })

  it('says what waits, what is under way, and what is wrong with the copy on this computer', async () => {
    await open({ working: 3 }, null, { 'cache:read': () => ({ setAside: { days: 2, lists: 0 }, failing: 'full' }) })
    expect(panel().textContent).toContain('3 requests are under way.')
    expect(panel().textContent).toContain('2 stored days were damaged and set aside.')
    expect(panel().textContent).toContain('This computer’s disk is full.')
    expect(panel().textContent).not.toContain('waits on this computer')
    line.unmount()
    const waits = { key: 'a', state: 'waiting', at: 0, error: { kind: 'offline', cause: 'dns' } } as OutboxEntry
    await open({}, null, { 'outbox:read': () => [waits], 'jobs:read': () => [] })
    useOutbox().start()
    await flushPromises()
    expect(panel().textContent).toMatch(/1 waiting to send.*waits on this computer, sealed/)
  })

  it('names a clock that is wrong by five minutes, and by how much', async () => {
    await open({ skew: 7.2 * 60_000 })
    expect(panel().textContent).toContain('This computer’s clock is 7 minutes behind the server’s.')
    line.unmount()
    await open({ skew: -26 * 3_600_000 })
    expect(panel().textContent).toContain('This computer’s clock is 26 hours ahead of the server’s.')
    line.unmount()
    await open({ skew: 4.9 * 60_000 })
    expect(panel().textContent).not.toContain('clock')
  })

  it('fetches anew on request and follows what happens', async () => {
    const desk = await open()
    const button = [...panel().querySelectorAll('button')].find((each) => each.textContent.includes('Sync now'))!
    button.click()
    await flushPromises()
    expect(desk.asked.map(({ call }) => call)).toContain('sync:now')
    desk.asked.length = 0
    desk.emit('sync:changed')
    await flushPromises()
    expect(desk.asked.map(({ call }) => call).toSorted()).toEqual(['sync:details', 'sync:status'])
  })
})
