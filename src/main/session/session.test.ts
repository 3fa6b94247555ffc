import * as fs from 'node:fs/promises'
import path from 'node:path'
import { inspect } from 'node:util'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DemoOptions } from '@demo/clinic'
import type { AppFailure } from '@shared/errors'
import type { ClinicApi } from '@main/http/api'
import { sessionDesk, type SessionDesk } from '@main/testing/sessionDesk'

const REFRESH = 'POST api/token/refresh/'
const json = (body: unknown, status = 200) => Promise.resolve(Response.json(body, { status }))
const expired = () => json({ detail: 'Given token not valid for any token type', code: 'token_not_valid', messages: [] }, 401)
const staff = (api: ClinicApi) => api.list('api/hospitalstaff/', v.unknown())
const signedOut = (reason: string) => ({ status: 'signedOut', reason })
const refused = (reason: string) => ({ error: { kind: 'signedOut', reason } })

let desk: SessionDesk
const open = async (options?: DemoOptions) => { desk = await sessionDesk(options) }
afterEach(() => desk.close())

/** Signed in, and nothing asked yet. */
async function atWork(options?: DemoOptions) {
  await open(options)
  const started = desk.start()
  await started.session.signIn(desk.form)
  desk.asked.length = 0
  return started
}
const count = (what: string) => desk.asked.filter((asked) => asked === what).length
const settled = () => new Promise((resolve) => { setTimeout(resolve, 100) })
const kept = () => fs.readdir(desk.folder).then((names) => names.sort())

describe('signing in', () => {
  beforeEach(() => open())

  it('works with an address and an e-mail as they were pasted', async () => {
    const { session, api } = desk.start()
    const state = await session.signIn({ ...desk.form, server: ` "${desk.origin}/v1/api/integrate/api/hospitalstaff/" `, email: ` ${desk.form.email} ` })
    expect(state).toEqual({ status: 'signedIn', email: desk.form.email, server: new URL(desk.origin).host, demo: false, kept: true })
    expect(session.account()).toEqual({ origin: desk.origin, email: desk.form.email })
    expect(desk.changes()).toBe(1)
    expect((await staff(api)).rows.length).toBeGreaterThan(0)
  })

  it('tells a wrong password from a wrong address and from a server in trouble', async () => {
    const { session } = desk.start()
    await expect(session.signIn({ ...desk.form, password: 'wrong' })).rejects.toMatchObject({ error: { kind: 'badCredentials' } })
    await expect(session.signIn({ ...desk.form, server: 'http://clinic.example' })).rejects.toMatchObject({ error: { kind: 'badAddress', reason: 'plainHttp' } })
    await expect(session.signIn({ ...desk.form, server: '127.0.0.1:9' })).rejects.toMatchObject({ error: { kind: 'offline' } })
    desk.instead.answer = () => Promise.resolve(new Response('<h1>Not Found</h1>', { status: 404, headers: { 'content-type': 'text/html' } }))
    await expect(session.signIn(desk.form)).rejects.toMatchObject({ error: { kind: 'webPage' } })
    desk.instead.answer = () => json({ access: 'only' })
    await expect(session.signIn(desk.form)).rejects.toMatchObject({ error: { kind: 'unusable', detail: 'shape' } })
    expect(session.state()).toEqual(signedOut('none'))
    expect(await kept()).toEqual([])
  })

  it('hands the server’s words on the fields on', async () => {
    const { session } = desk.start()
    desk.instead.answer = () => json({ email: ['Enter a valid email address.'] }, 400)
    await expect(session.signIn(desk.form)).rejects.toMatchObject({ error: { kind: 'invalid', fields: { email: ['Enter a valid email address.'] } } })
  })

  it('keeps nothing readable on disk', async () => {
    const { session } = desk.start()
    await session.signIn(desk.form)
    expect(await kept()).toEqual(['key', 'session'])
    for (const name of await kept()) {
      const bytes = await fs.readFile(path.join(desk.folder, name))
      for (const secret of ['eyJ', desk.form.email, desk.form.password, desk.origin]) expect(bytes.includes(secret)).toBe(false)
    }
  })

  it('stays in memory where the computer has no key store', async () => {
    desk.keyStore.lock()
    const { session, api } = desk.start()
    expect(await session.signIn(desk.form)).toMatchObject({ status: 'signedIn', kept: false })
    await staff(api)
    expect(await kept()).toEqual([])
    expect(await desk.start().session.restore()).toEqual(signedOut('none'))
  })

  it('shows only the last of two that race, and keeps only its tokens', async () => {
    const { session } = desk.start()
    let letGo: () => void = () => undefined
    const held = new Promise<void>((resolve) => { letGo = resolve })
    desk.instead.answer = (route, clinic) => route === 'api/token/' && count('POST api/token/') === 1 ? held.then(clinic) : undefined
    const first = session.signIn(desk.form)
    await vi.waitFor(() => { expect(desk.asked).toHaveLength(1) })
    const viewer = desk.clinic.accounts[1]!
    const second = session.signIn({ ...desk.form, email: viewer.email, password: viewer.password })
    letGo()
    await Promise.all([first, second])
    expect(session.state()).toMatchObject({ status: 'signedIn', email: viewer.email })
    expect(await desk.start().session.restore()).toMatchObject({ email: viewer.email })
  })
})

it('stays signed out when that was asked for while the tokens were being stored', async () => {
  await open()
  const { session } = desk.start()
  const { wrap } = desk.keyStore
  let letGo: () => void = () => undefined
  const held = new Promise<void>((resolve) => { letGo = resolve })
  let isStoring = false
  desk.keyStore.wrap = async (secret) => {
    isStoring = true
    await held
    return wrap(secret)
  }
  const signingIn = session.signIn(desk.form)
  await vi.waitFor(() => { expect(isStoring).toBe(true) })
  const signingOut = session.signOut()
  letGo()
  expect(await Promise.all([signingIn, signingOut])).toEqual([signedOut('none'), signedOut('none')])
  expect(session.state()).toEqual(signedOut('none'))
  expect(await kept()).toEqual([])
})

describe('a start', () => {
  it('takes the session up without the network, and refreshes at the first question', async () => {
    await atWork()
    const { session, api } = desk.start()
    desk.clock.now += 30 * 60_000
    expect(await session.restore()).toMatchObject({ status: 'signedIn', email: desk.form.email, kept: true })
    expect(desk.asked).toEqual([])
    await staff(api)
    expect(desk.asked).toEqual([REFRESH, 'GET api/hospitalstaff/'])
  })

  it('begins signed out when the file was changed, and deletes it', async () => {
    await atWork()
    const file = path.join(desk.folder, 'session')
    const bytes = await fs.readFile(file)
    await fs.writeFile(file, bytes.fill(7, 60, 61))
    expect(await desk.start().session.restore()).toEqual(signedOut('none'))
    expect(await kept()).toEqual(['key'])
  })

  it('begins signed out while the key store is locked, and leaves the file for later', async () => {
    await atWork()
    desk.keyStore.lock()
    expect(await desk.start().session.restore()).toEqual(signedOut('none'))
    desk.keyStore.unlock()
    expect(await desk.start().session.restore()).toMatchObject({ status: 'signedIn' })
  })

  it('keeps a new session when the key store was reset', async () => {
    await atWork()
    desk.keyStore.reset()
    const { session } = desk.start()
    expect(await session.restore()).toEqual(signedOut('none'))
    expect(await session.signIn(desk.form)).toMatchObject({ kept: true })
    expect(await desk.start().session.restore()).toMatchObject({ status: 'signedIn' })
  })
})

describe('signing out', () => {
  it('wipes the disk and ends what is under way, without asking the server', async () => {
    const { session, api } = await atWork()
    desk.instead.answer = () => new Promise(() => undefined)
    const asked = staff(api).catch((cause: unknown) => cause)
    await vi.waitFor(() => { expect(desk.asked).toHaveLength(1) })
    expect(await session.signOut()).toEqual(signedOut('none'))
    expect(await asked).toMatchObject(refused('none'))
    await expect(staff(api)).rejects.toMatchObject(refused('none'))
    expect(desk.asked).toEqual(['GET api/hospitalstaff/'])
    expect(session.account()).toBeNull()
    expect(await kept()).toEqual([])
    expect(await desk.start().session.restore()).toEqual(signedOut('none'))
  })

  it('throws the answer of a refresh away that comes after it', async () => {
    const { session, api } = await atWork({ rotate: true })
    let letGo: () => void = () => undefined
    const held = new Promise<void>((resolve) => { letGo = resolve })
    desk.instead.answer = (route, clinic) => route === 'api/token/refresh/' ? held.then(clinic) : undefined
    desk.clock.now += 290_000
    const asked = staff(api).catch((cause: unknown) => cause)
    await vi.waitFor(() => { expect(count(REFRESH)).toBe(1) })
    await session.signOut()
    letGo()
    expect(await asked).toMatchObject(refused('none'))
    await settled()
    expect(session.state()).toEqual(signedOut('none'))
    expect(await kept()).toEqual([])
  })

  it('lets no page of the old person’s list come with the new person’s tokens', async () => {
    const { session, api } = await atWork({ paginate: 3 })
    const viewer = desk.clinic.accounts[1]!
    const taken: unknown[] = []
    await expect(api.pages('api/hospitalstaff/', {}, async (body) => {
      taken.push(body)
      await session.signIn({ ...desk.form, email: viewer.email, password: viewer.password })
      return { next: '?page=2', rows: 1, count: null }
    })).rejects.toMatchObject(refused('none'))
    expect(taken).toHaveLength(1)
    expect(session.state()).toMatchObject({ email: viewer.email })
  })
})

describe('an error', () => {
  it('never holds a token or a password, however it is printed', async () => {
    const { session, api } = await atWork()
    const errors: unknown[] = []
    const moved = () => Promise.resolve(Response.redirect(`${desk.origin}/else/`, 307))
    for (const ask of [() => staff(api), () => session.signIn(desk.form)]) {
      for (const answer of [() => json({ name: ['no'] }, 400), () => json({}, 500), moved, () => 'lost' as const, expired]) {
        desk.instead.answer = answer
        errors.push(await ask().catch((cause: unknown) => cause))
      }
    }
    expect(errors.map((error) => (error as AppFailure).error.kind))
      .toEqual(['invalid', 'server', 'moved', 'offline', 'signedOut', 'invalid', 'server', 'moved', 'offline', 'badCredentials'])
    const print = (error: unknown) =>
      inspect(error, { depth: 15, showHidden: true }) + JSON.stringify(error) + String((error as Error).stack)
    const printed = errors.map(print).join()
    for (const secret of ['eyJ', desk.form.password, desk.form.email]) expect(printed).not.toContain(secret)
  })
})
