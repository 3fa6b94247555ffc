// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { untouched } from '@shared/domain/triage'
import { useNotices } from '@renderer/services/notices'
import { useTriage } from '@renderer/services/triage'
import { installDesk } from '@renderer/testing/fakeDesk'
import { mountApp } from '@renderer/testing/mountApp'
import SnoozeReturns from './SnoozeReturns'

const now = Date.parse('2026-11-26T12:00:00Z')
let view: VueWrapper
afterEach(() => {
  view.unmount()
  vi.useRealTimers()
})

it('tells once, wherever somebody is, when snoozes are over, and leads to the request', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now })
  const snoozed = (id: number, minutes: number, state: 'seen' | 'done' = 'seen') => ({ ...untouched(id), state, snoozedUntil: now + minutes * 60_000 })
  installDesk({
    'triage:read': () => ({
      revision: 1, partial: false,
      marks: [snoozed(1, 5), snoozed(2, 60), snoozed(3, -5), snoozed(4, 5, 'done'), snoozed(5, 5)],
      gone: [{ id: 5, day: 1, doctor: { id: 1, name: '' }, goneAt: 1 }], unseen: 0, since: 0, initials: '', kept: true,
    }),
  })
  view = await mountApp(SnoozeReturns)
  const stop = useTriage().start()
  await flushPromises()
  const pass = async (minutes: number) => {
    vi.setSystemTime(now + minutes * 60_000)
    document.dispatchEvent(new Event('visibilitychange'))
    await flushPromises()
    return useNotices().notices.map(({ text }) => text)
  }
  expect(await pass(4)).toEqual([])
  expect(await pass(5)).toEqual(['Back from its snooze: call request no. 1.'])
  useNotices().notices[0]!.action!.run()
  await flushPromises()
  const { $route } = view.vm.$root as unknown as { $route: { name: string, query: object } }
  expect([$route.name, $route.query]).toEqual(['callRequests', { request: '1' }])
  useNotices().close(useNotices().notices[0]!.id)
  expect(await pass(6)).toEqual([])
  expect(await pass(60)).toEqual(['Back from its snooze: call request no. 2.'])
  stop()
})
