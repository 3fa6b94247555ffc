// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { SessionState } from '@shared/domain/session'
import { installDesk } from '@renderer/testing/fakeDesk'
import { useNotices } from './notices'
import { usePermission } from './permission'
import { useSession } from './session'

const signedIn: SessionState = { status: 'signedIn', email: 'm@clinic.example', server: 'clinic.example', demo: false, kept: true }
let state: SessionState = signedIn
const read = async (next: SessionState) => {
  state = next
  await useSession().read()
}

beforeEach(async () => {
  vi.useFakeTimers()
  setActivePinia(createPinia())
  installDesk({ 'session:read': () => state })
  await read(signedIn)
})
afterEach(() => { vi.useRealTimers() })
const texts = () => useNotices().notices.map(({ text }) => text)

it('takes good news back after a while and leaves the rest until it is closed', () => {
  const notices = useNotices()
  notices.say({ tone: 'success', text: 'Made.' })
  notices.say({ tone: 'warning', text: 'Not made.' })
  vi.advanceTimersByTime(8000)
  expect(texts()).toEqual(['Not made.'])
  notices.close(notices.notices[0]!.id)
  expect(texts()).toEqual([])
})

it('shows the latest four', () => {
  for (const text of ['1', '2', '3', '4', '5']) useNotices().say({ tone: 'info', text })
  expect(texts()).toEqual(['2', '3', '4', '5'])
})

it('tells nobody what concerned somebody else, but the same person what came before their session was lost', async () => {
  useNotices().say({ tone: 'info', text: 'Yours.' })
  await read({ status: 'signedOut', reason: 'ended' })
  await read(signedIn)
  expect(texts()).toEqual(['Yours.'])
  await read({ ...signedIn, email: 'other@clinic.example' })
  expect(texts()).toEqual([])
})

it('takes an account for one that may only read from its first forbidden write until it signs in again', async () => {
  const permission = usePermission()
  permission.heard({ kind: 'timeout' })
  expect(permission.readOnly).toBe(false)
  permission.heard({ kind: 'forbidden' })
  await read({ ...signedIn, kept: false })
  expect(permission.readOnly).toBe(true)
  await read({ status: 'signedOut', reason: 'ended' })
  await read(signedIn)
  expect(permission.readOnly).toBe(false)
})

it('lets what is about the same take its place, and nothing else', () => {
  const notices = useNotices()
  notices.say({ tone: 'success', text: 'One done.', about: 'triage' })
  notices.say({ tone: 'warning', text: 'Offline.' })
  notices.say({ tone: 'success', text: 'Two done.', about: 'triage', action: { label: 'Undo', run: () => undefined } })
  expect(texts()).toEqual(['Offline.', 'Two done.'])
})

it('takes back what is not true any more, and nothing else', () => {
  const notices = useNotices()
  notices.say({ tone: 'warning', text: 'Full.', about: 'pack' })
  notices.say({ tone: 'warning', text: 'Another.' })
  notices.takeBack('pack')
  expect(texts()).toEqual(['Another.'])
})
