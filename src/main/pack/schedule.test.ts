import * as fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { manualTimers } from '@main/testing/manualTimers'
import { memoryPreferences } from '@main/testing/memoryPreferences'
import { silentLog } from '@main/testing/silentLog'
import { speaker } from '@main/tongue/speaker'
import { emptyStamp } from '@shared/domain/stamp'
import { pack } from './pack'

const MINUTE = 60_000
const asha = { origin: 'https://clinic.example', email: 'asha@clinic.example' }

let folder: string
beforeEach(async () => { folder = await fs.mkdtemp(path.join(tmpdir(), 'pack-')) })
afterEach(() => fs.rm(folder, { recursive: true }))

function open({ isAllowed = true, isKnown = true } = {}) {
  const { clock, after, advance } = manualTimers(Date.parse('2026-11-23T09:00:00Z'))
  const person: { now: typeof asha | null } = { now: asha }
  const packs = pack({
    preferences: memoryPreferences(), account: () => person.now, isAllowed: () => isAllowed, clock, after, zone: () => 'UTC', speaking: speaker([]).speaking,
    boardClinics: () => [1], renew: async () => undefined,
    days: async (dates) => dates.map((date) => ({
      clinic: { id: 1, name: 'City', doctors: [] }, date, slots: [{ id: 1, start: 0, end: 60 }],
      stamp: { ...emptyStamp, fetchedAt: isKnown ? clock() : null }, isGone: false,
    })),
    press: { pdf: async () => Buffer.from('%PDF') }, log: silentLog, onChange: () => undefined,
  })
  /** Lets time pass and a pack that began be written. */
  const pass = async (minutes: number) => {
    advance(minutes * MINUTE)
    for (let turn = 0; turn < 200 && packs.state().writing; turn += 1) await new Promise((resolve) => { setTimeout(resolve, 5) })
  }
  return { packs, person, pass, clock, minutesAgo: () => (clock() - packs.state().writtenAt!) / MINUTE }
}

it('is written every half hour while somebody is signed in, and a minute after they have come back later than that', async () => {
  const { packs, person, pass, minutesAgo } = open()
  await packs.choose(folder)
  await pass(29)
  expect(minutesAgo()).toBe(29)
  await pass(1)
  expect(minutesAgo()).toBe(0)
  person.now = null
  packs.follow()
  await pass(120)
  person.now = asha
  packs.follow()
  expect(minutesAgo()).toBe(120)
  await pass(1)
  expect(minutesAgo()).toBe(0)
})

it('is not written where it is not allowed, and says so', async () => {
  const { packs } = open({ isAllowed: false })
  await packs.choose(folder)
  expect(packs.state()).toMatchObject({ allowed: false, writtenAt: null })
  expect(await fs.readdir(folder)).toEqual([])
})

it('never replaces a good pack by one that knows nothing', async () => {
  const { packs } = open({ isKnown: false })
  await packs.choose(folder)
  expect(packs.state()).toMatchObject({ failing: 'noData', writtenAt: null })
  expect(await fs.readdir(folder)).toEqual([])
})
