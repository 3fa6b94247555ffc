// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Changes } from '@shared/domain/change'
import { installDesk } from '@renderer/testing/fakeDesk'
import { useChanges } from './changes'

const slot = (id: number, turn: 'came' | 'went' = 'came') =>
  ({ kind: 'slot', turn, id, at: 0, clinicId: 1, date: '2026-11-23', start: 0, end: 60 }) as const
let now: Changes

beforeEach(() => {
  vi.useFakeTimers()
  setActivePinia(createPinia())
  now = { since: 0, count: 3, changes: [slot(1), slot(2), slot(3, 'went'), { kind: 'staffMember', turn: 'came', id: 1, at: 0, name: 'Dr. Roe' }] }
})
afterEach(() => { vi.useRealTimers() })

async function open() {
  const desk = installDesk({ 'changes:read': () => now })
  const changes = useChanges()
  const stop = changes.start()
  await flushPromises()
  return { desk, changes, stop }
}

it('marks what is new until it has been on the screen for ten minutes, and lists it on', async () => {
  const { changes } = await open()
  expect([...changes.newSlots]).toEqual([1, 2])
  changes.saw('slot', [1])
  vi.advanceTimersByTime(9 * 60_000)
  changes.saw('slot', [1])
  expect([...changes.newSlots]).toEqual([1, 2])
  vi.advanceTimersByTime(61_000)
  expect([...changes.newSlots]).toEqual([2])
  expect([...changes.newStaff]).toEqual([1])
  expect(changes.changes?.count).toBe(3)
})

it('takes nothing for seen while the window is hidden, and forgets all of it with the person', async () => {
  const { changes, stop } = await open()
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
  changes.saw('slot', [1])
  vi.advanceTimersByTime(11 * 60_000)
  expect([...changes.newSlots]).toEqual([1, 2])
  hidden.mockRestore()
  changes.saw('slot', [1])
  vi.advanceTimersByTime(11 * 60_000)
  stop()
  changes.start()
  await flushPromises()
  expect([...changes.newSlots]).toEqual([1, 2])
})
