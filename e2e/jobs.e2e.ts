import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import type { Job } from '@shared/domain/job'
import { answering, committingThenDropping, openClinic, type Clinic, type Fault } from './clinic'
import { ask, closeAll, openDesk, signIn, signInToBoard, type Desk } from './desk'
import { todayHere } from './today'
import { endOfJob, newestJob, startJob } from './torture/job'
import { compare, plannedMonth } from './torture/plannedMonth'

const CREATE = '/create-appointment-slot/'

afterEach(closeAll)

const deskOf = async (clinic: Clinic, account: { email: string, password: string } = clinic): Promise<Desk> => {
  const desk = await openDesk()
  await signIn(desk.page, { server: clinic.server, email: account.email, password: account.password })
  return desk
}

/** Every create takes so many milliseconds. */
const slow = (milliseconds: number): Fault => async (_request, _response, next) => {
  await sleep(milliseconds)
  await next()
}

/** From now on every token is dead, until somebody signs in. */
const endSessions = (clinic: Clinic) => {
  const dead = JSON.stringify({ detail: 'Given token not valid for any token type', code: 'token_not_valid' })
  const undo = clinic.fail('/api/', async (request, response, next) => {
    if (!request.url?.endsWith('/api/token/')) return answering(401, dead)(request, response, next)
    undo()
    await next()
  })
}

const userOf = (authorization: string) =>
  (JSON.parse(Buffer.from(authorization.split('.')[1] ?? '', 'base64url').toString()) as { user_id: number }).user_id
const senders = (clinic: Clinic) => {
  const creates = clinic.arrived.filter(({ url }) => url.includes(CREATE))
  return [...new Set(creates.map(({ authorization }) => userOf(authorization)))]
}
const asksAgain = ({ page }: Desk) => page.getByRole('dialog', { name: 'Sign in again' }).waitFor()
const signInAgain = async ({ page }: Desk, password: string) => {
  const dialog = page.getByRole('dialog', { name: 'Sign in again' })
  await dialog.getByLabel('Password', { exact: true }).fill(password)
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

describe('a job whose session ends in the middle', () => {
  it('goes on when its person signs in again, and makes every slot once', async () => {
    const clinic = await openClinic()
    const plan = plannedMonth(clinic, 80, todayHere())
    clinic.fail(CREATE, slow(40))
    const desk = await deskOf(clinic)
    await startJob(desk.page, plan)
    await expect.poll(() => compare(clinic, plan).rows).toBeGreaterThan(15)
    endSessions(clinic)
    await asksAgain(desk)
    const made = compare(clinic, plan).rows
    expect(made).toBeLessThan(80)
    await sleep(1500)
    expect(compare(clinic, plan).rows).toBe(made)
    await signInAgain(desk, clinic.password)
    expect(await endOfJob(desk.page)).toMatchObject({ counts: { made: 80 }, verified: { missing: 0, twice: 0 } })
    expect(compare(clinic, plan)).toEqual({ rows: 80, twice: 0, missing: 0, foreign: 0 })
  })

  it('waits while somebody else works here, and nothing of it is sent under their name', async () => {
    const accounts = [
      { id: 1, email: 'morning@clinic.example', password: 'first-word', readOnly: false, active: true },
      { id: 2, email: 'evening@clinic.example', password: 'other-word', readOnly: false, active: true },
    ] as const
    const clinic = await openClinic({ accounts: [...accounts] })
    const plan = plannedMonth(clinic, 80, todayHere())
    clinic.fail(CREATE, slow(40))
    const desk = await deskOf(clinic)
    await startJob(desk.page, plan)
    await expect.poll(() => compare(clinic, plan).rows).toBeGreaterThan(15)
    endSessions(clinic)
    await asksAgain(desk)
    const made = compare(clinic, plan).rows
    await desk.page.getByRole('button', { name: 'Sign in as someone else' }).click()
    await signInToBoard(desk.page, { server: clinic.server, ...accounts[1] })
    expect([await ask(desk.page, 'jobs:read'), await ask(desk.page, 'outbox:read')]).toEqual([[], []])
    await sleep(2000)
    expect(compare(clinic, plan).rows).toBe(made)
    await desk.page.getByRole('button', { name: 'Sign out' }).click()
    await desk.page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await signIn(desk.page, { server: clinic.server, ...accounts[0] })
    expect(await endOfJob(desk.page)).toMatchObject({ counts: { made: 80 }, verified: { missing: 0, twice: 0 } })
    expect(compare(clinic, plan)).toEqual({ rows: 80, twice: 0, missing: 0, foreign: 0 })
    expect(senders(clinic)).toEqual([1])
  })
})

/** A job that meets one refusal after the other asks whether to go on: this person always says yes. */
async function goOnToTheEnd({ page }: Desk): Promise<Job> {
  await expect.poll(async () => {
    const job = await newestJob(page)
    if (job?.state === 'paused') await ask(page, 'jobs:resume', { id: job.id })
    return job?.state
  }, { timeout: 60_000, interval: 250 }).toBe('finished')
  return endOfJob(page)
}

describe('two desks that publish the same hours at the same moment', { timeout: 180_000 }, () => {
  const SLOTS = 60
  const FEW = 12
  const bothDesks = async (clinic: Clinic, slots = SLOTS) => {
    const plan = plannedMonth(clinic, slots, todayHere())
    const desks = [await deskOf(clinic), await deskOf(clinic)] as const
    await Promise.all(desks.map(({ page }) => startJob(page, plan)))
    return { plan, desks }
  }
  const creates = (clinic: Clinic) => clinic.count('POST', CREATE)

  it('each make all of theirs once on a server that takes it silently', async () => {
    const clinic = await openClinic()
    clinic.fail(CREATE, slow(20))
    const { plan, desks } = await bothDesks(clinic)
    const jobs = await Promise.all(desks.map(({ page }) => endOfJob(page)))
    expect(compare(clinic, plan)).toMatchObject({ rows: 2 * SLOTS, missing: 0, foreign: 0 })
    expect(creates(clinic)).toBe(2 * SLOTS)
    for (const job of jobs) expect(job).toMatchObject({ counts: { made: SLOTS }, verified: { missing: 0 } })
  })

  it('make each slot once on a server that refuses duplicates, and the desk that came second is told so', async () => {
    const clinic = await openClinic({ uniqueSlots: true })
    clinic.fail(CREATE, slow(20))
    const { plan, desks } = await bothDesks(clinic)
    const jobs = await Promise.all(desks.map(goOnToTheEnd))
    expect(compare(clinic, plan)).toEqual({ rows: SLOTS, twice: 0, missing: 0, foreign: 0 })
    const sum = (state: 'made' | 'refused') => jobs.reduce((total, { counts }) => total + counts[state], 0)
    expect([sum('made'), sum('refused')]).toEqual([SLOTS, SLOTS])
    for (const job of jobs) expect(job.verified).toEqual({ missing: 0, twice: 0 })
  })

  it('send nothing a second time although half of their answers are lost and each sees the other’s rows', async () => {
    const clinic = await openClinic()
    let turn = 0
    clinic.fail(CREATE, (request, response, next) => (turn += 1) % 2 === 0 ? next() : committingThenDropping(request, response, next))
    const { plan, desks } = await bothDesks(clinic, FEW)
    await expect.poll(() => creates(clinic), { timeout: 90_000 }).toBe(2 * FEW)
    const isSettled = async ({ page }: Desk) => {
      const { waiting, sending, checking } = (await newestJob(page))!.counts
      return waiting + sending + checking
    }
    for (const desk of desks) await expect.poll(() => isSettled(desk), { timeout: 60_000 }).toBe(0)
    expect(compare(clinic, plan)).toMatchObject({ rows: 2 * FEW, missing: 0, foreign: 0 })
    expect(creates(clinic)).toBe(2 * FEW)
    for (const { page } of desks) {
      const { made, uncertain } = (await newestJob(page))!.counts
      expect(made + uncertain).toBe(FEW)
    }
  })
})
