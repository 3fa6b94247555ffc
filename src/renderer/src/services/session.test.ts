// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it } from 'vitest'
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
