import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { composedDesk, type ComposedDesk } from '@main/testing/composedDesk'
import { commitThenDrop, failing } from '@main/testing/faults'

let desk: ComposedDesk
beforeEach(async () => { desk = await composedDesk() })
afterEach(() => desk.close())

const DAY = '2026-11-24'
const board = () => desk.day({ date: DAY, clinicIds: [1] })
const fetched = async () => {
  const asked = desk.clock.now
  await vi.waitFor(async () => {
    const { stamp } = (await board()).columns[0]!
    if (stamp.loading || stamp.fetchedAt === null || stamp.fetchedAt < asked) throw new Error('not yet')
  })
}
/** A minute later everything is fetched again. */
const later = async () => {
  desk.clock.now += 60_000
  await fetched()
}
const slot = (start: number) => ({ clinicId: 1, date: DAY, start, end: start + 600 })
const others = (time: string) => desk.clinic.hospital.slots.add({ date: DAY, start_time: `${time}:00`, end_time: `${time}:30`, clinic: 1 })
const create = (start: number) => desk.ask('outbox:create', { key: crypto.randomUUID(), reason: '', create: { kind: 'slot', form: slot(start) } })
const told = async () => (await desk.ask('changes:read')).changes.map(({ kind, turn }) => `${kind} ${turn}`)

describe('changes', () => {
  it('are none after the first look, whatever is there', async () => {
    await fetched()
    expect(await desk.ask('changes:read')).toEqual({ since: desk.clock.now, count: 0, changes: [] })
  })

  it('are what others published, with when it was noticed, until they are marked as seen', async () => {
    await fetched()
    const since = desk.clock.now
    others('03:00')
    await later()
    const { changes, ...rest } = await desk.ask('changes:read')
    expect(rest).toEqual({ since, count: 1 })
    expect(changes).toMatchObject([{ kind: 'slot', turn: 'came', clinicId: 1, date: DAY, start: 10_800, end: 10_830, at: desk.clock.now }])
    expect(desk.pushed).toContain('changes:changed')
    expect(await desk.ask('changes:markSeen')).toEqual({ since: desk.clock.now, count: 0, changes: [] })
  })

  it('span a restart, what happened meanwhile included', async () => {
    await fetched()
    others('03:00')
    await later()
    // The copy on the disk is written a moment after the answer.
    await new Promise((resolve) => { setTimeout(resolve, 1500) })
    await desk.restart()
    await vi.waitFor(async () => { expect(await told()).toEqual(['slot came']) })
    others('04:00')
    await later()
    // The kept days are read one by one before they are compared.
    await vi.waitFor(async () => { expect(await told()).toEqual(['slot came', 'slot came']) })
  })

  it('are nobody else’s, and gone after signing out', async () => {
    await fetched()
    others('03:00')
    await later()
    const [first, second] = desk.clinic.accounts
    await desk.ask('session:signOut')
    await desk.signIn(second!.email)
    expect(await told()).toEqual([])
    await desk.ask('session:signOut')
    await desk.signIn(first!.email)
    expect(await told()).toEqual([])
  })

  it('are what this desk has made no part of', async () => {
    await fetched()
    expect(await create(1800)).toMatchObject({ state: 'made' })
    await later()
    desk.server.fault = failing('POST api/create-appointment-slot/', commitThenDrop)
    expect(await create(3600)).toMatchObject({ state: 'made', foundAfterwards: true })
    await later()
    expect(await told()).toEqual([])
  })
})
