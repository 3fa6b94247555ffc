// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import type { SessionState, SignInForm } from '@shared/domain/session'
import { AppFailure, type AppError } from '@shared/errors'
import { installDesk, type Answers } from '@renderer/testing/fakeDesk'
import { mountApp } from '@renderer/testing/mountApp'
import SignInView from './SignInView.vue'

const signedIn: SessionState = { status: 'signedIn', email: 'm@clinic.example', server: 'clinic.example', demo: false, kept: true }
const filled: SignInForm = { server: 'clinic.example', email: 'm@clinic.example', password: 'secret' }
const empty: SignInForm = { server: '', email: '', password: '' }
const fail = (error: AppError) => () => { throw new AppFailure(error) }

let view: VueWrapper
afterEach(() => { view.unmount() })

async function open(prefill: SignInForm, answers: Answers = {}, reason = 'none') {
  const desk = installDesk({ 'session:prefill': () => prefill, ...answers })
  view = await mountApp(SignInView, { reason })
  return desk
}

const input = (label: string) => {
  const id = view.findAll('label').find((each) => each.text() === label)!.attributes('for')!
  return view.get<HTMLInputElement>(`[id="${id}"]`)
}
const errorOf = (label: string) => {
  const id = input(label).attributes('aria-errormessage')
  return id === undefined ? undefined : view.get(`[id="${id}"]`).text()
}
const button = (text: string) => view.findAll('button').find((each) => each.text() === text)!
const send = async () => {
  await view.get('form').trigger('submit')
  await flushPromises()
}
const focused = () => document.activeElement

describe('signing in', () => {
  it('starts with what is known and waits in the first empty field', async () => {
    await open({ ...empty, server: 'clinic.example' })
    expect(input('Server address').element.value).toBe('clinic.example')
    expect(focused()).toBe(input('Email').element)
  })

  it('sends what was typed', async () => {
    const { asked } = await open(filled, { 'session:signIn': () => signedIn })
    await input('Password').setValue('other')
    await send()
    expect(asked.at(-1)).toEqual({ call: 'session:signIn', input: { ...filled, password: 'other' } })
  })

  it('asks nobody while a field is empty, names each one and goes to the first', async () => {
    const { asked } = await open({ ...empty, server: 'clinic.example' })
    expect(errorOf('Email')).toBeUndefined()
    await send()
    expect(asked.map(({ call }) => call)).not.toContain('session:signIn')
    expect([errorOf('Server address'), errorOf('Email'), errorOf('Password')]).toEqual([undefined, 'Fill this in.', 'Fill this in.'])
    expect(input('Email').attributes('aria-invalid')).toBe('true')
    expect(focused()).toBe(input('Email').element)
  })

  it('takes an error back as soon as it is corrected', async () => {
    await open(empty)
    await send()
    await input('Email').setValue('m@clinic.example')
    await flushPromises()
    expect(errorOf('Email')).toBeUndefined()
    expect(errorOf('Password')).toBe('Fill this in.')
  })

  it('does not send twice while an answer is awaited', async () => {
    let answer!: (state: SessionState) => void
    const { asked } = await open(filled, { 'session:signIn': () => new Promise((resolve) => { answer = resolve }) })
    void view.get('form').trigger('submit')
    await send()
    expect(button('Sign in').attributes('aria-busy')).toBe('true')
    answer(signedIn)
    await flushPromises()
    expect(asked.filter(({ call }) => call === 'session:signIn')).toHaveLength(1)
  })
})

describe('a refusal', () => {
  it('of the address stands beside the address, until that is changed', async () => {
    await open(filled, { 'session:signIn': fail({ kind: 'badAddress', reason: 'plainHttp' }) })
    await send()
    expect(errorOf('Server address')).toContain('https://')
    expect(focused()).toBe(input('Server address').element)
    expect(view.find('[role=alert]').exists()).toBe(false)
    await input('Server address').setValue('https://clinic.example')
    expect(errorOf('Server address')).toBeUndefined()
  })

  it('of the credentials stands over the form, goes to the password and keeps what was typed', async () => {
    await open(filled, { 'session:signIn': fail({ kind: 'badCredentials' }) })
    await send()
    expect(view.get('[role=alert]').text()).toContain('did not accept')
    expect(focused()).toBe(input('Password').element)
    expect(input('Password').element.value).toBe('secret')
  })

  it('of a field by the server stands beside that field, in the server’s words and as text', async () => {
    await open(filled, { 'session:signIn': fail({ kind: 'invalid', fields: { email: ['Enter <b>a valid</b> address.'] } }) })
    await send()
    expect(errorOf('Email')).toBe('Enter <b>a valid</b> address.')
  })

  it('by the network is said in an alert', async () => {
    await open(filled, { 'session:signIn': fail({ kind: 'offline', cause: 'dns' }) })
    await send()
    expect(view.get('[role=alert]').text()).toContain('name was not found')
  })
})

it('tries the demo clinic without any field', async () => {
  const { asked } = await open(empty, { 'session:signInToDemo': () => ({ ...signedIn, demo: true }) })
  await button('Try the demo clinic').trigger('click')
  await flushPromises()
  expect(asked.at(-1)?.call).toBe('session:signInToDemo')
})

it.each([['ended', 'session has ended'], ['inactive', 'switched off'], ['unknownUser', 'no longer knows']])(
  'says why the session ended: %s', async (reason, words) => {
    await open(empty, {}, reason)
    expect(view.get('[role=alert]').text()).toContain(words)
  },
)
