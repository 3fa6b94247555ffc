import * as fs from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { composedDesk, type ComposedDesk } from '@main/testing/composedDesk'

let desk: ComposedDesk
beforeEach(async () => { desk = await composedDesk() })
afterEach(() => desk.close())

const form = 'staffMember:new'
const read = (name = form) => desk.ask('drafts:read', { form: name })
const write = (fields: Record<string, string | number | boolean | null>, name = form) => desk.ask('drafts:write', { form: name, fields })
const files = () => fs.readdir(path.join(desk.folder, 'drafts')).catch(() => [])

/** The server ends the session at the next question. */
async function loseSession() {
  desk.server.fault = ({ what, response }) => what.includes('api/token/')
    ? undefined
    : Promise.resolve(response.writeHead(401, { 'content-type': 'application/json' }).end('{"detail":"no","code":"token_not_valid"}'))
  await desk.ask('departments:retrieve', { id: 1 }).catch(() => undefined)
  desk.server.fault = () => undefined
  expect(await desk.ask('session:read')).toMatchObject({ status: 'signedOut', reason: 'ended' })
}

describe('drafts', () => {
  it('are there again, as they were typed, until they are discarded', async () => {
    expect(await read()).toBeNull()
    await write({ name: ' Dr. <b> ', isDoctor: true, department: null })
    expect(await read()).toEqual({ name: ' Dr. <b> ', isDoctor: true, department: null })
    expect(await read('staffMember:12')).toBeNull()
    await desk.ask('drafts:discard', { form })
    expect(await read()).toBeNull()
    expect(await files()).toEqual([])
  })

  it('outlive the program, sealed', async () => {
    await write({ name: 'marker-7f3a' })
    await desk.restart()
    expect(await read()).toEqual({ name: 'marker-7f3a' })
    for (const name of await files()) {
      expect((await fs.readFile(path.join(desk.folder, 'drafts', name))).includes('marker')).toBe(false)
      expect(name).not.toContain('@')
    }
  })

  it('are wiped by signing out', async () => {
    await write({ name: 'Ann' })
    await desk.ask('session:signOut')
    await desk.signIn()
    expect(await read()).toBeNull()
    expect(await files()).toEqual([])
  })

  it('outlive a session that the server ended, also what is typed after that', async () => {
    await write({ name: 'Ann' })
    await loseSession()
    await write({ name: 'Anna' })
    await desk.signIn()
    expect(await read()).toEqual({ name: 'Anna' })
  })

  it('are wiped when the person leaves after a lost session', async () => {
    await write({ name: 'Ann' })
    await loseSession()
    await desk.ask('session:signOut')
    await desk.signIn()
    expect(await read()).toBeNull()
  })

  it('are nobody else’s, not even on the same computer after a lost session', async () => {
    await write({ name: 'Ann' })
    await loseSession()
    await desk.signIn(desk.clinic.accounts[1]!.email)
    expect(await read()).toBeNull()
    await write({ name: 'Viewer' })
    expect((await files()).filter((name) => !name.endsWith('.key'))).toHaveLength(2)
    await loseSession()
    await desk.signIn()
    expect(await read()).toEqual({ name: 'Ann' })
  })

  it.each(['', ', also after a restart'])('are untouched by the next person’s signing out%s', async (restart) => {
    await write({ name: 'Ann' })
    await desk.ask('lock:lock')
    await desk.ask('lock:leave')
    await desk.signIn(desk.clinic.accounts[1]!.email)
    await write({ name: 'Viewer' })
    if (restart) await desk.restart()
    await desk.ask('session:signOut')
    if (restart) await desk.restart()
    expect(await files()).toHaveLength(2)
    await desk.signIn()
    expect(await read()).toEqual({ name: 'Ann' })
    await desk.ask('session:signOut')
    await expect.poll(files).toEqual([])
  })

  it('stay on the disk while the key store is locked, whatever is typed and discarded meanwhile', async () => {
    await write({ name: 'Ann' })
    await loseSession()
    desk.keyStore.lock()
    await desk.restart()
    await desk.signIn()
    expect(await read()).toBeNull()
    await write({ name: 'Meanwhile' })
    await desk.ask('drafts:discard', { form })
    await loseSession()
    desk.keyStore.unlock()
    await desk.restart()
    await desk.signIn()
    expect(await read()).toEqual({ name: 'Ann' })
  })

  it('are refused where nobody is signed in', async () => {
    await desk.ask('session:signOut')
    await expect(write({ name: 'Ann' })).rejects.toMatchObject({ error: { kind: 'signedOut' } })
    await expect(read()).rejects.toMatchObject({ error: { kind: 'signedOut' } })
  })

  it('are in memory only where the computer has no key store', async () => {
    await desk.ask('session:signOut')
    desk.keyStore.lock()
    await desk.signIn()
    await write({ name: 'Ann' })
    expect(await read()).toEqual({ name: 'Ann' })
    expect(await files()).toEqual([])
  })

  it('are kept in memory when the disk refuses', async () => {
    await fs.writeFile(path.join(desk.folder, 'drafts'), 'a file where the folder should be')
    await write({ name: 'Ann' })
    expect(await read()).toEqual({ name: 'Ann' })
  })

  it('give way to newer ones: at most fifty, at most 64 kB', async () => {
    for (let n = 0; n < 51; n++) await write({ n }, `staffMember:${n}`)
    expect([await read('staffMember:0'), await read('staffMember:1')]).toEqual([null, { n: 1 }])
    for (let n = 0; n < 14; n++) await write({ text: 'x'.repeat(4900) }, `large:${n}`)
    expect([await read('large:0'), await read('staffMember:50')]).toEqual([null, null])
    expect(await read('large:13')).toEqual({ text: 'x'.repeat(4900) })
  })

  it('refuse one that alone is too large', async () => {
    const fields = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`f${n}`, 'x'.repeat(4900)]))
    await expect(write(fields)).rejects.toMatchObject({ error: { kind: 'tooLarge' } })
  })

  it.each(['', 'staffMember', '../x:new', 'staffMember:../../x', `a:${'x'.repeat(41)}`])('refuse the form name %j', async (name) => {
    await expect(write({}, name)).rejects.toMatchObject({ error: { kind: 'unexpected' } })
  })
})
