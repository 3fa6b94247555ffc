import * as fs from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { composedDesk, type ComposedDesk } from '@main/testing/composedDesk'

let desk: ComposedDesk
beforeEach(async () => { desk = await composedDesk() })
afterEach(() => desk.close())

const id = crypto.randomUUID()
const write = (text: string, of = id) => desk.ask('handOver:writeNote', { id: of, text })
const notes = async () => (await desk.ask('handOver:read')).notes
const texts = async () => (await notes()).map(({ text }) => text)
const folder = () => path.join(desk.folder, 'handOver')
const files = () => fs.readdir(folder()).catch(() => [])
const signInAsNext = () => desk.signIn(desk.clinic.accounts[1]!.email)

describe('notes for the next shift', () => {
  it('are read by whoever signs in to the same server next, with who wrote them and when', async () => {
    expect(await write('Room 2 opens late.')).toBe(true)
    const at = desk.clock.now
    await desk.ask('session:signOut')
    desk.clock.now += 60_000
    await signInAsNext()
    expect(await notes()).toEqual([{ id, at, by: 'reception', mine: false, text: 'Room 2 opens late.', done: null }])
    await desk.ask('handOver:tickNote', { id, done: true })
    expect(await notes()).toMatchObject([{ done: { at: desk.clock.now, by: desk.clinic.accounts[1]!.email.split('@')[0] } }])
    await expect(write('Mine now.')).rejects.toMatchObject({ error: { kind: 'forbidden' } })
  })

  it('are on the disk with the last letter, sealed, when the program is killed', async () => {
    await Promise.all(['m', 'ma', 'mar', 'mark', 'marker-7f3a'].map((text) => write(text)))
    await desk.restart()
    expect(await texts()).toEqual(['marker-7f3a'])
    expect((await desk.ask('handOver:read')).kept).toBe(true)
    const found = await files()
    expect(found).toHaveLength(1)
    expect((await fs.readFile(path.join(folder(), found[0]!))).includes('marker')).toBe(false)
  })

  it('say nothing while the desk is locked, and are there when it is open again', async () => {
    await write('Room 2')
    await desk.ask('lock:lock')
    await expect(write('Room 3')).rejects.toMatchObject({ error: { kind: 'locked' } })
    await expect(notes()).rejects.toMatchObject({ error: { kind: 'locked' } })
    await desk.ask('lock:unlock', { password: desk.clinic.account.password })
    expect(await texts()).toEqual(['Room 2'])
  })

  it('end with the program where there is no key store, and say so', async () => {
    desk.keyStore.lock()
    await desk.restart()
    await desk.signIn()
    expect(await write('Room 2')).toBe(false)
    expect(await desk.ask('handOver:read')).toMatchObject({ kept: false, notes: [{ text: 'Room 2' }] })
    expect(await files()).toEqual([])
    desk.keyStore.unlock()
  })

  it('say when the disk refuses, and are kept by the next letter', async () => {
    await fs.writeFile(folder(), 'a file where the folder should be')
    await expect(write('Room')).rejects.toMatchObject({ error: { kind: 'notSaved' } })
    expect(await texts()).toEqual(['Room'])
    await fs.rm(folder())
    expect(await write('Room 2')).toBe(true)
    await desk.restart()
    expect(await texts()).toEqual(['Room 2'])
  })

  it('are for nobody where nobody is signed in', async () => {
    await desk.ask('session:signOut')
    await expect(write('Room 2')).rejects.toMatchObject({ error: { kind: 'signedOut' } })
    await expect(notes()).rejects.toMatchObject({ error: { kind: 'signedOut' } })
  })
})
