// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import type { SessionState } from '@shared/domain/session'
import { AppFailure } from '@shared/errors'
import App from '@renderer/App.vue'
import { installDesk, type Answers } from '@renderer/testing/fakeDesk'
import { mountApp } from '@renderer/testing/mountApp'

const signedIn: SessionState = { status: 'signedIn', email: 'm@clinic.example', server: 'clinic.example:8443', demo: false, kept: true }

let app: VueWrapper
let state: SessionState
afterEach(() => { app.unmount() })

/** The desk, then the end of its session. */
async function lose(answers: Answers = {}, session: SessionState = signedIn) {
  state = session
  const desk = installDesk({
    'session:read': () => state,
    'session:prefill': () => ({ server: 'https://clinic.example:8443/proxy/v1/', email: '', password: '' }),
    ...answers,
  })
  app = await mountApp(App)
  state = { status: 'signedOut', reason: 'ended' }
  desk.emit('session:changed')
  await vi.waitFor(() => { expect(dialog()).not.toBeNull() })
  await flushPromises()
  return desk
}
const dialog = () => document.body.querySelector<HTMLElement>('[role=dialog]')
const button = (text: string) => [...document.body.querySelectorAll('button')].find((each) => each.textContent?.trim() === text)!
const password = () => dialog()!.querySelector<HTMLInputElement>('input[type=password]')
const send = async (secret: string) => {
  if (password()) {
    password()!.value = secret
    password()!.dispatchEvent(new Event('input'))
  }
  dialog()!.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true, bubbles: true }))
  await flushPromises()
}

it('leaves the page as it is and asks for the password of the same person at the same server', async () => {
  await lose()
  expect(app.find('nav').exists()).toBe(true)
  expect(dialog()!.textContent).toContain('Sign in again')
  expect([...dialog()!.querySelectorAll('dd')].map((each) => each.textContent)).toEqual(['m@clinic.example', 'clinic.example:8443'])
})

it('goes on with the same page after signing in, at the address with its path', async () => {
  const { asked } = await lose({ 'session:signIn': () => { state = signedIn; return signedIn } })
  const page = app.get('nav').element
  await send('secret')
  expect(asked.find(({ call }) => call === 'session:signIn')!.input)
    .toEqual({ server: 'https://clinic.example:8443/proxy/v1/', email: 'm@clinic.example', password: 'secret' })
  expect([dialog(), app.get('nav').element]).toEqual([null, page])
})

it('uses the host when the address that the program remembers is another server’s', async () => {
  const { asked } = await lose({
    'session:prefill': () => ({ server: 'other.example', email: '', password: '' }),
    'session:signIn': () => signedIn,
  })
  await send('secret')
  expect(asked.find(({ call }) => call === 'session:signIn')!.input).toMatchObject({ server: 'clinic.example:8443' })
})

it('says beside the password that it was not accepted, and stays', async () => {
  const desk = await lose({ 'session:signIn': () => { throw new AppFailure({ kind: 'badCredentials' }) } })
  await send('wrong')
  // A failed attempt leaves the main process signed out without a reason.
  state = { status: 'signedOut', reason: 'none' }
  desk.emit('session:changed')
  await flushPromises()
  expect(dialog()!.textContent).toContain('did not accept')
  expect(password()!.getAttribute('aria-invalid')).toBe('true')
  expect(app.find('nav').exists()).toBe(true)
})

it('asks nobody while the password is missing', async () => {
  const { asked } = await lose()
  await send('')
  expect(asked.map(({ call }) => call)).not.toContain('session:signIn')
  expect(dialog()!.textContent).toContain('Fill this in.')
})

it('leads to the sign-in screen for someone else', async () => {
  await lose()
  button('Sign in as someone else').click()
  await vi.waitFor(() => { expect(app.find('h1').exists() && app.get('h1').text()).toBe('Sign in') })
  expect([dialog(), app.find('nav').exists()]).toEqual([null, false])
})

it('needs no password for the demo clinic', async () => {
  const demo: SessionState = { ...signedIn, demo: true }
  const { asked } = await lose({ 'session:signInToDemo': () => { state = demo; return demo } }, demo)
  expect(password()).toBeNull()
  await send('')
  expect(asked.map(({ call }) => call)).toContain('session:signInToDemo')
  expect(dialog()).toBeNull()
})
