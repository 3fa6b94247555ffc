import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, expect, it } from 'vitest'
import { between, seededRandom } from '@demo/random'
import { openClinic, type Clinic } from './clinic'
import { ask, closeAllDesks, newProfile, openDesk, openDeskAtBoard, removeProfile } from './desk'
import { filesWith } from './profileFiles'
import { todayHere } from './today'
import { chaos, type Chaos } from './torture/chaos'
import { endOfJob, newestJob, startJob } from './torture/job'
import { killAll, killMortals, startDesk, type MortalDesk } from './torture/mortalDesk'
import { compare, plannedMonth } from './torture/plannedMonth'

const SLOTS = 300
const kills = Number(process.env['CLINIC_TORTURE_KILLS'] ?? 20)
const seed = Number(process.env['CLINIC_TORTURE_SEED'] ?? Date.now() % 1_000_000)
/**
 * Milliseconds for which a life waits at most for the creates after which it ends. Longer than the looks after a lost answer (10 s):
 * a program that never lived so long would never find out, and in the end wait for nothing but that.
 */
const LONGEST_LIFE = 25_000
/** The most milliseconds that a create takes which is answered well. */
const PACE = 120
/** So many lives in a row in which nothing is sent say that something is stuck. */
const MOST_IDLE = 6
const TITLE = 'Marker mon-fri 8-10:30 /15'

const profile = newProfile()
const random = seededRandom(seed)
const say = (line: string) => { process.stdout.write(`torture: ${line}\n`) }

afterEach(async () => {
  killMortals()
  await closeAllDesks()
})
afterAll(() => { removeProfile(profile) })

/** What must never be read in the profile: the person's secrets, and the words that they typed. */
const secretsOf = (clinic: Clinic) => [
  clinic.email, clinic.password, TITLE, 'eyJhbGciOi',
  ...new Set(clinic.arrived.map(({ authorization }) => authorization.replace('Bearer ', '')).filter(Boolean)),
]

/** Signs in and starts the job; the app is then ready to be killed. */
async function begin(clinic: Clinic, misery: Chaos): Promise<MortalDesk & { order: ReturnType<typeof plannedMonth> }> {
  const desk = await openDeskAtBoard(clinic, { profile })
  clinic.fail('/v1/', misery.fault)
  const order = plannedMonth(clinic, SLOTS, todayHere())
  await startJob(desk.page, order, TITLE)
  const child = desk.app.process()
  return { order, hasEnded: () => child.exitCode !== null, kill: () => killAll(child) }
}

/**
 * Waits for the moment of a life's end: mostly soon after one of the next creates has arrived, sometimes at any time from its start on.
 * Creates are rationed, so that some are left for every life and few for the last one, before a server that is well.
 */
async function moment(misery: Chaos, left: { slots: number, kills: number }): Promise<void> {
  // Of the creates a fifth is never made.
  const share = 1.2 * left.slots / (left.kills + 1)
  const creates = Math.floor(random() * 2 * share + random())
  misery.allow(creates)
  if (creates === 0 || random() < 0.2) return sleep(between(random, 0, 4000))
  const wanted = misery.tally.arrived + creates
  await new Promise<void>((resolve) => {
    const late = setTimeout(resolve, LONGEST_LIFE)
    misery.onCreate = () => {
      if (misery.tally.arrived < wanted) return
      clearTimeout(late)
      resolve()
    }
  })
  misery.onCreate = () => undefined
  await sleep(between(random, 0, PACE / 3))
}

/** How things stand, for whoever has to find out why nothing goes on. */
const stateOf = async (page: Page) => JSON.stringify([await ask(page, 'session:read'), await newestJob(page).catch(String), await ask(page, 'sync:status')])

/** Opens it for a person: while nobody touches it for minutes the desk locks itself, and the job goes on. */
async function openUnlocked({ password }: Clinic) {
  const desk = await openDesk({ profile })
  if ((await ask(desk.page, 'session:read')).status === 'locked') await ask(desk.page, 'lock:unlock', { password })
  return desk
}

async function tellWhy(clinic: Clinic): Promise<void> {
  const { page, close } = await openUnlocked(clinic)
  for (const seconds of [2, 10]) {
    await sleep(seconds * 1000)
    say(`after ${seconds} s: ${await stateOf(page)}`)
  }
  await close()
}

it(`a job of ${SLOTS} slots ends with each of them once on the server, though the app is killed ${kills} times and the server fails at random`, {
  timeout: 240_000 + kills * 30_000,
}, async () => {
  say(`seed ${seed}, ${kills} kills`)
  const begun = performance.now()
  const clinic = await openClinic({ accessSeconds: 60 })
  const misery = chaos({ seed, pace: PACE, isReused: clinic.isReused })
  let life: MortalDesk & Partial<Awaited<ReturnType<typeof begin>>> = await begin(clinic, misery)
  const order = life.order!
  let whileSending = 0
  let idle = 0
  for (let kill = 1; kill <= kills; kill += 1) {
    const before = misery.tally.arrived
    const { missing: slots } = compare(clinic, order)
    await moment(misery, { slots, kills: kills - kill })
    idle = slots === 0 || misery.tally.arrived > before ? 0 : idle + 1
    expect(life.hasEnded(), `before kill ${kill}`).toBe(false)
    if (misery.underWay() > 0) whileSending += 1
    await life.kill()
    expect(filesWith(profile, ...secretsOf(clinic)), `after kill ${kill}`).toEqual([])
    if (kill % 10 === 0) say(`${kill} kills, ${misery.tally.arrived} requests, ${compare(clinic, order).rows} rows`)
    if (idle === MOST_IDLE) await tellWhy(clinic)
    expect(idle, `lives in a row in which nothing was sent, after kill ${kill}`).toBeLessThan(MOST_IDLE)
    if (kill < kills) life = startDesk(profile)
  }
  misery.calm()
  const left = compare(clinic, order).missing
  const { page } = await openUnlocked(clinic)
  const job = await endOfJob(page, 150_000).catch(async (cause: unknown) => {
    say(`the job did not end: ${await stateOf(page)}`)
    throw cause
  })
  const { rows, twice, missing, foreign } = compare(clinic, order)
  const { arrived, committed, lost } = misery.tally
  say(`kills ${kills} (while requests were under way ${whileSending}), restarts ${kills}, requests ${arrived}, commits ${committed}, `
    + `lost answers ${lost}, rows ${rows}, duplicates ${twice}, missing ${missing}, foreign ${foreign}, `
    + `left to the last life ${left}, ${Math.round((performance.now() - begun) / 1000)} s`)
  expect(committed).toBe(rows)
  expect({ rows, twice, missing, foreign }).toEqual({ rows: SLOTS, twice: 0, missing: 0, foreign: 0 })
  expect(job).toMatchObject({ counts: { made: SLOTS }, verified: { missing: 0, twice: 0 } })
  // Else it would prove little.
  expect(whileSending).toBeGreaterThan(kills / 4)
  expect(lost).toBeGreaterThan(kills / 4)
  await clinic.close()
})
