import * as fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { composedDesk, type ComposedDesk } from '@main/testing/composedDesk'
import { packFaultOf } from './packFiles'

let desk: ComposedDesk
let folder: string
const files = async () => (await fs.readdir(folder)).sort()
const ours = async () => (await files()).filter((name) => name.startsWith('downtime-pack-'))
async function text(ending: string) {
  const times = await Promise.all((await ours()).filter((name) => name.endsWith(ending)).map(async (name) => {
    const file = path.join(folder, name)
    return { file, at: (await fs.stat(file)).mtimeMs }
  }))
  return fs.readFile(times.sort((a, b) => b.at - a.at)[0]!.file, 'utf8')
}

beforeAll(async () => {
  desk = await composedDesk({ size: 'small', today: '2026-11-23' })
  folder = await fs.mkdtemp(path.join(tmpdir(), 'pack-'))
  await vi.waitFor(async () => { expect((await desk.ask('directory:read')).stamp.loading).toBe(false) })
})
afterAll(async () => {
  await desk.close()
  await fs.rm(folder, { recursive: true })
})

describe('the downtime pack', () => {
  it('is off until somebody chooses a folder, and is written there at once', async () => {
    expect(await desk.ask('pack:read')).toMatchObject({ folder: null, writtenAt: null, left: null })
    await desk.ask('pack:writeNow')
    expect(await desk.ask('pack:chooseFolder')).toMatchObject({ folder: null })
    desk.handedOut.folder = folder
    expect(await desk.ask('pack:chooseFolder')).toMatchObject({ folder, writtenAt: desk.clock.now, failing: null })
    expect((await ours()).map((name) => name.replace(/-[\da-f]{6}\./, '.'))).toEqual(['downtime-pack-2026-11-23-0900.csv', 'downtime-pack-2026-11-23-0900.pdf'])
  })

  it('holds three days of the clinics on the board, or of those chosen, with the age of the data', async () => {
    const [first, second] = (await desk.ask('directory:read')).clinics
    await desk.ask('slots:choose', { clinicIds: [first!.id] })
    await desk.ask('pack:writeNow')
    expect(new Set((await text('.csv')).split('\r\n').slice(1, -1).map((row) => /\d{4}-\d\d-\d\d/.exec(row)![0])))
      .toEqual(new Set(['2026-11-23', '2026-11-24', '2026-11-25']))
    expect(await text('.pdf')).toContain('As of Mon 23 Nov, 09:00.')
    expect(await desk.ask('pack:chooseClinics', { clinicIds: [second!.id] })).toMatchObject({ clinicIds: [second!.id] })
    const rows = (await text('.csv')).split('\r\n').slice(1, -1)
    expect(rows.length).toBeGreaterThan(3)
    expect(rows.filter((row) => row.includes(second!.name))).toHaveLength(rows.length)
  })

  it('keeps the last three, and never touches a file that is not ours', async () => {
    const strange = 'downtime-pack-2026-11-20-0900-abcdef.pdf'
    await fs.writeFile(path.join(folder, strange), 'mine')
    await fs.writeFile(path.join(folder, 'letter.txt'), 'mine')
    for (let i = 0; i < 5; i++) await desk.ask('pack:writeNow')
    expect((await ours()).filter((name) => name !== strange)).toHaveLength(6)
    expect(await fs.readFile(path.join(folder, strange), 'utf8')).toBe('mine')
    expect(await files()).toContain('letter.txt')
    await fs.rm(path.join(folder, strange))
  })

  it('is written at once when the server begins to fail, from what is known', async () => {
    const before = new Set(await ours())
    desk.server.fault = async ({ response }) => { response.destroy() }
    desk.clock.now += 60_000
    await desk.ask('sync:now')
    // Of what it adds and takes away, the last that it does is to take the oldest away.
    await vi.waitFor(async () => {
      const now = await ours()
      expect([now.filter((name) => !before.has(name)).length, now.length]).toEqual([2, before.size])
    })
    expect(await text('.pdf')).toContain('made Mon 23 Nov, 09:01 · oldest data: Mon 23 Nov, 09:00')
    desk.server.fault = () => undefined
    await desk.ask('sync:now')
    await vi.waitFor(async () => { expect((await desk.ask('sync:status')).failing).toBeNull() })
  })

  it('says when its folder is gone, never makes one in its place, and is well again when it is back', async () => {
    await fs.rename(folder, `${folder}.away`)
    expect(await desk.ask('pack:writeNow')).toMatchObject({ failing: 'gone' })
    await expect(fs.stat(folder)).rejects.toThrow()
    await fs.rename(`${folder}.away`, folder)
    expect(await desk.ask('pack:writeNow')).toMatchObject({ failing: null })
  })

  it.each([['ENOSPC', 'full'], ['EROFS', 'readOnly'], ['EACCES', 'readOnly'], ['ENOENT', 'gone'], ['EIO', 'refused']])(
    'tells %s as %s', (code, fault) => { expect(packFaultOf(Object.assign(new Error(), { code }))).toBe(fault) })

  it('stops at signing out and says where it lies; another person has none, the same one goes on', async () => {
    await desk.ask('session:signOut')
    expect(await desk.ask('pack:read')).toMatchObject({ folder: null, left: folder })
    const before = await files()
    await desk.ask('pack:writeNow')
    expect(await files()).toEqual(before)
    await desk.signIn(desk.clinic.accounts[1]!.email)
    expect(await desk.ask('pack:read')).toMatchObject({ folder: null, left: null })
    await desk.ask('session:signOut')
    expect(await desk.ask('pack:read')).toMatchObject({ left: null })
    await desk.signIn()
    expect(await desk.ask('pack:read')).toMatchObject({ folder })
  })

  it('is off when it is switched off, and what was written stays', async () => {
    const before = await files()
    expect(await desk.ask('pack:switchOff')).toMatchObject({ folder: null, failing: null })
    await desk.ask('pack:writeNow')
    expect(await files()).toEqual(before)
  })
})
