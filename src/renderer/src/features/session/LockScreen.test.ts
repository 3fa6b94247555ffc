// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import type { SessionState } from '@shared/domain/session'
import { AppFailure } from '@shared/errors'
import App from '@renderer/App.vue'
import { installDesk, type Answers } from '@renderer/testing/fakeDesk'
import { mountApp } from '@renderer/testing/mountApp'

const signedIn: SessionState = { status: 'signedIn', email: 'asha@clinic.example', server: 'clinic.example', demo: false, kept: true }
const locked = { status: 'locked', name: 'asha', server: 'clinic.example', demo: false, password: '', triesLeft: 10, waitSeconds: 0 } satisfies SessionState

let app: VueWrapper
afterEach(() => { app.unmount() })

async function openLocked(state: () => SessionState, answers: Answers = {}) {
  const desk = installDesk({ 'session:read': state, ...answers })
  app = await mountApp(App)
  return desk
}
const type = async (password: string) => {
  await app.get('input[type=password]').setValue(password)
  await app.get('form').trigger('submit')
  await flushPromises()
}

describe('the lock', () => {
  it('shows who is there and nothing of the desk, and opens it', async () => {
    let state: SessionState = locked
    await openLocked(() => state, { 'lock:unlock': () => state = signedIn })
    const dialog = app.get('[role=dialog]')
    expect(document.getElementById(dialog.attributes('aria-labelledby')!)!.textContent).toBe('Locked')
    expect(dialog.text()).toContain('asha')
    expect(document.title).toBe('Locked – Clinic Reception')
    expect(app.find('nav').exists()).toBe(false)
    await type('right')
    expect(app.find('nav').exists()).toBe(true)
  })

  it('says what is wrong, how many tries are left, and how long to wait', async () => {
    let state: SessionState = locked
    const desk = await openLocked(() => state, { 'lock:unlock': () => { throw new AppFailure({ kind: 'badCredentials' }) } })
    await type('wrong')
    expect(app.get('[aria-invalid=true]').element).toBe(app.get('input').element)
    expect(app.text()).toContain('This is not the password. Try again.')
    state = { ...locked, triesLeft: 3, waitSeconds: 20 }
    desk.emit('session:changed')
    await flushPromises()
    expect(app.text()).toContain('3 more wrong ones sign you out')
    expect(app.text()).toContain('Try again in 20 seconds')
    expect(app.get('button[type=submit]').attributes('aria-disabled')).toBe('true')
  })

  it('lets somebody else in', async () => {
    const desk = await openLocked(() => locked, { 'lock:leave': () => ({ status: 'signedOut', reason: 'handedOver' }) })
    await app.findAll('button').find((button) => button.text() === 'Let someone else in')!.trigger('click')
    await flushPromises()
    expect(desk.asked.map(({ call }) => call)).toContain('lock:leave')
    await expect.poll(() => app.text(), { timeout: 5000 }).toContain('stays here, sealed, for the person before you')
  })

  it('is one press away, and puts the desk away before main is asked', async () => {
    let state: SessionState = signedIn
    const desk = await openLocked(() => state, { 'lock:lock': () => state = locked })
    window.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyL', key: 'L', ctrlKey: true, shiftKey: true }))
    await flushPromises()
    expect(desk.asked.map(({ call }) => call)).toContain('lock:lock')
    expect(app.get('[role=dialog]').text()).toContain('Locked')
  })
})
