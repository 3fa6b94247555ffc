import { rm } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Account } from '@demo/accounts'
import { arrivalsAt } from '@main/testing/arrivals'
import { composedDesk, type ComposedDesk } from '@main/testing/composedDesk'
import { calls, type Call } from '@shared/ipc/contract'
import type { SessionState } from '@shared/domain/session'
import { AppFailure } from '@shared/errors'
import { isCallAllowed } from './allowed'

let desk: ComposedDesk
let password: string

beforeEach(async () => {
  desk = await composedDesk()
  password = desk.clinic.account.password
})
afterEach(async () => {
  await desk.ask('lock:leave').catch(() => undefined)
  await desk.close()
})

/** A call without what it needs: a locked desk does not look at that. */
const ask = (call: Call) => desk.ask(call as 'app:info')
const state = () => desk.ask('session:read')
const status = async () => (await state()).status
const unlock = (typed = password) => desk.ask('lock:unlock', { password: typed })
const failing = (task: Promise<unknown>) => task.then(() => 'none', (cause: unknown) => cause instanceof AppFailure ? cause.error.kind : cause)
const department = (name: string) => ({ key: crypto.randomUUID(), create: { kind: 'department' as const, form: { name } }, reason: '' })
const departments = () => [...desk.clinic.hospital.departments.rows.values()].map(({ name }) => name)
/** Wrong passwords, each after the wait that the one before brought. */
async function tryWrong(times: number) {
  for (let turn = 0; turn < times; turn += 1) {
    await unlock('wrong').catch(() => undefined)
    desk.clock.now += 300_000
  }
}

describe('the desk is locked', () => {
  it('by a person, and tells no more than the name of who is there', async () => {
    expect(await desk.ask('lock:lock')).toEqual({
      status: 'locked', name: 'reception', server: expect.any(String), demo: false, password: '', triesLeft: 10, waitSeconds: 0,
    } satisfies SessionState)
  })

  it('when nobody has touched the computer for the minutes of the setting', async () => {
    desk.presence.idle = 299
    desk.tick()
    expect(await status()).toBe('signedIn')
    desk.presence.idle = 300
    desk.tick()
    expect(await status()).toBe('locked')
    await unlock()
    await desk.ask('settings:change', { lockMinutes: 15 })
    desk.tick()
    expect(await status()).toBe('signedIn')
  })

  it('looking again no sooner than it could be locked', async () => {
    for (const [idle, wait] of [[0, 30_000], [285, 15_000], [299.5, 1000], [300, 30_000]]) {
      desk.presence.idle = idle!
      desk.tick()
      expect(desk.nextTick()).toBe(wait)
    }
  })

  it('when the computer is locked or goes to sleep', async () => {
    desk.presence.goAway()
    desk.presence.goAway()
    expect(await status()).toBe('locked')
    expect(desk.pushed.filter((event) => event === 'session:closed')).toHaveLength(1)
  })

  it('from the tray, whose menu then names nothing', async () => {
    await desk.ask('callRequests:list')
    desk.desktop.choose('Lock')
    expect(await status()).toBe('locked')
    expect(desk.desktop.tray.view.menu.flatMap((item) => item.kind === 'line' ? [] : [item.label])).toEqual(['Open Clinic Reception', 'locked', 'Quit'])
    expect(desk.desktop.closed).toContain('*')
  })
})

describe('a locked desk', () => {
  it('answers no call but the few that carry no data, and pushes no hint', async () => {
    await arrivalsAt(desk).poll()
    await desk.ask('lock:lock')
    await state()
    const refused = (Object.keys(calls) as Call[]).filter((call) => !isCallAllowed(call))
    expect(refused.length).toBeGreaterThan(50)
    for (const call of refused) expect([call, await failing(ask(call))]).toEqual([call, 'locked'])
    desk.pushed.length = 0
    desk.clock.now += 12_000
    arrivalsAt(desk).put(1)
    desk.asked.length = 0
    desk.presence.comeBack()
    await vi.waitFor(() => { expect(desk.asked).not.toEqual([]) })
    await new Promise((resolve) => { setTimeout(resolve, 100) })
    expect(desk.pushed).toEqual([])
    expect(desk.desktop.shown).toEqual([])
  })

  it('takes what was typed a moment before it, until the next page asks', async () => {
    const typed = (date: string) => desk.ask('drafts:write', { form: 'slot:new', fields: { date } })
    desk.presence.goAway()
    await typed('2026-12-01').catch(() => undefined)
    expect(await status()).toBe('locked')
    expect(await failing(typed('2026-12-02'))).toBe('locked')
    expect(await failing(desk.ask('drafts:read', { form: 'slot:new' }))).toBe('locked')
    await unlock()
    expect(await desk.ask('drafts:read', { form: 'slot:new' })).toEqual({ date: '2026-12-01' })
  })

  it('keeps what was typed, and goes on with what it is sending', async () => {
    await desk.ask('drafts:write', { form: 'slot:new', fields: { date: '2026-12-01' } })
    const order = desk.ask('outbox:create', department('Sent'))
    await desk.ask('lock:lock')
    expect(await failing(order)).toBe('locked')
    await vi.waitFor(() => { expect(departments()).toContain('Sent') })
    await unlock()
    expect(await desk.ask('drafts:read', { form: 'slot:new' })).toEqual({ date: '2026-12-01' })
  })
})

describe('unlocking', () => {
  it('asks the server, and takes no password that it refuses', async () => {
    await desk.ask('lock:lock')
    desk.asked.length = 0
    expect(await failing(unlock('wrong'))).toBe('badCredentials')
    expect(await status()).toBe('locked')
    expect(await unlock()).toMatchObject({ status: 'signedIn' })
    expect(desk.asked.filter((what) => what === 'POST api/token/')).toHaveLength(2)
  })

  it('checks by itself while the server does not answer', async () => {
    await desk.ask('lock:lock')
    await desk.goAway()
    expect(await failing(unlock('wrong'))).toBe('badCredentials')
    expect(await unlock()).toMatchObject({ status: 'signedIn' })
  })

  it('lets nobody wait who makes a mistake or two, then longer and longer', async () => {
    await desk.ask('lock:lock')
    await unlock('wrong').catch(() => undefined)
    await unlock('wrong').catch(() => undefined)
    expect(await state()).toMatchObject({ triesLeft: 8, waitSeconds: 0 })
    await unlock('wrong').catch(() => undefined)
    expect(await state()).toMatchObject({ triesLeft: 7, waitSeconds: 5 })
    desk.asked.length = 0
    expect(await failing(unlock())).toBe('tooManyTries')
    expect(desk.asked).toEqual([])
    desk.clock.now += 5000
    expect(await unlock()).toMatchObject({ status: 'signedIn' })
    await desk.ask('lock:lock')
    expect(await state()).toMatchObject({ triesLeft: 10 })
  })

  it('ends the session at the tenth wrong password, counted over a restart too', async () => {
    await desk.ask('lock:lock')
    await tryWrong(6)
    await desk.restart()
    expect(await state()).toMatchObject({ status: 'locked', triesLeft: 4 })
    await tryWrong(3)
    expect(await status()).toBe('locked')
    expect(await unlock('wrong')).toEqual({ status: 'signedOut', reason: 'tries' })
  })

  it('counts each of a hundred passwords that come at once', async () => {
    await desk.ask('lock:lock')
    const kinds = await Promise.all(Array.from({ length: 100 }, () => failing(unlock('wrong'))))
    expect(kinds.filter((kind) => kind === 'badCredentials')).toHaveLength(3)
    expect(kinds.filter((kind) => kind === 'tooManyTries')).toHaveLength(97)
  })
})

describe('a start', () => {
  it('goes on where a desk was left a moment ago, and is locked where nobody knows for how long', async () => {
    desk.clock.now += 4 * 60_000
    await desk.restart()
    expect(await status()).toBe('signedIn')
    desk.clock.now += 5 * 60_000
    await desk.restart()
    expect(await status()).toBe('locked')
    await unlock()
    desk.clock.now += 5 * 60_000
    await desk.restart()
    await desk.goAway()
    expect(await unlock()).toMatchObject({ status: 'signedIn' })
  })

  it('counts from when somebody was last there, and not from when the program was', async () => {
    desk.clock.now += 4 * 60_000
    desk.presence.idle = 60
    desk.tick()
    desk.clock.now += 3 * 60_000
    desk.presence.idle = 4 * 60
    desk.tick()
    desk.clock.now += 60_000
    desk.presence.idle = 0
    await desk.restart()
    expect(await status()).toBe('locked')
  })

  it('is locked if the desk was, and where its record is gone', async () => {
    await desk.ask('lock:lock')
    await desk.restart()
    expect(await status()).toBe('locked')
    await unlock()
    await rm(path.join(desk.folder, 'lock.sealed'))
    await desk.restart()
    expect(await status()).toBe('locked')
  })
})

describe('a session', () => {
  it('ends after its hours, whatever is done in it, and leaves what was typed to its owner', async () => {
    await desk.ask('drafts:write', { form: 'slot:new', fields: { date: '2026-12-01' } })
    desk.clock.now += 12 * 3_600_000 - 1
    desk.tick()
    expect(await status()).toBe('signedIn')
    desk.clock.now += 1
    desk.tick()
    expect(await state()).toEqual({ status: 'signedOut', reason: 'hours' })
    await desk.signIn()
    expect(await desk.ask('drafts:read', { form: 'slot:new' })).toEqual({ date: '2026-12-01' })
  })

  it('ends at the clinic’s hour for it', async () => {
    await desk.ask('settings:change', { signOutAt: 18 * 3600 })
    desk.clock.now = Date.parse('2026-11-23T17:59:59Z')
    desk.tick()
    expect(await status()).toBe('signedIn')
    desk.clock.now += 1000
    desk.tick()
    expect(await state()).toEqual({ status: 'signedOut', reason: 'hour' })
  })
})

describe('somebody else at the lock', () => {
  it.each(['locks', 'signs out'])('gets a desk of their own, and what the one before ordered waits for them, when the next one %s', async (how) => {
    const [first, second] = desk.clinic.accounts as [Account, Account]
    await desk.ask('drafts:write', { form: 'slot:new', fields: { date: '2026-12-01' } })
    desk.server.fault = ({ what, response }) => {
      if (!what.startsWith('POST api/hospitalstaffdepartment/')) return undefined
      response.writeHead(503, { 'Retry-After': '600' }).end()
      return Promise.resolve()
    }
    void desk.ask('outbox:create', department('Waits')).catch(() => undefined)
    await vi.waitFor(async () => { expect((await desk.ask('outbox:read')).map(({ state: now }) => now)).toEqual(['waiting']) })
    await desk.ask('lock:lock')
    expect(await desk.ask('lock:leave')).toEqual({ status: 'signedOut', reason: 'handedOver' })
    desk.clock.now += 600_000
    await desk.signIn(second.email)
    expect(await desk.ask('outbox:read')).toEqual([])
    expect(await desk.ask('drafts:read', { form: 'slot:new' })).toBeNull()
    expect(await desk.ask('activity:read')).toEqual([])
    desk.server.fault = () => undefined
    if (how === 'locks') {
      await desk.ask('lock:lock')
      await desk.ask('lock:leave')
    } else await desk.ask('session:signOut')
    await desk.signIn(first.email)
    await vi.waitFor(async () => {
      expect(departments()).toContain('Waits')
    })
    expect(await desk.ask('drafts:read', { form: 'slot:new' })).toEqual({ date: '2026-12-01' })
  })
})
