import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { composedDesk, type Arrival, type ComposedDesk } from '@main/testing/composedDesk'
import { drop, says } from '@main/testing/faults'
import type { SyncPace } from '@shared/domain/sync'
import type { AppError } from '@shared/errors'

let desk: ComposedDesk
const board = () => desk.day({ date: '2026-11-23', clinicIds: [1] })
const status = () => desk.ask('sync:status')
const rest = () => vi.waitFor(async () => { expect((await status()).working).toBe(0) }, { interval: 100 })

/** Never answers; the connection ends with the desk's patience. */
const stall = async (): Promise<void> => undefined

beforeAll(async () => {
  desk = await composedDesk()
  await desk.ask('callRequests:list')
  await vi.waitFor(async () => { expect((await board()).columns[0]!.stamp.fetchedAt).not.toBeNull() })
  // An answer that is still on its way would speak for the server after its time.
  await new Promise((resolve) => { setTimeout(resolve, 100) })
  await rest()
})
beforeEach(() => { desk.server.fault = () => undefined })
afterAll(() => desk.close())

describe('a server that fails as a whole', () => {
  it.each<[string, (arrival: Arrival) => Promise<unknown>, AppError['kind'], SyncPace]>([
    ['a captive portal', says(200, '<title>Hotel Wi-Fi</title>'), 'webPage', 'afterFailure'],
    ['broken connections', drop, 'offline', 'afterFailure'],
    ['a server out of order', says(503, '{"detail": "down"}'), 'server', 'afterFailure'],
    ['a server that never answers', stall, 'timeout', 'afterFailure'],
    ['a server that has moved', ({ response }) => says(302, '', { location: 'http://127.0.0.1:9/' })({ response }), 'moved', 'seldom'],
  ])('%s is told by its own kind, keeps what was there, and is over as soon as somebody comes back to a server that answers', async (_, fault, kind, pace) => {
    desk.clock.now += 60_000
    desk.server.fault = fault
    await desk.ask('sync:now')
    await vi.waitFor(async () => { expect((await status()).failing).not.toBeNull() }, { interval: 100 })
    await rest()
    const { status: now, next, parts } = await desk.ask('sync:details')
    expect([now.failing?.kind, next?.pace]).toEqual([kind, pace])
    expect(now.failingSince).toBe(desk.clock.now)
    expect(parts[0]!.stamp).toMatchObject({ fetchedAt: expect.any(Number) as number, failed: { kind } })

    desk.server.fault = () => undefined
    desk.presence.comeBack()
    desk.presence.comeBack()
    await vi.waitFor(async () => { expect((await status()).failing).toBeNull() }, { interval: 100 })
    await vi.waitFor(async () => { expect((await board()).columns[0]!.stamp.failed).toBeNull() }, { interval: 100 })
    await rest()
  })
})
