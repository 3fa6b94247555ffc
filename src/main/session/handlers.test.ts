import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Call } from '@shared/ipc/contract'
import type { Reply } from '@shared/errors'
import { serve } from '@main/ipc/router'
import { memoryPreferences } from '@main/testing/memoryPreferences'
import { sessionDesk, type SessionDesk } from '@main/testing/sessionDesk'
import { silentLog } from '@main/testing/silentLog'
import { demoAt, type Demo } from './demo'
import { sessionHandlers } from './handlers'
import { signInPrefill } from './prefill'

let desk: SessionDesk
let demo: Demo
let ask: (call: Call, input?: unknown) => Promise<Reply<unknown>>
let pending = { waiting: 0, uncertain: 0 }

beforeEach(async () => {
  pending = { waiting: 0, uncertain: 0 }
  desk = await sessionDesk()
  demo = demoAt({ start: async () => desk.form })
  const preferences = memoryPreferences()
  const prefill = signInPrefill({ preferences, log: silentLog })
  const { session } = desk.start({ isDemo: demo.isAt, remember: prefill.remember })
  const answers = new Map<string, (sender: unknown, input: unknown) => Promise<Reply<unknown>>>()
  const lock = { state: session.state, show: session.state, begin: async () => undefined }
  const handlers = sessionHandlers({ session, prefill: prefill.read, demo, pending: async () => pending, lock })
  serve({ handle: (channel, listener) => { answers.set(channel, listener) } }, handlers as never, {
    isTrusted: () => true, report: () => 'ref', clock: () => 0, ready: Promise.resolve(), isOpen: () => true,
  })
  ask = (call, input) => answers.get(call)!(undefined, input)
})
afterEach(() => desk.close())

describe('the session’s calls', () => {
  it('sign in and out, and remember the server', async () => {
    expect(await ask('session:read')).toEqual({ ok: true, value: { status: 'signedOut', reason: 'none' } })
    const { host } = new URL(desk.origin)
    const signedIn = { ok: true, value: { status: 'signedIn', email: desk.form.email, server: host, demo: false, kept: true } }
    expect(await ask('session:signIn', desk.form)).toEqual(signedIn)
    expect(await ask('session:read')).toEqual(signedIn)
    expect(await ask('session:signOut')).toEqual({ ok: true, value: { status: 'signedOut', reason: 'none' } })
    expect(await ask('session:prefill')).toEqual({ ok: true, value: { server: host, email: '', password: '' } })
  })

  it('answer a wrong password as data', async () => {
    expect(await ask('session:signIn', { ...desk.form, password: 'wrong' })).toEqual({ ok: false, error: { kind: 'badCredentials' } })
  })

  it('sign in to the demo clinic, mark it, and keep nothing of it', async () => {
    expect(demo.isAt(desk.origin)).toBe(false)
    expect(await ask('session:signInToDemo')).toMatchObject({ ok: true, value: { status: 'signedIn', demo: true, kept: true } })
    expect(await ask('session:prefill')).toEqual({ ok: true, value: { server: '', email: '', password: '' } })
    expect(await desk.start().session.restore()).toMatchObject({ status: 'signedOut' })
  })

  it('carry no token in any answer', async () => {
    const said = [await ask('session:signIn', desk.form), await ask('session:read'), await ask('session:signIn', { ...desk.form, password: 'x' }), await ask('session:signOut')]
    expect(JSON.stringify(said)).not.toContain('eyJ')
  })
})
