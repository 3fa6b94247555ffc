import * as fs from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { composedDesk, type ComposedDesk } from '@main/testing/composedDesk'
import type { SavedDesk } from '@shared/domain/savedDesk'

let desk: ComposedDesk
beforeEach(async () => { desk = await composedDesk() })
afterEach(() => desk.close())

const heart: SavedDesk = { key: 3, name: 'Heart and friends', clinicIds: [7, 2], zoom: 15, from: 8 }
const early: SavedDesk = { ...heart, key: 1, name: 'Early', zoom: 'fit' }

describe('saved desks', () => {
  it('are none at first', async () => {
    expect(await desk.ask('savedDesks:read')).toEqual({ desks: [], startUp: null })
  })

  it('are kept by key over a restart and over signing out, sealed', async () => {
    await desk.ask('savedDesks:keep', { desks: [heart, early], startUp: 3 })
    expect(desk.pushed).toContain('savedDesks:changed')
    await desk.restart()
    expect(await desk.ask('savedDesks:read')).toEqual({ desks: [early, heart], startUp: 3 })
    const folder = path.join(desk.folder, 'savedDesks')
    const [name] = await fs.readdir(folder)
    expect((await fs.readFile(path.join(folder, name!))).includes('Heart')).toBe(false)
    await desk.ask('session:signOut')
    await desk.signIn()
    expect((await desk.ask('savedDesks:read')).desks).toEqual([early, heart])
  })

  it('are another person’s own', async () => {
    await desk.ask('savedDesks:keep', { desks: [heart], startUp: null })
    await desk.ask('session:signOut')
    await expect(desk.ask('savedDesks:read')).rejects.toMatchObject({ error: { kind: 'signedOut' } })
    await desk.signIn(desk.clinic.accounts[1]!.email)
    expect(await desk.ask('savedDesks:read')).toEqual({ desks: [], startUp: null })
  })

  it('forget the start-up of one that is gone', async () => {
    expect(await desk.ask('savedDesks:keep', { desks: [early], startUp: 3 })).toEqual({ desks: [early], startUp: null })
  })

  it('stay as they were, and say so, when the disk refuses', async () => {
    await desk.ask('savedDesks:keep', { desks: [early], startUp: null })
    await fs.rm(path.join(desk.folder, 'savedDesks'), { recursive: true })
    await fs.writeFile(path.join(desk.folder, 'savedDesks'), '')
    await expect(desk.ask('savedDesks:keep', { desks: [heart], startUp: null })).rejects.toMatchObject({ error: { kind: 'notSaved' } })
    expect((await desk.ask('savedDesks:read')).desks).toEqual([early])
  })

  it('are saved as a file where a person chose', async () => {
    expect(await desk.ask('savedDesks:export', { text: '{}' })).toBe(true)
    expect(desk.handedOut.texts).toContainEqual(expect.stringContaining('{}'))
  })
})
