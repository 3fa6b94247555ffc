import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { composedDesk, type Arrival, type ComposedDesk } from '@main/testing/composedDesk'
import { bodyOf, createSamples, orderOf } from '@main/testing/createSamples'
import { commitThenDrop, doesAndDrips, doesAndSays, drop, failing, says } from '@main/testing/faults'
import type { Create } from '@shared/domain/outbox'

let desk: ComposedDesk
beforeEach(async () => { desk = await composedDesk() })
afterEach(() => desk.close())

const send = (create: Create) => desk.ask('outbox:create', orderOf(create))
const count = (what: string) => desk.asked.filter((asked) => asked === what).length

const hints: Record<Create['kind'], string> = {
  slot: 'slots:changed {"clinicIds":[1]}', callRequest: 'callRequests:changed', staffMember: 'staff:changed', department: 'departments:changed',
}

async function localIds(kind: Create['kind']): Promise<number[]> {
  switch (kind) {
    case 'slot': return [...(await desk.day({ date: '2026-11-25', clinicIds: [1] })).columns[0]!.ids]
    case 'callRequest': return [...(await desk.ask('callRequests:list')).ids]
    case 'staffMember': return [...(await desk.ask('staff:list')).ids]
    case 'department': {
      await vi.waitFor(async () => { expect((await desk.ask('departments:list')).stamp.fetchedAt).not.toBeNull() })
      return (await desk.ask('departments:list')).rows.map(({ id }) => id)
    }
  }
}

describe.each(Object.keys(createSamples) as Create['kind'][])('creating a %s', (kind) => {
  const { create, other, route, list, rows } = createSamples[kind]

  it('makes one row, which is in the local data at once', async () => {
    const before = rows(desk.clinic)
    const entry = await send(create)
    expect(entry).toMatchObject({ state: 'made', foundAfterwards: false, error: null, create })
    expect(entry.id).toBeGreaterThan(0)
    expect(rows(desk.clinic)).toBe(before + 1)
    expect([count(route), count(list)]).toEqual([1, 1])
    expect(await localIds(kind)).toContain(entry.id)
    expect(count(list)).toBe(1)
  })

  it.each([['is', undefined], ['was found', commitThenDrop]])('hints at the row before it hints that it %s made', async (_, fault) => {
    if (fault) desk.server.fault = failing(route, fault)
    desk.pushed.length = 0
    await send(create)
    expect(desk.pushed.lastIndexOf('outbox:changed')).toBeGreaterThan(desk.pushed.lastIndexOf(hints[kind]))
    expect(desk.pushed).toContain(hints[kind])
  })

  it.each([
    ['fresh', async () => undefined],
    ['reused', async () => { await send({ kind: 'department', form: { name: 'Warm-up' } }) }],
  ])('is one row and known as made when the answer is lost on a %s connection', async (_, warmUp) => {
    await warmUp()
    const before = rows(desk.clinic)
    const earlier = count(route)
    desk.server.fault = failing(route, commitThenDrop)
    const entry = await send(create)
    expect(entry).toMatchObject({ state: 'made', foundAfterwards: true, error: null })
    expect(rows(desk.clinic)).toBe(before + 1)
    expect(count(route)).toBe(earlier + 1)
    expect(await localIds(kind)).toContain(entry.id)
  })

  it('is known as not made when the connection drops before anything was done', async () => {
    const before = rows(desk.clinic)
    desk.server.fault = failing(route, drop)
    expect(await send(create)).toMatchObject({ state: 'notMade', id: null, error: { kind: 'offline', cause: 'dropped' } })
    expect([rows(desk.clinic), count(route), count(list)]).toEqual([before, 1, 5])
  })

  it.each<[string, (arrival: Arrival) => Promise<unknown>]>([
    ['a 500 after the commit', doesAndSays(500, '<h1>Server Error</h1>')],
    ['an answer of the wrong shape', doesAndSays(201, '{"id":"x"}')],
    ['an answer that is no JSON', doesAndSays(201, 'OK')],
    ['a list instead of the row, as after a redirect', doesAndSays(200, '[]')],
    ['an answer of 20 MB', doesAndSays(201, `"${'x'.repeat(20 * 1024 * 1024)}"`)],
    ['a page of a proxy', doesAndSays(200, '<html>Hello</html>')],
    ['an answer of one byte a second', doesAndDrips],
  ])('finds the row after %s', async (_, fault) => {
    const before = rows(desk.clinic)
    desk.server.fault = failing(route, fault)
    expect(await send(create)).toMatchObject({ state: 'made', foundAfterwards: true })
    expect([rows(desk.clinic), count(route)]).toEqual([before + 1, 1])
  })

  it('finds a row that the server commits late', async () => {
    const before = rows(desk.clinic)
    desk.server.fault = failing(route, async (arrival) => {
      arrival.response.destroy()
      await new Promise((resolve) => { setTimeout(resolve, 35) })
      await arrival.carryOut()
    })
    expect(await send(create)).toMatchObject({ state: 'made', foundAfterwards: true })
    expect(rows(desk.clinic)).toBe(before + 1)
  })

  it('sends one request for one key, however often it comes, also afterwards', async () => {
    const before = rows(desk.clinic)
    const click = orderOf(create)
    const [first, second] = await Promise.all([desk.ask('outbox:create', click), desk.ask('outbox:create', click)])
    expect(second).toEqual(first)
    expect(await desk.ask('outbox:create', click)).toEqual(first)
    expect([rows(desk.clinic), count(route)]).toEqual([before + 1, 1])
  })

  it('does not take another row of the same kind for its own', async () => {
    const before = rows(desk.clinic)
    desk.server.fault = failing(route, async (arrival) => {
      await arrival.carryOut(bodyOf(other))
      arrival.response.destroy()
    })
    expect((await send(create)).state).toBe('notMade')
    expect(rows(desk.clinic)).toBe(before + 1)
  })

  it('is uncertain when the list fails throughout', async () => {
    await send(create)
    desk.server.fault = (arrival) => {
      if (arrival.what === list) return says(403, '{"detail":"no"}')(arrival)
      return arrival.what === route ? commitThenDrop(arrival) : undefined
    }
    expect(await send(other)).toMatchObject({ state: 'uncertain', error: { kind: 'offline', cause: 'dropped' } })
  })

  it.each<[string, (arrival: Arrival) => Promise<unknown>, object]>([
    ['400', says(400, '{"name":["Too odd."],"non_field_errors":["No."]}'), { kind: 'invalid', fields: { 'name': ['Too odd.'], '': ['No.'] } }],
    ['403', says(403, '{"detail":"no"}'), { kind: 'forbidden' }],
    ['404', says(404, '{"detail":"Not found."}'), { kind: 'notFound' }],
    ['405', says(405, '{"detail":"no"}'), { kind: 'server', status: 405 }],
    ['409', says(409, '{"detail":"exists"}'), { kind: 'conflict', detail: 'exists' }],
  ])('is refused by a %s, without a look at what is there', async (_, fault, error) => {
    desk.server.fault = failing(route, fault)
    expect(await send(create)).toMatchObject({ state: 'refused', error })
    expect([count(route), count(list)]).toEqual([1, 1])
  })

  it('waits while the server asks for a pause, and goes out once after it', async () => {
    const before = rows(desk.clinic)
    desk.server.fault = failing(route, says(429, '{"detail":"slow down"}', { 'retry-after': '30' }))
    expect(await send(create)).toMatchObject({ state: 'waiting', error: { kind: 'throttled', retryAfter: 30 } })
    desk.clock.now += 30_000
    await desk.ask('outbox:sendNow')
    await vi.waitFor(async () => { expect(await desk.ask('outbox:read')).toEqual([]) })
    expect([rows(desk.clinic), count(route)]).toEqual([before + 1, 2])
  })
})

it('that waits goes out by itself after a restart, though another one like it was there before', async () => {
  const { create, route, rows } = createSamples.callRequest
  const before = rows(desk.clinic)
  await send(create)
  desk.server.fault = failing(route, says(429, '{"detail":"later"}'))
  void send(create).catch(() => undefined)
  await vi.waitFor(async () => { expect(await desk.ask('outbox:read')).toMatchObject([{ state: 'waiting' }]) })
  desk.kill()
  desk.server.fault = () => undefined
  await desk.restart()
  await vi.waitFor(async () => { expect(await desk.ask('outbox:read')).toEqual([]) })
  expect(rows(desk.clinic)).toBe(before + 2)
})
