// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import type { CallRequests } from '@shared/domain/callRequest'
import type { OutboxEntry } from '@shared/domain/outbox'
import type { SessionState } from '@shared/domain/session'
import { emptyStamp } from '@shared/domain/stamp'
import type { SyncStatus } from '@shared/domain/sync'
import { useViewCounts } from '@renderer/services/viewCounts'
import { installDesk, type Answers } from '@renderer/testing/fakeDesk'
import { mountApp } from '@renderer/testing/mountApp'
import AppShell from './AppShell.vue'

const session = { status: 'signedIn', email: 'm.kaya@clinic.example', server: 'clinic.example', demo: false, kept: true } as const
const quiet: SyncStatus = { working: 0, lastSuccess: Date.now(), failing: null, failingSince: null, partly: [], skew: 0 }
const requests = (count: number, fetchedAt: number | null): CallRequests => ({
  ids: new Int32Array(count),
  days: new Int32Array(count),
  doctorOf: new Int32Array(count),
  doctors: [],
  stamp: { ...emptyStamp, fetchedAt },
})

const entry = (state: OutboxEntry['state']): OutboxEntry => ({
  key: state, create: { kind: 'department', form: { name: 'X' } }, reason: '', at: 0, state, id: null, foundAfterwards: false, error: null,
  jobId: null, candidates: [],
})

let shell: VueWrapper
afterEach(() => { shell.unmount() })

async function open(answers: Answers = {}, state: Partial<SessionState> = {}) {
  const desk = installDesk({ 'sync:status': () => quiet, 'callRequests:list': () => requests(3, 1), 'jobs:read': () => [], ...answers })
  shell = await mountApp(AppShell, { session: { ...session, ...state } })
  return desk
}
const count = (what: string) => shell.get(`[data-count=${what}]`)
const status = () => shell.get('[role=status]')

it('names its places and marks the one that is open', async () => {
  await open()
  const links = shell.get('nav[aria-label=Main]').findAll('a')
  expect(links.map((link) => link.text()))
    .toEqual(['Calendar', 'Call requests', 'Staff', 'Departments', 'Runway', 'Find a slot', 'Capacity', 'Hand-over', 'Activity', 'Help', 'Settings'])
  expect(links.map((link) => link.attributes('aria-current'))).toEqual(['page', ...Array(10).fill(undefined)])
})

it('counts what is known and leaves the rest out', async () => {
  await open()
  expect([count('callRequests').attributes('data-value'), count('callRequests').text()]).toEqual(['3', '3 call requests'])
  expect([count('slots').attributes('data-value'), count('slots').text()]).toEqual([undefined, ''])
  useViewCounts().set('slots', 1)
  await flushPromises()
  expect([count('slots').attributes('data-value'), count('slots').text()]).toEqual(['1', '1 slot'])
})

it('does not count call requests before they were fetched', async () => {
  await open({ 'callRequests:list': () => requests(0, null) })
  expect(count('callRequests').attributes('data-value')).toBeUndefined()
})

it('says in words whether the server answers', async () => {
  let sync = quiet
  const desk = await open({ 'sync:status': () => sync })
  expect(status().attributes('aria-label')).toBe('Sync status')
  expect(status().text()).toMatch(/^Up to date \d\d:\d\d$/)
  sync = { ...quiet, failing: { kind: 'offline', cause: 'unreachable' }, failingSince: Date.now() }
  desk.emit('sync:changed')
  await flushPromises()
  expect(status().text()).toMatch(/^Offline since \d\d:\d\d: server not reachable$/)
})

it('fetches anew on request', async () => {
  const desk = await open({ 'sync:now': () => quiet })
  await shell.findAll('button').find((each) => each.text() === 'Sync now')!.trigger('click')
  expect(desk.asked.at(-1)?.call).toBe('sync:now')
})

it('signs out', async () => {
  const desk = await open({ 'session:signOut': () => ({ status: 'signedOut', reason: 'none' }) })
  await shell.get('button[aria-label="Sign out"]').trigger('click')
  expect(desk.asked.at(-1)?.call).toBe('session:signOut')
})

it('marks sample data, and says what it means to have no key store', async () => {
  await open({}, { demo: true, kept: false })
  expect(shell.text()).toContain('Demo clinic: sample data')
  expect(shell.text()).toContain("This computer's key store is missing or locked.")
  shell.unmount()
  await open()
  expect(shell.text()).not.toContain('sample data')
  expect(shell.text()).not.toContain('key store')
})

it('says how much waits to be sent beside the sync status, and leads to it', async () => {
  const counts = { waiting: 3, sending: 0, checking: 0, made: 1, refused: 0, notMade: 0, uncertain: 0, discarded: 0 }
  const job = { id: 'a', title: '', at: 0, total: 4, sendsAt: null, counts, perSecond: null, secondsLeft: null, hindrance: null, verified: null }
  await open({
    'outbox:read': () => [entry('waiting'), entry('sending'), entry('uncertain')],
    'jobs:read': () => [{ ...job, state: 'running' }, { ...job, state: 'stopped' }],
  })
  expect(status().text()).toMatch(/^Up to date \d\d:\d\d\s*4 waiting to send$/)
  await status().get('a').trigger('click')
  await flushPromises()
  expect(shell.get('nav [aria-current]').text()).toContain('Activity')
})

it('marks Activity with what needs a person, without taking the link’s name', async () => {
  await open({ 'outbox:read': () => [entry('uncertain'), entry('refused'), entry('notMade'), entry('waiting')] })
  const link = shell.get('nav').findAll('a').find((each) => each.text().startsWith('Activity'))!
  expect(link.get('.badge').attributes('aria-hidden')).toBe('true')
  expect(shell.get(`#${link.attributes('aria-describedby')}`).text()).toBe('3 need you')
})
