// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { defaultSettings } from '@shared/domain/settings'
import { useNotices } from '@renderer/services/notices'
import { installDesk } from '@renderer/testing/fakeDesk'
import { mountApp } from '@renderer/testing/mountApp'
import News from './News.vue'
import { points } from './points'

let view: VueWrapper
afterEach(() => { view.unmount() })

async function start(newsSeen: string) {
  const policy = { state: 'none' as const, file: '', fixed: [] }
  const info = { version: '0.1.4', electron: '33', chromium: '130', platform: 'linux', zone: 'UTC', policy }
  const desk = installDesk({
    'app:info': () => info, 'settings:read': () => ({ ...defaultSettings, newsSeen }), 'settings:change': () => ({ ...defaultSettings, newsSeen: '0.1' }),
  })
  vi.useFakeTimers()
  view = await mountApp(News)
  await vi.advanceTimersByTimeAsync(1000)
  vi.useRealTimers()
  await flushPromises()
  return desk.asked.filter(({ call }) => call === 'settings:change').map(({ input }) => input)
}

it('says after an update that there is something new, and shows it', async () => {
  expect(await start('0.0')).toEqual([{ newsSeen: '0.1' }])
  const [notice] = useNotices().notices
  expect(notice!.text).toBe('Clinic Reception is version 0.1.4 now.')
  notice!.action!.run()
  await vi.waitFor(() => { expect(document.querySelectorAll('[role=dialog] li')).toHaveLength(points.length) })
})

it('says nothing at the very first start, and nothing twice', async () => {
  expect(await start('')).toEqual([{ newsSeen: '0.1' }])
  expect(useNotices().notices).toEqual([])
  view.unmount()
  expect(await start('0.1')).toEqual([])
  expect(useNotices().notices).toEqual([])
})
