import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { composedDesk, give, type ComposedDesk, type Fault } from '@main/testing/composedDesk'
import { createSamples } from '@main/testing/createSamples'
import { commitThenDrop, drop, failing, says } from '@main/testing/faults'
import { jobOf } from '@main/testing/jobSamples'
import type { Job, JobOrder } from '@shared/domain/job'

const { route, list } = createSamples.slot
let desk: ComposedDesk
beforeEach(async () => {
  desk = await composedDesk()
  await desk.ask('settings:change', { holdSeconds: 0 })
})
afterEach(() => desk.close())

const count = (what: string) => desk.asked.filter((asked) => asked === what).length
const rows = () => desk.clinic.hospital.slots.count(1)
const job = async () => (await desk.ask('jobs:read'))[0]!
const until = (state: Job['state'], timeout = 25_000) => vi.waitFor(async () => {
  const now = await job()
  expect(now).toMatchObject({ state })
  return now
}, { timeout, interval: 100 })
const start = (order: JobOrder) => desk.ask('jobs:start', order)

/** Does this to each n-th slot that is sent. */
function every(nth: number, fault: (arrival: Parameters<Fault>[0]) => Promise<unknown>): Fault {
  let sent = 0
  return (arrival) => arrival.what === route && (sent += 1) % nth === 0 ? fault(arrival) : undefined
}

describe('a job', () => {
  it('makes each of its slots once, and compares in the end', async () => {
    const before = rows()
    await start(jobOf(40))
    expect(await until('finished')).toMatchObject({ total: 40, counts: { made: 40 }, verified: { missing: 0, twice: 0 }, hindrance: null })
    expect([rows(), count(route)]).toEqual([before + 40, 40])
    expect(await desk.ask('outbox:read')).toEqual([])
  })

  it('is one job however often its order comes', async () => {
    const order = jobOf(5)
    await Promise.all([start(order), start(order)])
    await until('finished')
    expect(count(route)).toBe(5)
    expect(await desk.ask('jobs:read')).toHaveLength(1)
  })

  it('makes all of its slots once though every fifth answer is lost, done or not', async () => {
    const before = rows()
    let lost = 0
    desk.server.fault = every(5, (arrival) => lost++ % 2 ? commitThenDrop(arrival) : drop(arrival))
    await start(jobOf(40))
    expect(await until('finished')).toMatchObject({ counts: { made: 40 }, verified: { missing: 0, twice: 0 } })
    expect(rows()).toBe(before + 40)
  })

  it('says in the end that another desk has published the same hours, whether before it or after', async () => {
    const order = jobOf(6)
    const { slots } = desk.clinic.hospital
    let sent = 0
    desk.server.fault = (arrival) => {
      if (arrival.what !== route) return undefined
      const theirs = () => slots.add(JSON.parse(arrival.body) as Parameters<typeof slots.add>[0])
      sent += 1
      if (sent === 1) theirs()
      const answer = arrival.carryOut().then((given) => give(arrival.response, given))
      if (sent === 2) theirs()
      return answer
    }
    await start(order)
    expect(await until('finished')).toMatchObject({ counts: { made: 6 }, verified: { missing: 0, twice: 2 } })
  })

  it('tells a second order of the same hours in the end that they are there twice', async () => {
    await start(jobOf(4))
    await until('finished')
    await start(jobOf(4))
    expect(await until('finished')).toMatchObject({ counts: { made: 4 }, verified: { missing: 0, twice: 4 } })
  })

  it('goes on after each of its slots that a server without duplicates refuses', async () => {
    const { slots } = desk.clinic.hospital
    desk.server.fault = every(2, async (arrival) => {
      slots.add(JSON.parse(arrival.body) as Parameters<typeof slots.add>[0])
      await says(400, '{"non_field_errors":["The fields must make a unique set."]}')(arrival)
    })
    await start(jobOf(10))
    expect(await until('finished')).toMatchObject({ counts: { made: 5, refused: 5 }, verified: { missing: 0, twice: 0 } })
  })

  it('sends nothing while it is held, and nothing at all when it is stopped then', async () => {
    await desk.ask('settings:change', { holdSeconds: 10 })
    const held = await start(jobOf(5))
    expect(held).toMatchObject({ state: 'held', sendsAt: desk.clock.now + 10_000 })
    expect(await desk.ask('jobs:stop', { id: held.id })).toMatchObject({ state: 'stopped', counts: { discarded: 5 } })
    expect(count(route)).toBe(0)
    const records = await desk.ask('activity:read')
    expect(records.map(({ outcome, jobId }) => [outcome, jobId])).toEqual(Array.from({ length: 5 }, () => ['discarded', held.id]))
  })

  it('waits while it is paused, and goes on', async () => {
    const { id } = await start(jobOf(60))
    await vi.waitFor(() => { expect(count(route)).toBeGreaterThan(5) })
    await desk.ask('jobs:pause', { id })
    await vi.waitFor(async () => { expect((await job()).counts).toMatchObject({ sending: 0, checking: 0 }) })
    const sent = count(route)
    expect(sent).toBeLessThan(60)
    await new Promise((resolve) => { setTimeout(resolve, 50) })
    expect(count(route)).toBe(sent)
    await desk.ask('jobs:resume', { id })
    expect(await until('finished')).toMatchObject({ counts: { made: 60 } })
    expect(count(route)).toBe(60)
  })

  it('gives up what waits when it is stopped, and keeps what was made', async () => {
    const before = rows()
    const { id } = await start(jobOf(60))
    await vi.waitFor(() => { expect(count(route)).toBeGreaterThan(5) })
    await desk.ask('jobs:stop', { id })
    await vi.waitFor(async () => { expect((await job()).counts).toMatchObject({ sending: 0, checking: 0, waiting: 0 }) })
    const { counts } = await job()
    expect(counts.made + counts.discarded).toBe(60)
    expect(rows()).toBe(before + counts.made)
  })

  it('keeps a refusal with its reason and goes on', async () => {
    desk.server.fault = every(4, says(400, '{"start_time":["Too early."]}'))
    await start(jobOf(20))
    expect(await until('finished')).toMatchObject({ counts: { made: 15, refused: 5 } })
    expect(await desk.ask('outbox:read')).toMatchObject(Array.from({ length: 5 }, () => ({ state: 'refused', error: { kind: 'invalid' } })))
  })

  it('stops to ask when the first twenty are all refused for one reason', async () => {
    desk.server.fault = every(1, says(403, '{"detail":"no"}'))
    await start(jobOf(100))
    expect(await until('paused')).toMatchObject({ hindrance: { kind: 'forbidden' } })
    expect(count(route)).toBeLessThan(30)
  })

  it('stops to ask when the server publishes other times than those sent', async () => {
    desk.server.fault = every(3, async (arrival) => {
      const row = await (await arrival.carryOut()).json() as object
      await says(201, JSON.stringify({ ...row, start_time: '03:00:00' }))(arrival)
    })
    await start(jobOf(100))
    expect(await until('paused')).toMatchObject({ hindrance: { kind: 'altered' } })
    expect(count(route)).toBeLessThan(20)
  })

  it('waits through a pause that the server asks for, and loses nothing', async () => {
    desk.server.fault = failing(route, says(429, '{"detail":"slow down"}', { 'retry-after': '30' }))
    await start(jobOf(10))
    await vi.waitFor(async () => { expect(await job()).toMatchObject({ state: 'running', hindrance: { kind: 'throttled' } }) })
    desk.clock.now += 30_000
    await desk.ask('outbox:sendNow')
    expect(await until('finished')).toMatchObject({ counts: { made: 10 }, hindrance: null })
  })

  it('goes on after a restart in the middle, and makes nothing twice', async () => {
    const before = rows()
    await start(jobOf(60))
    await vi.waitFor(() => { expect(count(route)).toBeGreaterThan(20) })
    await desk.restart()
    expect(await until('finished')).toMatchObject({ counts: { made: 60 }, verified: { missing: 0, twice: 0 } })
    expect(rows()).toBe(before + 60)
  })

  it('comes back after a restart to what was under way and is not there, though it went on with others first', async () => {
    const before = rows()
    desk.server.fault = every(1, () => new Promise(() => undefined))
    await start(jobOf(20))
    await vi.waitFor(() => { expect(count(route)).toBe(2) })
    desk.server.fault = () => undefined
    await desk.restart()
    expect(await until('finished', 5000)).toMatchObject({ counts: { made: 20 }, verified: { missing: 0, twice: 0 } })
    expect(rows()).toBe(before + 20)
  })

  it('lists a clinic a few times and not once for each slot', async () => {
    await start(jobOf(100))
    await until('finished')
    expect(count(list)).toBeLessThan(5)
  })
})
