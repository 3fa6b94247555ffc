import * as fs from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MarkChange } from '@shared/domain/triage'
import { arrivalsAt, type Arrivals } from '@main/testing/arrivals'
import { composedDesk, type ComposedDesk } from '@main/testing/composedDesk'

let desk: ComposedDesk
let arrivals: Arrivals
beforeEach(async () => {
  desk = await composedDesk()
  arrivals = arrivalsAt(desk)
  await arrivals.poll()
})
afterEach(() => desk.close())

const read = () => desk.ask('triage:read')
const change = (...changes: MarkChange[]) => desk.ask('triage:change', changes)
const folder = () => path.join(desk.folder, 'triage')
const files = () => fs.readdir(folder()).catch(() => [])
const requests = () => desk.clinic.hospital.callRequests.rows
const isSeenFirst = { state: 'seen', snoozedUntil: null, pinned: false, note: '', owner: '' } as const

async function restart() {
  await desk.restart()
  await arrivals.poll()
}

describe('triage', () => {
  it('takes the first list as seen', async () => {
    expect(requests().size).toBeGreaterThan(5)
    expect(await read()).toMatchObject({ marks: [], gone: [], unseen: 0, since: desk.clock.now, initials: '', kept: true })
  })

  it('knows what arrived, and when', async () => {
    desk.clock.now += 60_000
    const [one, other] = arrivals.put(2)
    await arrivals.poll()
    const arrived = { ...isSeenFirst, state: 'new', firstSeenAt: desk.clock.now }
    expect(await read()).toMatchObject({ unseen: 2, marks: [{ ...arrived, id: one }, { ...arrived, id: other }] })
  })

  it('tells of the marks that changed after a revision, and of all of them after a restart', async () => {
    const [one, other] = arrivals.put(2)
    await arrivals.poll()
    const { revision } = await read()
    await change({ id: other!, state: 'done' })
    const later = await desk.ask('triage:readAfter', { revision })
    expect(later).toMatchObject({ partial: true, unseen: 1, marks: [{ id: other, state: 'done' }] })
    expect(await desk.ask('triage:readAfter', { revision: later.revision })).toMatchObject({ partial: true, marks: [] })
    await desk.ask('session:signOut')
    await desk.signIn(desk.clinic.accounts[1]!.email)
    expect(await desk.ask('triage:readAfter', { revision: later.revision })).toMatchObject({ partial: false, marks: [] })
    await desk.ask('session:signOut')
    await desk.signIn()
    await restart()
    const anew = await desk.ask('triage:readAfter', { revision: 0 })
    expect([anew.partial, anew.marks.map(({ id }) => id).sort()]).toEqual([false, [one, other].sort()])
  })

  it('outlives the program: what was known stays known, what came meanwhile is new', async () => {
    const [first] = arrivals.put(1)
    await arrivals.poll()
    const [second] = arrivals.put(1)
    await restart()
    expect((await read()).marks.map(({ id, state }) => [id, state])).toEqual([[first, 'new'], [second, 'new']])
  })

  it('outlives signing out, sealed and by account', async () => {
    const [id] = arrivals.put(1)
    await arrivals.poll()
    await change({ id: id!, note: 'marker-note' })
    await desk.ask('session:signOut')
    await desk.signIn(desk.clinic.accounts[1]!.email)
    await arrivals.poll()
    expect(await read()).toMatchObject({ marks: [], unseen: 0 })
    await desk.ask('session:signOut')
    await desk.signIn()
    expect((await read()).marks).toMatchObject([{ id, note: 'marker-note' }])
    expect(await files()).toHaveLength(2)
    for (const name of await files()) expect((await fs.readFile(path.join(folder(), name))).includes('marker')).toBe(false)
  })

  it('changes many at once, and undoes it', async () => {
    const ids = arrivals.put(3)
    await arrivals.poll()
    await change({ id: ids[0]!, owner: ' MK ', pinned: true })
    const before = await read()
    const undo = await change(...ids.map((id) => ({ id, state: 'done' as const })))
    expect((await read()).unseen).toBe(0)
    await desk.ask('triage:change', undo)
    expect(await read()).toEqual({ ...before, revision: expect.any(Number) })
    expect(before.marks[0]).toMatchObject({ state: 'seen', owner: 'MK', pinned: true })
  })

  it('has seen what it touches, and forgets it by undoing', async () => {
    const [id] = arrivals.put(1)
    await arrivals.poll()
    const undo = await change({ id: id!, snoozedUntil: 5 })
    expect((await read()).marks).toMatchObject([{ state: 'seen', snoozedUntil: 5 }])
    await desk.ask('triage:change', undo)
    expect((await read()).marks).toMatchObject([{ state: 'new', snoozedUntil: null }])
  })

  it('marks one that was there before this desk first looked', async () => {
    const id = [...requests().keys()][0]!
    await change({ id, state: 'inHand' })
    expect((await read()).marks).toEqual([{ ...isSeenFirst, id, state: 'inHand', firstSeenAt: null }])
  })

  it('leaves out requests that nobody knows, and refuses what is no change', async () => {
    expect(await change({ id: 987_654, state: 'done' })).toEqual([])
    expect((await read()).marks).toEqual([])
    await expect(desk.ask('triage:change', [])).rejects.toMatchObject({ error: { kind: 'unexpected' } })
    await expect(change({ id: 1, note: 'x'.repeat(1001) })).rejects.toMatchObject({ error: { kind: 'unexpected' } })
  })

  it('keeps by account how a person signs, over restarts and many changes', async () => {
    await desk.ask('triage:sign', { initials: ' MK ' })
    await restart()
    expect((await read()).initials).toBe('MK')
    await desk.ask('session:signOut')
    await desk.signIn(desk.clinic.accounts[1]!.email)
    await arrivals.poll()
    expect((await read()).initials).toBe('')
    await expect(desk.ask('triage:sign', { initials: 'too long by far' })).rejects.toMatchObject({ error: { kind: 'unexpected' } })
  })

  it('lets no snooze hide another request for the same doctor', async () => {
    const [one] = arrivals.put(1)
    await arrivals.poll()
    await change({ id: one!, snoozedUntil: desk.clock.now + 86_400_000 })
    const [other] = arrivals.put(1)
    await arrivals.poll()
    expect((await read()).marks).toMatchObject([{ id: one, state: 'seen' }, { id: other, state: 'new', snoozedUntil: null }])
  })

  it('shows for 30 days what left the server, and counts it no more', async () => {
    const [id] = arrivals.put(1)
    await arrivals.poll()
    requests().delete(id!)
    await arrivals.poll()
    const goneAt = desk.clock.now
    await restart()
    expect(await read()).toMatchObject({ unseen: 0, gone: [{ id, goneAt, doctor: { name: arrivals.doctors()[0]!.name } }] })
    desk.clock.now += 30 * 86_400_000
    await desk.restart()
    await desk.signIn()
    await arrivals.poll()
    expect(await read()).toMatchObject({ gone: [], marks: [] })
  })

  it('does not take for new what comes back', async () => {
    const [id, row] = [...requests()][0]!
    requests().delete(id)
    await arrivals.poll()
    expect((await read()).gone).toMatchObject([{ id }])
    requests().set(id, row)
    await arrivals.poll()
    expect(await read()).toMatchObject({ gone: [], unseen: 0, marks: [] })
  })

  it('takes nothing in from an answer that failed', async () => {
    desk.server.fault = ({ what, response }) => what.includes('call-requests')
      ? Promise.resolve(response.writeHead(200, { 'content-type': 'application/json' }).end('{"detail": "none"}'))
      : undefined
    await arrivals.poll()
    expect((await read()).gone).toEqual([])
  })

  it('has seen a request that was made at this desk', async () => {
    const doctorId = arrivals.doctors()[0]!.id
    const create = { kind: 'callRequest', form: { doctorId, date: '2026-11-25' } } as const
    const { id } = await desk.ask('outbox:create', { key: crypto.randomUUID(), reason: '', create })
    await arrivals.poll()
    expect(await read()).toMatchObject({ unseen: 0, marks: [{ id, state: 'seen', firstSeenAt: desk.clock.now }] })
  })

  it('is in memory only where the computer has no key store, and says so', async () => {
    await desk.ask('session:signOut')
    desk.keyStore.lock()
    await desk.restart()
    await desk.signIn()
    await arrivals.poll()
    const before = await files()
    const [id] = arrivals.put(1)
    await arrivals.poll()
    await change({ id: id!, pinned: true })
    expect(await read()).toMatchObject({ kept: false, marks: [{ id, pinned: true }] })
    expect(await files()).toEqual(before)
  })

  it('goes on in memory when the disk refuses, and writes all of it when it no longer does', async () => {
    await fs.rm(folder(), { recursive: true })
    await fs.writeFile(folder(), 'a file where the folder should be')
    const [id] = arrivals.put(1)
    await arrivals.poll()
    expect(await read()).toMatchObject({ kept: false, unseen: 1 })
    await fs.rm(folder())
    await change({ id: id!, note: 'kept' })
    await restart()
    expect(await read()).toMatchObject({ kept: true, marks: [{ id, note: 'kept' }] })
  })

  it('takes the list as seen again when its file is lost or damaged', async () => {
    arrivals.put(1)
    await arrivals.poll()
    const [name] = await files()
    await fs.writeFile(path.join(folder(), name!), Buffer.alloc(3000, 7))
    await restart()
    expect(await read()).toMatchObject({ unseen: 0, marks: [] })
  })

  it('stays small however often it is changed', async () => {
    const [id] = arrivals.put(1)
    await arrivals.poll()
    for (let n = 0; n < 420; n++) {
      desk.clock.now += 100
      await change({ id: id!, note: `note ${n}` })
    }
    await restart()
    await change({ id: id!, note: 'last' })
    const { size } = await fs.stat(path.join(folder(), (await files())[0]!))
    expect(size).toBeLessThan(2000)
    expect((await read()).marks).toMatchObject([{ note: 'last' }])
  })

  it('deletes the files of accounts that have not worked here for 30 days', async () => {
    const stranger = path.join(folder(), 'someone.log')
    await fs.writeFile(stranger, 'old')
    await fs.utimes(stranger, 0, 0)
    await desk.ask('session:signOut')
    await desk.signIn()
    await read()
    expect(await files()).toHaveLength(1)
  })
})
