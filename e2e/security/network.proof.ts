import { afterAll, beforeAll, expect, it } from 'vitest'
import { openClinic, type Clinic } from '../clinic'
import { ask, closeAllDesks, openDesk, signIn, type Desk } from '../desk'

const WRITES = 200
const STATUSES = [301, 302, 303, 307, 308]

let clinic: Clinic
let foreign: Clinic
let desk: Desk
beforeAll(async () => {
  clinic = await openClinic()
  foreign = await openClinic()
  desk = await openDesk()
})
afterAll(async () => {
  await closeAllDesks()
  await clinic.close()
  await foreign.close()
})

it('follows no redirect, so that neither token nor password leaves', async ({ task }) => {
  const to = (status: number, where: string) => (part: string) => clinic.fail(part, (request, response) => {
    response.writeHead(status, { Location: new URL(request.url ?? '/', where).href }).end()
  })
  const ways = STATUSES.flatMap((status) => [foreign.server, foreign.server.replace('http:', 'https:')].map((where) => to(status, where)))
  const form = { server: clinic.server, email: clinic.email, password: clinic.password }
  for (const redirect of ways) {
    const heal = redirect('/api/token/')
    await expect(ask(desk.page, 'session:signIn', form)).rejects.toThrow(/moved|offline/)
    heal()
  }
  await ask(desk.page, 'session:signIn', form)
  for (const redirect of ways) {
    const heal = redirect('/api/hospitalstaffdepartment/')
    await ask(desk.page, 'sync:now')
    await ask(desk.page, 'departments:list')
    const before = clinic.count('GET', '/hospitalstaffdepartment/')
    await expect.poll(() => clinic.count('GET', '/hospitalstaffdepartment/')).toBeGreaterThanOrEqual(before)
    heal()
  }
  Object.assign(task.meta, { figure: `${ways.length * 2} redirects: ${foreign.arrived.length} requests, 0 tokens and 0 passwords at the other server` })
  expect(foreign.arrived).toEqual([])
})

it('sends each write once to a server that drops reused connections', { timeout: 300_000 }, async ({ task }) => {
  if ((await ask(desk.page, 'session:read')).status !== 'signedIn') await signIn(desk.page, clinic)
  clinic.fail('/hospitalstaffdepartment/', async (request, _, next) => {
    if (request.method === 'POST' && clinic.isReused(request)) request.socket.destroy()
    else await next()
  })
  for (let turn = 0; turn < WRITES; turn += 1) {
    await ask(desk.page, 'outbox:create', { key: crypto.randomUUID(), create: { kind: 'department', form: { name: `Write ${turn}` } }, reason: '' })
  }
  const arrived = clinic.bodies('POST', '/hospitalstaffdepartment/').map((body) => (body as { name: string }).name)
  Object.assign(task.meta, { figure: `${WRITES} writes, ${arrived.length} arrived, ${arrived.length - new Set(arrived).size} twice` })
  expect(arrived).toHaveLength(WRITES)
  expect(new Set(arrived).size).toBe(WRITES)
})

it('puts no token and nothing of a person into an address', ({ task }) => {
  const secrets = [...new Set(clinic.arrived.map(({ authorization }) => authorization.replace('Bearer ', '')).filter(Boolean)), clinic.password, clinic.email]
  const found = clinic.arrived.filter(({ url }) => secrets.some((secret) => decodeURIComponent(url).includes(secret)))
  Object.assign(task.meta, { figure: `${clinic.arrived.length} requests, ${found.length} with a secret in the address` })
  expect(found).toEqual([])
})
