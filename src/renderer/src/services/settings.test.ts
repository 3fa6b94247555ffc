// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it } from 'vitest'
import { defaultSettings, type Settings } from '@shared/domain/settings'
import { AppFailure } from '@shared/errors'
import { installDesk } from '@renderer/testing/fakeDesk'
import { useSettings } from './settings'

beforeEach(() => { setActivePinia(createPinia()) })

it('shows a change before main has answered, and takes it back when main refuses', async () => {
  let refuse!: (cause: unknown) => void
  installDesk({ 'settings:change': () => new Promise<Settings>((_, reject) => { refuse = reject }) })
  const settings = useSettings()
  const changing = settings.change({ theme: 'dark' })
  expect(settings.theme).toBe('dark')
  refuse(new AppFailure({ kind: 'busy' }))
  await expect(changing).rejects.toBeInstanceOf(AppFailure)
  expect(settings.theme).toBe(defaultSettings.theme)
})

it('takes the computer’s zone until one is chosen', async () => {
  let stored = { ...defaultSettings, zone: '' }
  const desk = installDesk({ 'settings:read': () => stored })
  const settings = useSettings()
  settings.start()
  await flushPromises()
  expect(settings.zone).toBe(new Intl.DateTimeFormat().resolvedOptions().timeZone)
  stored = { ...stored, zone: 'Asia/Kolkata' }
  desk.emit('settings:changed')
  await flushPromises()
  expect(settings.zone).toBe('Asia/Kolkata')
})
