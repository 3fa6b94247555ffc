// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import type { Updates } from '@shared/domain/updates'
import { AppFailure } from '@shared/errors'
import { useUpdates } from '@renderer/services/updates'
import { installDesk, type Answers } from '@renderer/testing/fakeDesk'
import { mountApp } from '@renderer/testing/mountApp'
import UpdateSettings from './UpdateSettings.vue'

let view: VueWrapper
afterEach(() => { view.unmount() })

async function open(updates: Updates | (() => Updates), answers: Answers = {}) {
  const read = () => typeof updates === 'function' ? updates() : updates
  const desk = installDesk({ 'updates:read': read, 'updates:check': read, ...answers })
  view = await mountApp(UpdateSettings)
  useUpdates().start()
  await flushPromises()
  return desk
}
const button = () => view.find('button')

it.each<[Updates, string]>([
  [{ phase: 'off', why: 'managed' }, 'Your IT department has switched off updates'],
  [{ phase: 'current', checkedAt: null }, 'Nobody has looked for updates'],
  [{ phase: 'current', checkedAt: Date.now() }, 'This is the newest version, as of'],
  [{ phase: 'downloading', version: '2.0.0', percent: 40 }, 'Version 2.0.0 is being downloaded: 40%'],
  [{ phase: 'ready', version: '2.0.0', hindrance: null }, 'Restarting takes a few seconds'],
  [{ phase: 'ready', version: '2.0.0', hindrance: 'job' }, 'restart when they are done'],
  [{ phase: 'failed', why: 'notGenuine' }, 'was thrown away'],
])('says how it stands: %j', async (updates, words) => {
  await open(updates)
  expect(view.text()).toContain(words)
})

it('looks when asked to', async () => {
  let now: Updates = { phase: 'current', checkedAt: null }
  await open(() => now, { 'updates:check': () => (now = { phase: 'checking' }) })
  await button().trigger('click')
  await flushPromises()
  expect(view.text()).toContain('Looking for updates…')
})

it('restarts on a click, and says what hinders it meanwhile', async () => {
  let now: Updates = { phase: 'ready', version: '2.0.0', hindrance: null }
  await open(() => now, {
    'updates:install': () => {
      now = { ...now, hindrance: 'waiting' } as Updates
      throw new AppFailure({ kind: 'conflict', detail: '' })
    },
  })
  expect(button().text()).toBe('Restart to update')
  await button().trigger('click')
  await flushPromises()
  expect(view.text()).toContain('Something still waits to be sent')
  expect(button().attributes('disabled')).toBeDefined()
})

it('offers nothing where nothing is looked for', async () => {
  await open({ phase: 'off', why: 'noFeed' })
  expect(button().exists()).toBe(false)
})
