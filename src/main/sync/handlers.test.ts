import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { composedDesk, type ComposedDesk } from '@main/testing/composedDesk'
import { says } from '@main/testing/faults'

let desk: ComposedDesk
beforeEach(async () => { desk = await composedDesk() })
afterEach(() => desk.close())

const settled = async () => {
  for (;;) {
    await new Promise((resolve) => { setTimeout(resolve, 20) })
    if ((await desk.ask('sync:status')).working === 0) return
  }
}
const board = (...clinicIds: number[]) => desk.day({ date: '2026-11-23', clinicIds })
const route = (part: string, fault: ReturnType<typeof says>) => {
  desk.server.fault = (arrival) => arrival.what.includes(part) ? fault(arrival) : undefined
}

describe('sync:details', () => {
  it('names the clinics on the board first, then the lists, and fetches nothing by being asked', async () => {
    await desk.ask('directory:read')
    await settled()
    await board(2, 1)
    await settled()
    const before = desk.asked.length
    const { parts, next, status } = await desk.ask('sync:details')
    expect(parts.map(({ resource, clinicId }) => clinicId ?? resource)).toEqual([2, 1, 'callRequests', 'staff', 'departments', 'directory'])
    expect(parts[0]!.name).not.toBe('')
    expect(parts.map(({ stamp }) => stamp.fetchedAt !== null)).toEqual([true, true, false, true, false, true])
    expect(next).toMatchObject({ pace: 'usual' })
    expect(status).toMatchObject({ failing: null, partly: [] })
    expect(desk.asked).toHaveLength(before)
  })

  it('marks only the part that fails while the server answers others', async () => {
    route('clinic-appointment-slots', says(403, '{"detail": "no"}'))
    await desk.ask('callRequests:list')
    await board(1)
    await settled()
    const { parts, status } = await desk.ask('sync:details')
    expect(status).toMatchObject({ failing: null, partly: ['slots'] })
    expect(parts.map(({ stamp }) => stamp.failed?.kind)).toEqual(['forbidden', undefined, undefined, undefined, undefined])
  })

  it('says when it tries again after the server has asked for a pause', async () => {
    await board(1)
    await settled()
    route('', says(429, '{"detail": "slow down"}', { 'retry-after': '90' }))
    await desk.ask('sync:now')
    await settled()
    const { next, status } = await desk.ask('sync:details')
    expect(status.failing).toMatchObject({ kind: 'throttled' })
    expect(next!.pace).toBe('asAsked')
    expect(next!.at).toBeGreaterThanOrEqual(desk.clock.now + 85_000)
  })

  it('is about to try again when the page says that there is a network', async () => {
    await board(1)
    await settled()
    desk.clock.now += 12_000
    await desk.ask('app:online')
    const { next } = await desk.ask('sync:details')
    expect(next!.at).toBeLessThanOrEqual(desk.clock.now + 1000)
  })

  it('plans nothing after signing out', async () => {
    await desk.ask('session:signOut')
    expect((await desk.ask('sync:details')).next).toBeNull()
  })

  it('tells how far the server’s clock is ahead', async () => {
    // The desk's clock stands still; the server answers with the true date.
    const { skew } = await desk.ask('sync:status')
    expect(Math.abs(skew - (Date.now() - desk.clock.now))).toBeLessThan(60_000)
  })
})

describe('sync:now', () => {
  it('fetches what is on the board, and the staff', async () => {
    await desk.ask('directory:read')
    await board(1)
    await settled()
    desk.asked.length = 0
    await desk.ask('sync:now')
    await settled()
    expect(desk.asked.toSorted()).toEqual([
      'GET api/clinic-appointment-slots/?clinic_id=1', 'GET api/hospital-call-requests/', 'GET api/hospitalstaff/',
    ])
  })
})
