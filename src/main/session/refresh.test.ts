import * as fs from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { DemoOptions } from '@demo/clinic'
import type { ClinicApi } from '@main/http/api'
import { sessionDesk, type SessionDesk } from '@main/testing/sessionDesk'

const REFRESH = 'POST api/token/refresh/'
const STAFF = 'GET api/hospitalstaff/'
const json = (body: unknown, status = 200) => Promise.resolve(Response.json(body, { status }))
const expired = () => json({ detail: 'Given token not valid for any token type', code: 'token_not_valid', messages: [] }, 401)
const staff = (api: ClinicApi) => api.list('api/hospitalstaff/', v.unknown())
const signedOut = (reason: string) => ({ status: 'signedOut', reason })
const refused = (reason: string) => ({ error: { kind: 'signedOut', reason } })

let desk: SessionDesk
afterEach(() => desk.close())

/** Signed in, and nothing asked yet. */
async function atWork(options?: DemoOptions) {
  desk = await sessionDesk(options)
  const started = desk.start()
  await started.session.signIn(desk.form)
  desk.asked.length = 0
  return started
}
const count = (what: string) => desk.asked.filter((asked) => asked === what).length
const kept = () => fs.readdir(desk.folder).then((names) => names.sort())
/** Refuses staff lists until a refresh was asked for. */
const refuseUntilRefreshed = (route: string) => route === 'api/hospitalstaff/' && count(REFRESH) === 0 ? expired() : undefined

describe('before the access token ends', () => {
  it('refreshes once for all who ask, with a minute to spare', async () => {
    const { api } = await atWork()
    desk.clock.now += 239_000
    await staff(api)
    expect(desk.asked).toEqual([STAFF])
    desk.clock.now += 2000
    await Promise.all([staff(api), staff(api), staff(api)])
    expect(desk.asked).toEqual([STAFF, REFRESH, STAFF, STAFF, STAFF])
  })

  it('refreshes by itself while nobody asks, by the wall clock, once', async () => {
    await atWork()
    desk.tick()
    desk.clock.now += 8 * 3_600_000
    desk.tick()
    desk.tick()
    await vi.waitFor(() => { expect(desk.asked).toEqual([REFRESH]) })
    desk.tick()
    expect(desk.asked).toEqual([REFRESH])
  })

  it('goes on with the token that still holds while the server can not renew it, and is patient', async () => {
    const { session, api } = await atWork()
    desk.instead.answer = (route) => route === 'api/token/refresh/' ? json({}, 500) : undefined
    desk.clock.now += 250_000
    await staff(api)
    await staff(api)
    expect(desk.asked).toEqual([REFRESH, STAFF, STAFF])
    desk.clock.now += 21_000
    await staff(api)
    expect(count(REFRESH)).toBe(2)
    expect(session.state()).toMatchObject({ status: 'signedIn' })
  })

  it('counts with the server’s clock where ours is wrong', async () => {
    desk = await sessionDesk()
    desk.clock.ahead = 3_600_000
    const { session, api } = desk.start()
    await session.signIn(desk.form)
    desk.clock.now += 200_000
    await staff(api)
    desk.clock.now += 50_000
    await staff(api)
    expect(desk.asked.slice(1)).toEqual([STAFF, REFRESH, STAFF])
  })

  it('keeps a rotated pair on disk before anyone goes on', async () => {
    const { api } = await atWork({ rotate: true })
    const file = path.join(desk.folder, 'session')
    const before = await fs.readFile(file)
    let atQuestion: Buffer | undefined
    desk.instead.answer = (route, clinic) => {
      if (route === 'api/token/refresh/') return undefined
      return fs.readFile(file).then((bytes) => { atQuestion = bytes }).then(clinic)
    }
    desk.clock.now += 250_000
    await staff(api)
    expect(atQuestion!.equals(before)).toBe(false)
    desk.clock.now += 250_000
    const later = desk.start()
    await later.session.restore()
    await staff(later.api)
    expect(count(REFRESH)).toBe(2)
  })

  it('goes on in memory, and says so, when the disk takes the rotated pair no more', async () => {
    const { session, api } = await atWork({ rotate: true })
    await fs.rm(path.join(desk.folder, 'session'))
    await fs.mkdir(path.join(desk.folder, 'session'))
    const before = desk.changes()
    desk.clock.now += 250_000
    await staff(api)
    expect(session.state()).toMatchObject({ status: 'signedIn', kept: false })
    expect(desk.changes()).toBe(before + 1)
  })
})

describe('a 401', () => {
  it('on two hundred requests at once leads to one refresh', async () => {
    const { api } = await atWork({ rotate: true })
    desk.instead.answer = refuseUntilRefreshed
    await Promise.all(Array.from({ length: 200 }, () => staff(api)))
    expect(count(REFRESH)).toBe(1)
    expect(count(STAFF)).toBeGreaterThan(200)
  })

  it('that comes after another’s refresh is only asked again', async () => {
    const { api } = await atWork()
    let letGo: () => void = () => undefined
    const held = new Promise<void>((resolve) => { letGo = resolve })
    desk.instead.answer = (route) => {
      if (route !== 'api/hospitalstaff/') return undefined
      return count(STAFF) === 1 ? held.then(expired) : count(STAFF) === 2 ? expired() : undefined
    }
    const late = staff(api)
    await vi.waitFor(() => { expect(count(STAFF)).toBe(1) })
    await staff(api)
    letGo()
    await late
    expect(desk.asked).toEqual([STAFF, STAFF, REFRESH, STAFF, STAFF])
  })

  it('is retried for a write too, for the server did not carry it out', async () => {
    const { api } = await atWork()
    desk.instead.answer = (route) => route === 'api/hospitalstaffdepartment/' && count(REFRESH) === 0 ? expired() : undefined
    await api.create('api/hospitalstaffdepartment/', { name: 'Sleep medicine' }, v.unknown())
    expect(desk.asked).toEqual(['POST api/hospitalstaffdepartment/', REFRESH, 'POST api/hospitalstaffdepartment/'])
  })

  it('after a refresh ends the session, once, and keeps the key of what else is sealed', async () => {
    const { session, api } = await atWork()
    desk.instead.answer = (route) => route === 'api/hospitalstaff/' ? expired() : undefined
    const before = desk.changes()
    const all = await Promise.allSettled([staff(api), staff(api), staff(api)])
    expect(all.every(({ status }) => status === 'rejected')).toBe(true)
    await expect(staff(api)).rejects.toMatchObject(refused('ended'))
    expect(session.state()).toEqual(signedOut('ended'))
    expect(desk.changes()).toBe(before + 1)
    expect(count(REFRESH)).toBe(1)
    await vi.waitFor(async () => { expect(await kept()).toEqual(['key']) })
  })

  it.each([
    ['user_inactive', 'inactive', (of: SessionDesk) => { of.clinic.accounts[0]!.active = false }],
    ['user_not_found', 'unknownUser', (of: SessionDesk) => { of.clinic.accounts.shift() }],
  ])('with %s ends the session at once with its reason, without a refresh', async (_, reason, happen) => {
    const { session, api } = await atWork()
    happen(desk)
    await expect(staff(api)).rejects.toMatchObject(refused(reason))
    expect(session.state()).toEqual(signedOut(reason))
    expect(desk.asked).toEqual([STAFF])
    expect(await kept()).toEqual([])
  })

  it('from a captive portal’s page does not end the session', async () => {
    const { session, api } = await atWork()
    desk.instead.answer = () => Promise.resolve(new Response('<html>Log in</html>', { status: 401, headers: { 'content-type': 'text/html' } }))
    await expect(staff(api)).rejects.toMatchObject({ error: { kind: 'webPage' } })
    expect(session.state()).toMatchObject({ status: 'signedIn' })
  })
})

it('never refreshes after a 403', async () => {
  const { session, api } = await atWork()
  desk.instead.answer = () => json({ detail: 'You do not have permission to perform this action.' }, 403)
  await expect(staff(api)).rejects.toMatchObject({ error: { kind: 'forbidden' } })
  expect(desk.asked).toEqual([STAFF])
  expect(session.state()).toMatchObject({ status: 'signedIn' })
})

describe('a refresh', () => {
  const answered = (answer: () => Promise<Response>) => (route: string) => route === 'api/token/refresh/' ? answer() : refuseAlways(route)
  const loseFirst = (route: string) => route === 'api/token/refresh/' && count(REFRESH) === 1 ? 'lost' : refuseUntilRefreshed(route)
  const refuseAlways = (route: string) => route === 'api/hospitalstaff/' ? expired() : undefined

  it.each([
    ['401', () => json({ detail: 'Token is blacklisted', code: 'token_not_valid' }, 401)],
    ['400', () => json({ refresh: ['This field is required.'] }, 400)],
  ])('that is answered with %s ends the session', async (_, answer) => {
    const { session, api } = await atWork()
    desk.instead.answer = answered(answer)
    await expect(staff(api)).rejects.toMatchObject(refused('ended'))
    expect(session.state()).toEqual(signedOut('ended'))
    expect(count(REFRESH)).toBe(1)
  })

  it.each([
    ['500', () => json({}, 500), { kind: 'server', status: 500 }],
    ['403', () => json({}, 403), { kind: 'forbidden' }],
    ['429', () => Promise.resolve(Response.json({}, { status: 429, headers: { 'retry-after': '30' } })), { kind: 'throttled', retryAfter: 30 }],
    ['a web page', () => Promise.resolve(new Response('<html>', { headers: { 'content-type': 'text/html' } })), { kind: 'webPage' }],
    ['no token', () => json({}), { kind: 'unusable', detail: 'shape' }],
  ])('that is answered with %s leaves the session and tells the caller', async (_, answer, error) => {
    const { session, api } = await atWork()
    desk.instead.answer = answered(answer)
    await expect(staff(api)).rejects.toMatchObject({ error })
    expect(session.state()).toMatchObject({ status: 'signedIn' })
    expect(await kept()).toEqual(['key', 'session'])
  })

  it('whose answer was lost is asked for once more with the old token', async () => {
    const { session, api } = await atWork()
    desk.instead.answer = loseFirst
    await staff(api)
    expect(count(REFRESH)).toBe(2)
    expect(session.state()).toMatchObject({ status: 'signedIn' })
  })

  it('whose rotated answer was lost ends in signing in again', async () => {
    const { session, api } = await atWork({ rotate: true })
    desk.instead.answer = loseFirst
    await expect(staff(api)).rejects.toMatchObject(refused('ended'))
    expect(session.state()).toEqual(signedOut('ended'))
  })
})
