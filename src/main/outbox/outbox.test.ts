import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { composedDesk, give, type ComposedDesk } from '@main/testing/composedDesk'
import { createSamples, orderOf } from '@main/testing/createSamples'
import { commitThenDrop, drop, failing, says } from '@main/testing/faults'
import type { Create, OutboxEntry } from '@shared/domain/outbox'

let desk: ComposedDesk
beforeEach(async () => { desk = await composedDesk() })
afterEach(() => desk.close())

const send = (create: Create) => desk.ask('outbox:create', orderOf(create))
const count = (what: string) => desk.asked.filter((asked) => asked === what).length

describe('the outbox', () => {
  const { create, other, route, rows } = createSamples.department

  it('says what the server said of a name that exists', async () => {
    await send(create)
    const again = await send(create)
    const fields = { name: [expect.stringContaining('already exists')] }
    expect(again).toMatchObject({ state: 'refused', error: { kind: 'invalid', fields } })
    expect(await desk.ask('outbox:read')).toEqual([again])
  })

  it('shows a create while it is under way, and hints at each step', async () => {
    const seen: OutboxEntry['state'][] = []
    desk.server.fault = (arrival) => {
      if (!arrival.what.includes('department')) return undefined
      return desk.ask('outbox:read').then(async (entries) => {
        seen.push(...entries.map(({ state }) => state))
        if (arrival.what === route) return commitThenDrop(arrival)
        return give(arrival.response, await arrival.carryOut())
      })
    }
    // The journal was read by then, which is told of too.
    await desk.ask('outbox:read')
    desk.pushed.length = 0
    await send(create)
    expect(seen).toEqual(['sending', 'sending', 'checking'])
    expect(desk.pushed.filter((event) => event === 'outbox:changed')).toHaveLength(4)
    expect(await desk.ask('outbox:read')).toEqual([])
  })

  it('takes a finished entry off the list, and does not send it again under its key', async () => {
    desk.server.fault = failing(route, drop)
    const click = orderOf(create)
    const entry = await desk.ask('outbox:create', click)
    await desk.ask('outbox:dismiss', { key: click.key })
    expect(await desk.ask('outbox:read')).toEqual([])
    expect(await desk.ask('outbox:create', click)).toEqual(entry)
    expect(count(route)).toBe(1)
  })

  it('is uncertain of a row that may have been there before', async () => {
    let lists = 0
    desk.server.fault = (arrival) => {
      if (arrival.what === createSamples.callRequest.list && lists++ === 0) return says(403, '{"detail":"no"}')(arrival)
      return arrival.what === createSamples.callRequest.route ? drop(arrival) : undefined
    }
    const { doctorId, day } = [...desk.clinic.hospital.callRequests.rows.values()][0]!
    expect(await send({ kind: 'callRequest', form: { doctorId, date: day } })).toMatchObject({ state: 'uncertain' })
  })

  it('is uncertain of two new rows that are alike', async () => {
    desk.server.fault = failing(createSamples.callRequest.route, async (arrival) => {
      await arrival.carryOut()
      await commitThenDrop(arrival)
    })
    expect(await send(createSamples.callRequest.create)).toMatchObject({ state: 'uncertain', id: null })
  })

  it('tells two creates of one kind apart that look the same and lose their answers', async () => {
    const before = createSamples.callRequest.rows(desk.clinic)
    desk.server.fault = failing(createSamples.callRequest.route, commitThenDrop, 2)
    const entries = await Promise.all([send(createSamples.callRequest.create), send(createSamples.callRequest.create)])
    expect(entries.map(({ state }) => state)).toEqual(['made', 'made'])
    expect(new Set(entries.map(({ id }) => id)).size).toBe(2)
    expect(createSamples.callRequest.rows(desk.clinic)).toBe(before + 2)
  })

  it('fails on the third of three requests without touching the first two', async () => {
    const third = 'Third'
    desk.server.fault = (arrival) => arrival.body.includes(third) ? says(500, '<h1>boom</h1>')(arrival) : undefined
    const states = []
    for (const name of ['First', 'Second', third]) states.push((await send({ kind: 'department', form: { name } })).state)
    expect(states).toEqual(['made', 'made', 'notMade'])
  })

  it('waits when no server listens', async () => {
    await desk.goAway()
    expect(await send(create)).toMatchObject({ state: 'waiting', error: { kind: 'offline', cause: 'unreachable' } })
  })

  it('is refused when nobody is signed in', async () => {
    await desk.ask('session:signOut')
    expect(await send(create)).toMatchObject({ state: 'refused', error: { kind: 'signedOut' } })
  })

  it('waits behind another while the server wants to be left alone', async () => {
    desk.server.fault = failing(route, says(429, '{"detail":"slow down"}', { 'retry-after': '30' }))
    await send(create)
    expect(await send(other)).toMatchObject({ state: 'waiting', error: { kind: 'throttled', retryAfter: 30 } })
    expect(count(route)).toBe(1)
  })

  it('says that the doctor was deleted between opening the form and sending it', async () => {
    await desk.ask('staff:list')
    const doctorId = desk.clinic.hospital.staff.nextId
    expect(await send({ kind: 'callRequest', form: { doctorId, date: '2026-11-23' } })).toMatchObject({
      state: 'refused', error: { kind: 'invalid', fields: { doctor: [expect.stringContaining('does not exist')] } },
    })
  })

  it('says that the department was deleted by another desk meanwhile', async () => {
    expect(await send({ kind: 'staffMember', form: { name: 'Ann', isDoctor: false, department: 'Gone' } })).toMatchObject({
      state: 'refused', error: { kind: 'invalid', fields: { department: [expect.stringContaining('does not exist')] } },
    })
  })

  it('keeps the server’s own row: times as it writes them, names as it trims them', async () => {
    desk.server.fault = failing(createSamples.slot.route, async (arrival) => {
      const row = await (await arrival.carryOut()).json() as object
      await says(201, JSON.stringify({ ...row, start_time: '21:00', end_time: '21:15:00.000000', extra: true }))(arrival)
    })
    const { id } = await send(createSamples.slot.create)
    const [column] = (await desk.day({ date: '2026-11-25', clinicIds: [1] })).columns
    const place = column!.ids.indexOf(id!)
    expect([column!.starts[place], column!.ends[place]]).toEqual([75_600, 76_500])
  })

  it('writes the midnight that ends a day as 00:00, and finds it again', async () => {
    const form = { clinicId: 1, date: '2026-11-25', start: 85_500, end: 86_400 }
    let sent: object = {}
    const { slots } = desk.clinic.hospital
    desk.server.fault = failing(createSamples.slot.route, async ({ response, body }) => {
      sent = JSON.parse(body) as object
      slots.add(sent as Parameters<typeof slots.add>[0])
      response.destroy()
    })
    expect(await send({ kind: 'slot', form })).toMatchObject({ state: 'made', foundAfterwards: true })
    expect(sent).toEqual({ clinic: 1, date: '2026-11-25', start_time: '23:45:00', end_time: '00:00:00' })
  })

  it('asks before signing out takes away what is under way, and sends what was given up no more', async () => {
    let letGo: () => void = () => undefined
    desk.server.fault = failing(route, async ({ response, carryOut }) => {
      await new Promise<void>((resolve) => { letGo = resolve })
      await give(response, await carryOut())
    })
    const pending = send(create)
    await vi.waitFor(() => { expect(count(route)).toBe(1) })
    await expect(desk.ask('session:signOut')).rejects.toMatchObject({ error: { kind: 'pending', waiting: 0, uncertain: 1 } })
    await desk.ask('outbox:discardAll')
    await desk.ask('session:signOut')
    letGo()
    expect(await pending).toMatchObject({ state: 'refused', error: null })
    await desk.signIn()
    expect(await desk.ask('outbox:read')).toEqual([])
  })

  it('sends nothing of one person under another’s name', async () => {
    let letGo: () => void = () => undefined
    desk.server.fault = failing(createSamples.department.list, async ({ response, carryOut }) => {
      await new Promise<void>((resolve) => { letGo = resolve })
      await give(response, await carryOut())
    })
    const before = rows(desk.clinic)
    const pending = send(create)
    await vi.waitFor(() => { expect(count(createSamples.department.list)).toBe(1) })
    await desk.ask('outbox:discardAll')
    await desk.ask('session:signOut')
    await desk.signIn(desk.clinic.accounts[1]!.email)
    letGo()
    expect(await pending).toMatchObject({ state: 'refused', error: null })
    await new Promise((resolve) => { setTimeout(resolve, 50) })
    expect([rows(desk.clinic), count(route)]).toEqual([before, 0])
  })

  it('keeps entries for the person whose session the server ended, and sends what waits when they are back', async () => {
    const before = rows(desk.clinic)
    desk.server.fault = failing(route, drop)
    const entry = await send(create)
    const over = says(401, '{"detail":"no","code":"token_not_valid"}')
    desk.server.fault = (arrival) => ['POST api/token/refresh/', 'GET api/hospitalstaffdepartment/1/'].includes(arrival.what) ? over(arrival) : undefined
    await desk.ask('departments:retrieve', { id: 1 }).catch(() => undefined)
    expect(await desk.ask('session:read')).toMatchObject({ status: 'signedOut', reason: 'ended' })
    expect(await send(other)).toMatchObject({ state: 'waiting', error: { kind: 'signedOut', reason: 'ended' } })
    desk.server.fault = () => undefined
    await desk.signIn()
    await vi.waitFor(async () => { expect(await desk.ask('outbox:read')).toEqual([entry]) })
    expect([rows(desk.clinic), count(route)]).toEqual([before + 1, 2])
  })
})

describe('a create of which it could not be told whether it was made', () => {
  const { create, list, route } = createSamples.callRequest

  async function uncertain(fault: typeof drop) {
    await desk.ask('callRequests:list')
    await vi.waitFor(async () => { expect((await desk.ask('callRequests:list')).stamp.loading).toBe(false) })
    desk.server.fault = (arrival) => arrival.what === list ? says(403, '{"detail":"no"}')(arrival) : failing(route, fault)(arrival)
    expect(await send(create)).toMatchObject({ state: 'uncertain' })
    desk.server.fault = () => undefined
  }

  it('is known as made once the list can be read again', async () => {
    await uncertain(commitThenDrop)
    await desk.ask('sync:now')
    await vi.waitFor(async () => { expect(await desk.ask('outbox:read')).toEqual([]) })
    expect(count(route)).toBe(1)
  })

  it('is known as not made once the list can be read again', async () => {
    await uncertain(drop)
    await desk.ask('sync:now')
    await vi.waitFor(async () => { expect(await desk.ask('outbox:read')).toMatchObject([{ state: 'notMade' }]) })
    expect(count(route)).toBe(1)
  })

  it('is not taken for a row that the person created in its place meanwhile', async () => {
    await uncertain(drop)
    expect(await send(create)).toMatchObject({ state: 'made' })
    await desk.ask('sync:now')
    await vi.waitFor(async () => { expect(await desk.ask('outbox:read')).toMatchObject([{ state: 'notMade' }]) })
  })

  it('stays so while the list can not be read', async () => {
    await uncertain(drop)
    desk.server.fault = (arrival) => arrival.what === list ? says(403, '{"detail":"no"}')(arrival) : undefined
    const { length } = desk.asked
    await desk.ask('sync:now')
    await vi.waitFor(() => { expect(desk.asked.slice(length).filter((asked) => asked === list)).toHaveLength(2) })
    expect(await desk.ask('outbox:read')).toMatchObject([{ state: 'uncertain' }])
  })

  it('is looked for when the person whose session ended while it was out is back', async () => {
    const over = says(401, '{"detail":"no","code":"token_not_valid"}')
    let isOut: () => void = () => undefined
    const out = new Promise<void>((resolve) => { isOut = resolve })
    desk.server.fault = (arrival) => {
      return arrival.what === route ? arrival.carryOut().then(isOut) : count(route) > 0 ? over(arrival) : undefined
    }
    const pending = send(create)
    await out
    await desk.ask('departments:retrieve', { id: 1 }).catch(() => undefined)
    expect(await pending).toMatchObject({ state: 'uncertain' })
    expect(await desk.ask('session:read')).toMatchObject({ reason: 'ended' })
    desk.server.fault = () => undefined
    await desk.signIn()
    await vi.waitFor(async () => { expect(await desk.ask('outbox:read')).toEqual([]) })
    expect(count(route)).toBe(1)
  })
})
