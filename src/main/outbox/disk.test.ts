import * as fs from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { composedDesk, give, type ComposedDesk } from '@main/testing/composedDesk'
import { createSamples, orderOf } from '@main/testing/createSamples'
import { jobOf } from '@main/testing/jobSamples'
import type { Disk } from '@main/secrets/durableFile'

const { route } = createSamples.slot
const notJournalled = { error: { kind: 'notJournalled' } }

let desk: ComposedDesk
/** Flushes of the journal for which there is still room. */
let room = Infinity

/** A disk that is full once the journal was written so often. */
const smallDisk: Disk = {
  ...fs,
  async open(...given) {
    const handle = await fs.open(...given)
    if (given[1] !== 'a') return handle
    const write = handle.write.bind(handle)
    handle.write = (async (...bytes: Parameters<typeof write>) => {
      if (room-- > 0) return write(...bytes)
      throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
    }) as never
    return handle
  },
}

beforeEach(async () => {
  room = Infinity
  desk = await composedDesk({ disk: smallDisk })
  await desk.ask('settings:change', { holdSeconds: 0 })
})
afterEach(async () => {
  room = Infinity
  await desk.close()
})

const count = () => desk.asked.filter((asked) => asked === route).length
const rows = () => desk.clinic.hospital.slots.count(1)
const job = async () => (await desk.ask('jobs:read'))[0]!
const until = (expected: object) =>
  vi.waitFor(async () => { expect(await job()).toMatchObject(expected) })
function slowly() {
  desk.server.fault = ({ what, response, carryOut }) => {
    const late = new Promise((resolve) => { setTimeout(resolve, 15) })
    return what === route ? late.then(() => carryOut()).then((answer) => give(response, answer)) : undefined
  }
}

describe('a full disk', () => {
  it('lets no single create out, and keeps nothing of it', async () => {
    room = 0
    await expect(desk.ask('outbox:create', orderOf(createSamples.slot.create))).rejects.toMatchObject(notJournalled)
    expect([count(), await desk.ask('outbox:read')]).toEqual([0, []])
    room = Infinity
    expect(await desk.ask('outbox:create', orderOf(createSamples.slot.create))).toMatchObject({ state: 'made' })
  })

  it('takes no job', async () => {
    room = 0
    await expect(desk.ask('jobs:start', jobOf(5))).rejects.toMatchObject(notJournalled)
    expect([count(), await desk.ask('jobs:read')]).toEqual([0, []])
  })

  it('lets a job that is not held wait for a person when its start can not be written down', async () => {
    room = 1
    await desk.ask('jobs:start', jobOf(5))
    await until({ state: 'paused', hindrance: { kind: 'notJournalled' } })
    expect(count()).toBe(0)
    room = Infinity
    await desk.ask('jobs:resume', { id: (await job()).id })
    await until({ state: 'finished', counts: { made: 5 } })
  })

  it('pauses a job in its middle, lets nothing out that was not journalled, and lets it go on once there is room', async () => {
    const before = rows()
    slowly()
    room = 8
    await desk.ask('jobs:start', jobOf(60))
    await until({ state: 'paused', hindrance: { kind: 'notJournalled' }, counts: { sending: 0, checking: 0 } })
    const sent = count()
    expect(sent).toBeLessThan(60)
    await new Promise((resolve) => { setTimeout(resolve, 100) })
    expect(count()).toBe(sent)
    room = Infinity
    await desk.ask('jobs:resume', { id: (await job()).id })
    await until({ state: 'finished', counts: { made: 60 }, verified: { missing: 0, twice: 0 } })
    expect(rows()).toBe(before + 60)
  })
})

async function journalFile(ending: 'log' | 'key' = 'log'): Promise<string> {
  const folder = path.join(desk.folder, 'journal')
  return path.join(folder, (await fs.readdir(folder)).find((name) => name.endsWith(`.${ending}`))!)
}

describe('a journal that can not be read', () => {
  const { create, other } = createSamples.department

  it('lets nothing out, lets its person sign out, and stays for whoever can read it again', async () => {
    await desk.ask('outbox:create', orderOf(create))
    desk.kill()
    const file = await journalFile()
    await fs.rename(file, `${file}.aside`)
    await fs.mkdir(file)
    await desk.restart()
    await expect(desk.ask('outbox:create', orderOf(other))).rejects.toMatchObject(notJournalled)
    await desk.ask('session:signOut')
    expect((await fs.stat(file)).isDirectory()).toBe(true)
    await fs.rmdir(file)
    await fs.rename(`${file}.aside`, file)
    await desk.signIn()
    expect(await desk.ask('outbox:create', orderOf(other))).toMatchObject({ state: 'made' })
  })

  it('since its key was damaged keeps what is ordered from then on', async () => {
    await desk.ask('outbox:create', orderOf(create))
    desk.kill()
    await fs.writeFile(await journalFile('key'), 'damaged')
    await desk.restart()
    await desk.goAway()
    expect(await desk.ask('outbox:create', orderOf(other))).toMatchObject({ state: 'waiting' })
    await desk.restart()
    expect(await desk.ask('outbox:read')).toMatchObject([{ create: other }])
  })
})

describe('a journal that was damaged while the program was off', () => {

  it.each<[string, (bytes: Buffer) => Uint8Array]>([
    ['cut off in the middle of a record', (bytes) => bytes.subarray(0, bytes.byteLength - 20)],
    ['cut off in its middle', (bytes) => bytes.subarray(0, Math.floor(bytes.byteLength / 2))],
    ['changed in one byte of its middle', (bytes) => bytes.map((byte, at) => at === bytes.byteLength >> 1 ? byte ^ 1 : byte)],
  ])('and %s makes nothing twice and loses nothing', async (_, damage) => {
    const before = rows()
    slowly()
    await desk.ask('jobs:start', jobOf(40))
    await vi.waitFor(() => { expect(count()).toBeGreaterThan(15) })
    desk.kill()
    const file = await journalFile()
    await fs.writeFile(file, damage(await fs.readFile(file)))
    await desk.restart()
    await until({ state: 'finished' })
    expect(rows()).toBe(before + 40)
    const { counts } = await job()
    expect(counts.made + counts.uncertain).toBe(40)
    // A person says of each that it is the row which is shown.
    for (const { key, candidates } of await desk.ask('outbox:read')) await desk.ask('outbox:resolve', { key, id: candidates[0]! })
    expect((await job()).counts.made).toBe(40)
    expect(count()).toBe(40)
  })
})
