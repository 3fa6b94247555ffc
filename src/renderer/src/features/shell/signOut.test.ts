// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { OutboxEntry } from '@shared/domain/outbox'
import { AppFailure, type AppError } from '@shared/errors'
import { installDesk, type Answers, type FakeDesk } from '@renderer/testing/fakeDesk'
import { mountApp } from '@renderer/testing/mountApp'
import AppShell from './AppShell.vue'

const session = { status: 'signedIn', email: 'm.kaya@clinic.example', server: 'clinic.example', demo: false, kept: true } as const
const entry = (key: string, state: OutboxEntry['state']): OutboxEntry => ({
  key, create: { kind: 'department', form: { name: key } }, reason: '', at: 0, state, id: null, foundAfterwards: false, error: null, jobId: null, candidates: [],
})

let shell: VueWrapper
let desk: FakeDesk
let entries: OutboxEntry[]
let failing: AppError | null

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  entries = [entry('one', 'waiting'), entry('two', 'waiting'), entry('three', 'uncertain')]
  failing = null
})
afterEach(() => {
  shell.unmount()
  vi.useRealTimers()
})

const count = (state: OutboxEntry['state']) => entries.filter((each) => each.state === state).length
async function open(answers: Answers = {}) {
  desk = installDesk({
    'outbox:read': () => entries,
    'jobs:read': () => [],
    'sync:status': () => ({ working: 0, lastSuccess: 1, failing, failingSince: failing && 1, partly: [], skew: 0 }),
    'session:signOut': () => {
      if (entries.length > 0) throw new AppFailure({ kind: 'pending', waiting: count('waiting'), uncertain: count('uncertain') })
      return { status: 'signedOut', reason: 'none' }
    },
    'outbox:sendNow': () => undefined,
    'outbox:discardAll': () => { entries = [] },
    ...answers,
  })
  shell = await mountApp(AppShell, { session })
  await shell.get('button[aria-label="Sign out"]').trigger('click')
  await flushPromises()
}
const dialog = () => document.querySelector<HTMLElement>('[role=alertdialog]')
const press = async (name: string) => {
  [...dialog()!.querySelectorAll('button')].find((button) => button.textContent?.includes(name))!.click()
  await flushPromises()
}
const calls = (call: string) => desk.asked.filter((each) => each.call === call).length
const settle = async (next: OutboxEntry[]) => {
  entries = next
  desk.emit('outbox:changed')
  await flushPromises()
  await vi.advanceTimersByTimeAsync(2000)
}

it('signs out at once when nothing is left', async () => {
  entries = []
  await open()
  expect([calls('session:signOut'), dialog()]).toEqual([1, null])
})

it('asks first when something would be lost, and says how much; who stays has lost nothing', async () => {
  await open()
  expect(dialog()!.textContent).toContain('2 entries wait')
  expect(dialog()!.textContent).toContain('Of 1 entry')
  expect(document.activeElement?.textContent?.trim()).toBe('Stay')
  await press('Stay')
  expect([dialog(), calls('outbox:discardAll'), entries.length]).toEqual([null, 0, 3])
})

it('sends what waits and signs out when nothing is left', async () => {
  await open()
  await press('Send now')
  expect(calls('outbox:sendNow')).toBe(1)
  await settle([entry('one', 'sending')])
  await vi.advanceTimersByTimeAsync(10_000)
  expect(calls('session:signOut')).toBe(1)
  await settle([])
  expect([calls('session:signOut'), dialog()]).toEqual([2, null])
})

it('stays and says why when it can not be sent', async () => {
  failing = { kind: 'offline', cause: 'unreachable' }
  await open()
  await press('Send now')
  await vi.advanceTimersByTimeAsync(2000)
  expect(dialog()!.querySelector('[role=alert]')!.textContent).toContain('server not reachable')
})

it('stays and says so when only what is uncertain is left', async () => {
  await open()
  await press('Send now')
  await settle([entry('three', 'uncertain')])
  expect(dialog()!.querySelector('[role=alert]')!.textContent).toContain('under Activity')
})

it('does not sign out who has chosen to stay while it was sent', async () => {
  await open()
  await press('Send now')
  await press('Stay')
  await settle([])
  expect([calls('session:signOut'), dialog()]).toEqual([1, null])
})

it('discards everything and signs out when told so', async () => {
  await open()
  await press('Discard and sign out')
  expect([calls('outbox:discardAll'), calls('session:signOut'), dialog()]).toEqual([1, 2, null])
})

it('says what failed otherwise', async () => {
  await open({ 'outbox:discardAll': () => { throw new AppFailure({ kind: 'notJournalled' }) } })
  await press('Discard and sign out')
  expect(dialog()!.querySelector('[role=alert]')!.textContent).toContain('disk is full')
})
