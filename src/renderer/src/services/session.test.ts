// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import type { SessionState } from '@shared/domain/session'
import { AppFailure } from '@shared/errors'
import { installDesk } from '@renderer/testing/fakeDesk'
import { useSession } from './session'

const signedIn: SessionState = { status: 'signedIn', email: 'm@clinic.example', server: 'clinic.example', demo: false, kept: true }
const signedOut: SessionState = { status: 'signedOut', reason: 'none' }

beforeEach(() => { setActivePinia(createPinia()) })

it('reads the session and follows its changes until it is stopped', async () => {
  let state: SessionState = signedOut
  const desk = installDesk({ 'session:read': () => state })
  const session = useSession()
  const stop = session.start()
  await flushPromises()
  expect(session.state).toEqual(signedOut)
  state = signedIn
  desk.emit('session:changed')
  await flushPromises()
  expect(session.state).toEqual(signedIn)
  stop()
  state = signedOut
  desk.emit('session:changed')
  await flushPromises()
  expect(session.state).toEqual(signedIn)
})

it('lets no late answer overrule a later one', async () => {
  let answer!: (state: SessionState) => void
  installDesk({ 'session:read': () => new Promise((resolve) => { answer = resolve }), 'session:signOut': () => signedOut })
  const session = useSession()
  const reading = session.read()
  await session.signOut()
  answer(signedIn)
  await reading
  expect(session.state).toEqual(signedOut)
})

it('says why the session could not be read, and forgets it when it can', async () => {
  let broken = true
  installDesk({ 'session:read': () => { if (broken) throw new AppFailure({ kind: 'busy' }); return signedIn } })
  const session = useSession()
  await session.read()
  expect([session.state, session.failure]).toEqual([undefined, { kind: 'busy' }])
  broken = false
  await session.read()
  expect([session.state, session.failure]).toEqual([signedIn, undefined])
})

describe('a session that the server ended', () => {
  const follow = async (...states: SessionState[]) => {
    let state = states[0]!
    const desk = installDesk({ 'session:read': () => state, 'session:signOut': () => signedOut })
    const session = useSession()
    for (state of states) {
      desk.emit('session:changed')
      await session.read()
    }
    return session
  }

  it.each(['ended', 'inactive', 'unknownUser'] as const)('keeps its desk on screen: %s', async (reason) => {
    const session = await follow(signedIn, { status: 'signedOut', reason })
    expect(session.lost).toEqual({ session: signedIn, reason })
    expect(session.desk).toEqual(signedIn)
  })

  it('keeps it through failed attempts to sign in, which leave no reason behind', async () => {
    const session = await follow(signedIn, { status: 'signedOut', reason: 'ended' }, signedOut)
    expect(session.desk).toEqual(signedIn)
  })

  it('is over when someone has signed in, or gives it up', async () => {
    const again = await follow(signedIn, { status: 'signedOut', reason: 'ended' }, signedIn)
    expect([again.lost, again.desk]).toEqual([undefined, signedIn])
    setActivePinia(createPinia())
    const left = await follow(signedIn, { status: 'signedOut', reason: 'ended' })
    left.leave()
    expect([left.lost, left.desk]).toEqual([undefined, undefined])
  })

  it('is none of those that a person ended, or that had ended before anyone was here', async () => {
    const ended = await follow(signedIn)
    await ended.signOut()
    expect([ended.lost, ended.desk]).toEqual([undefined, undefined])
    setActivePinia(createPinia())
    expect((await follow({ status: 'signedOut', reason: 'ended' })).lost).toBeUndefined()
  })
})
