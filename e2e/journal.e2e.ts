import { randomUUID } from 'node:crypto'
import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { addDays } from '@shared/domain/time'
import { openClinic } from './clinic'
import { ask, closeAll, newProfile, openDesk, removeProfile, signIn } from './desk'
import { filesIn } from './profileFiles'
import { todayHere } from './today'
import { endOfJob, newestJob, startJob } from './torture/job'
import { killAll } from './torture/mortalDesk'
import { compare, plannedMonth } from './torture/plannedMonth'
import { canMount, smallDisk } from './torture/smallDisk'

const CREATE = '/create-appointment-slot/'
const FOLDER = path.join('desk', 'journal')
const profiles: string[] = []

afterEach(closeAll)
afterAll(() => { profiles.forEach(removeProfile) })

const profile = () => {
  const made = newProfile()
  profiles.push(made)
  return made
}

describe('a disk that is full', () => {
  it.skipIf(!canMount())('lets nothing out that could not be journalled, pauses the job, and lets it go on once there is room', async () => {
    const clinic = await openClinic()
    const folder = profile()
    const disk = smallDisk(path.join(folder, FOLDER), 64 * 1024)
    const plan = plannedMonth(clinic, 300, todayHere())
    const desk = await openDesk({ profile: folder, ...disk.options })
    await signIn(desk.page, clinic)
    await startJob(desk.page, plan)
    await expect.poll(() => newestJob(desk.page), { timeout: 60_000 }).toMatchObject({ state: 'paused', hindrance: { kind: 'notJournalled' } })
    // Where many records had no room there may be some for one or two: single creates take it.
    let tried = 0
    const single = async () => {
      const start = 900 * tried++
      const form = { clinicId: plan.clinicIds[0]!, date: addDays(todayHere(), 300), start, end: start + 900 }
      const order = ask(desk.page, 'outbox:create', { key: randomUUID(), create: { kind: 'slot', form }, reason: '' })
      return order.then(({ error }) => JSON.stringify(error), String)
    }
    await expect.poll(single, { timeout: 60_000 }).toContain('notJournalled')
    const arrived = clinic.count('POST', CREATE)
    expect(arrived).toBeLessThan(300 + tried)
    await sleep(3000)
    // Each of those that were journalled may have gone out, and no other.
    expect(clinic.count('POST', CREATE)).toBe(arrived)
    disk.makeRoom()
    await sleep(1000)
    await ask(desk.page, 'jobs:resume', { id: (await newestJob(desk.page))!.id })
    expect(await endOfJob(desk.page, 90_000)).toMatchObject({ counts: { made: 300 }, verified: { missing: 0, twice: 0 } })
    expect(compare(clinic, plan)).toEqual({ rows: 300, twice: 0, missing: 0, foreign: 0 })
    await desk.close()
  })
})

/** The journal is the largest file of its folder. */
function journalIn(profile: string): string {
  const [largest] = filesIn(path.join(profile, FOLDER)).toSorted((a, b) => readFileSync(b).byteLength - readFileSync(a).byteLength)
  return largest!
}

/** Every cut and every flipped byte is tried in the unit tests; here are two, in the program that is shipped. */
const damages: [string, (file: string) => void][] = [
  ['cut off in the middle', (file) => { truncateSync(file, Math.floor(readFileSync(file).byteLength / 2)) }],
  ['with a flipped byte', (file) => {
    const bytes = readFileSync(file)
    const at = Math.floor(bytes.byteLength * 0.9)
    bytes[at] = bytes[at]! ^ 0x10
    writeFileSync(file, bytes)
  }],
]

describe('a journal', () => {
  it.each(damages)('that is found %s after a kill leads to every slot once all the same, at worst after a question', async (_name, damage) => {
    const clinic = await openClinic()
    const folder = profile()
    const plan = plannedMonth(clinic, 80, todayHere())
    let pace = 40
    clinic.fail(CREATE, async (_request, _response, next) => {
      await sleep(pace)
      await next()
    })
    const desk = await openDesk({ profile: folder })
    await signIn(desk.page, clinic)
    await startJob(desk.page, plan)
    await expect.poll(() => compare(clinic, plan).rows).toBeGreaterThan(30)
    await killAll(desk.app.process())
    const made = compare(clinic, plan).rows
    expect(made).toBeLessThan(80)
    damage(journalIn(folder))
    pace = 1000
    const again = await openDesk({ profile: folder })
    await again.page.getByRole('progressbar', { name: 'Creating slots' }).waitFor()
    pace = 20
    const { counts } = await endOfJob(again.page, 90_000)
    expect(compare(clinic, plan)).toEqual({ rows: 80, twice: 0, missing: 0, foreign: 0 })
    expect(counts.made + counts.uncertain).toBe(80)
    // Whose record of what was there before is gone may be anybody's: a person says that it is theirs.
    for (const { key, state, candidates } of await ask(again.page, 'outbox:read')) {
      expect([state, candidates.length]).toEqual(['uncertain', 1])
      await ask(again.page, 'outbox:resolve', { key, id: candidates[0]! })
    }
    expect((await newestJob(again.page))?.counts.made).toBe(80)
    expect(compare(clinic, plan).rows).toBe(80)
  })
})
