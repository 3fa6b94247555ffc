// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import type { SessionState } from '@shared/domain/session'
import { defaultSettings } from '@shared/domain/settings'
import { AppFailure } from '@shared/errors'
import App from './App.vue'
import { installDesk } from './testing/fakeDesk'
import { mountApp } from './testing/mountApp'

const signedIn: SessionState = { status: 'signedIn', email: 'm@clinic.example', server: 'clinic.example', demo: false, kept: true }
const signedOut: SessionState = { status: 'signedOut', reason: 'none' }

let app: VueWrapper
afterEach(() => {
  app.unmount()
  for (const mark of ['theme', 'contrast', 'density']) delete document.documentElement.dataset[mark]
})

it('shows nothing but the sign-in screen while nobody is signed in, and the desk after that', async () => {
  let state: SessionState = signedOut
  const desk = installDesk({ 'session:read': () => state, 'session:prefill': () => ({ server: '', email: '', password: '' }) })
  app = await mountApp(App)
  await vi.waitFor(() => { expect(app.get('h1').text()).toBe('Sign in') })
  expect(app.find('nav').exists()).toBe(false)
  expect(document.title).toBe('Sign in – Clinic Reception')
  state = signedIn
  desk.emit('session:changed')
  await flushPromises()
  expect(app.find('nav').exists()).toBe(true)
  expect(document.title).toBe('Calendar – Clinic Reception')
})

it('says so when it can not start, and tries again', async () => {
  let broken = true
  installDesk({ 'session:read': () => { if (broken) throw new AppFailure({ kind: 'unexpected', ref: 'a1' }); return signedIn } })
  app = await mountApp(App)
  expect(app.get('[role=alert]').text()).toContain('reference a1')
  broken = false
  await app.get('button').trigger('click')
  await flushPromises()
  expect(app.find('nav').exists()).toBe(true)
})

it('follows the chosen theme, and the system when none is chosen', async () => {
  let settings = { ...defaultSettings, theme: 'dark' as 'dark' | 'system' }
  const desk = installDesk({ 'session:read': () => signedIn, 'settings:read': () => settings })
  app = await mountApp(App)
  expect(document.documentElement.dataset['theme']).toBe('dark')
  settings = { ...settings, theme: 'system' }
  desk.emit('settings:changed')
  await flushPromises()
  expect(document.documentElement.dataset['theme']).toBeUndefined()
})

it('leaves the look that the page came with until the settings are known', async () => {
  const { dataset } = document.documentElement
  Object.assign(dataset, { theme: 'dark', density: 'compact' })
  const answers: ((value: typeof defaultSettings) => void)[] = []
  installDesk({ 'session:read': () => signedIn, 'settings:read': () => new Promise((resolve) => { answers.push(resolve) }) })
  app = await mountApp(App)
  expect({ ...dataset }).toEqual({ theme: 'dark', density: 'compact' })
  for (const answer of answers) answer({ ...defaultSettings, theme: 'contrastLight' })
  await flushPromises()
  expect({ ...dataset }).toEqual({ theme: 'light', contrast: 'more' })
})
