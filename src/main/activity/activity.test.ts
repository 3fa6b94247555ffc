import * as fs from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { masterKey } from '@main/secrets/masterKey'
import { sealedLog } from '@main/secrets/sealedLog'
import { composedDesk, type ComposedDesk } from '@main/testing/composedDesk'
import { silentLog } from '@main/testing/silentLog'
import { activityRecordSchema } from '@shared/domain/activity'

let desk: ComposedDesk
beforeEach(async () => { desk = await composedDesk() })
afterEach(() => desk.close())

const folder = () => path.join(desk.folder, 'activity')
const files = () => fs.readdir(folder()).catch(() => [])
/** Reads the log of an account from the disk, as the program after a restart would. */
async function records(name: string) {
  const key = masterKey({ keyStore: desk.keyStore, file: path.join(desk.folder, 'desk.key'), log: silentLog })
  return sealedLog({
    file: path.join(folder(), name), binding: { purpose: 'activity', context: name.replace('.log', '') }, schema: activityRecordSchema,
    masterKey: key, log: silentLog,
  }).read()
}
const noted = (count: number) => vi.waitFor(async () => {
  const all = (await Promise.all((await files()).map(records))).flat()
  expect(all).toHaveLength(count)
  return all
})
const create = (name: string, reason = '') => desk.ask('outbox:create', { key: crypto.randomUUID(), reason, create: { kind: 'department', form: { name } } })

describe('activity', () => {
  it('notes what was created, changed, deleted and refused, with ids and without names', async () => {
    const { id } = await create('Sleep medicine')
    await create('Sleep medicine')
    const base = { id: id!, name: 'Sleep medicine' }
    await desk.ask('departments:change', { base, form: { name: 'Sleep' } })
    await desk.ask('departments:remove', { id: 1 }).catch(() => undefined)
    await desk.ask('departments:remove', { id: id! })
    const of = { at: desk.clock.now, kind: 'department', reason: '' }
    expect(await noted(5)).toEqual([
      { ...of, action: 'create', key: expect.any(String), id, outcome: 'made', failure: '' },
      { ...of, action: 'create', key: expect.any(String), id: null, outcome: 'refused', failure: 'invalid' },
      { ...of, action: 'change', id, outcome: 'saved', failure: '' },
      { ...of, action: 'remove', id: 1, outcome: 'failed', failure: 'invalid' },
      { ...of, action: 'remove', id, outcome: 'removed', failure: '' },
    ])
    for (const name of await files()) expect((await fs.readFile(path.join(folder(), name))).includes('Sleep')).toBe(false)
  })

  it('keeps why a warning was overruled, and whose slot it is', async () => {
    const form = { clinicId: 1, date: '2026-11-25', start: 75_600, end: 76_500 }
    await desk.ask('outbox:create', { key: crypto.randomUUID(), reason: 'two rooms', create: { kind: 'slot', form } })
    expect(await noted(1)).toMatchObject([{ kind: 'slot', clinicId: 1, reason: 'two rooms', outcome: 'made' }])
  })

  it('outlives signing out, by account', async () => {
    await create('First')
    await noted(1)
    await desk.ask('session:signOut')
    await desk.signIn(desk.clinic.accounts[1]!.email)
    await create('Second')
    await noted(2)
    const [one, other] = await files()
    expect([(await records(one!)).length, (await records(other!)).length]).toEqual([1, 1])
  })

  it('drops what is older than ninety days, and files that nobody touched for so long', async () => {
    await create('First')
    await noted(1)
    const stranger = path.join(folder(), 'someone.log')
    await fs.writeFile(stranger, 'old')
    await fs.utimes(stranger, 0, 0)
    desk.clock.now += 90 * 86_400_000
    await desk.signIn()
    await create('Second')
    await noted(2)
    desk.clock.now += 1
    await desk.signIn()
    expect(await noted(1)).toMatchObject([{ at: desk.clock.now - 1 }])
    expect(await files()).toHaveLength(1)
  })

  it('writes nothing where the computer has no key store, remembers it as long as the program runs, and lets the work go on', async () => {
    desk.keyStore.lock()
    await desk.restart()
    await desk.signIn()
    expect((await create('First')).state).toBe('made')
    expect(await desk.ask('activity:read')).toMatchObject([{ kind: 'department', outcome: 'made' }])
    expect(await files()).toEqual([])
  })

  it('answers with the own account’s records of ninety days, newest first, and says when there are more', async () => {
    await create('First')
    desk.clock.now += 1000
    await create('First')
    expect((await desk.ask('activity:read')).map(({ outcome }) => outcome)).toEqual(['refused', 'made'])
    await vi.waitFor(() => { expect(desk.pushed).toContain('activity:changed') })
    await desk.ask('session:signOut')
    expect(await desk.ask('activity:read')).toEqual([])
    await desk.signIn(desk.clinic.accounts[1]!.email)
    expect(await desk.ask('activity:read')).toEqual([])
    await desk.ask('session:signOut')
    await desk.signIn()
    expect(await desk.ask('activity:read')).toHaveLength(2)
    desk.clock.now += 90 * 86_400_000
    expect(await desk.ask('activity:read')).toHaveLength(1)
  })

  it('writes what comes while the disk is at work in one piece', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, place) => create(`Department ${place}`)))
    expect(await desk.ask('activity:read')).toHaveLength(40)
    expect(await noted(40)).toHaveLength(40)
  })

  it('saves it as a file named after the day, and says when that can not be written', async () => {
    expect(await desk.ask('activity:export', { text: 'a;b' })).toBe(true)
    await desk.ask('activity:copy', { text: 'c' })
    expect(desk.handedOut.texts).toEqual(['activity-2026-11-23.csv\na;b', 'c'])
    desk.handedOut.refuse = true
    await expect(desk.ask('activity:export', { text: 'a' })).rejects.toMatchObject({ error: { kind: 'notSaved' } })
  })

  it('does not hold up the work when the disk refuses', async () => {
    await fs.rm(folder(), { recursive: true, force: true })
    await fs.writeFile(folder(), 'a file where the folder should be')
    expect((await create('First')).state).toBe('made')
  })
})
