import { afterAll, beforeAll, expect, it } from 'vitest'
import en from '@shared/locales/en.json'
import { openClinic, type Clinic } from '../clinic'
import { ask, closeAll, openDesk, signIn, signInToBoard, type Desk } from '../desk'

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
afterAll(closeAll)

/** Where to: another server, another scheme, another port of the same host, the very same origin, an address without one. */
const targets = (path: string) => [
  `${foreign.server}${path}`, `${foreign.server.replace('http:', 'https:')}${path}`, `${clinic.server}/elsewhere${path}`, `/elsewhere${path}`, '?again=1',
]

it('follows no redirect, not to the same server either, so that neither token nor password leaves, and says so', { timeout: 180_000 }, async ({ task }) => {
  let sent = 0
  const to = (status: number, where: string) => (part: string) => clinic.fail(part, (request, response) => {
    if (request.url!.startsWith('/elsewhere') || request.url!.includes('again=')) return void response.writeHead(404).end()
    sent += 1
    response.writeHead(status, { Location: where }).end()
  })
  const ways = (path: string) => STATUSES.flatMap((status) => targets(path).map((where) => to(status, where)))
  const form = { server: clinic.server, email: clinic.email, password: clinic.password }
  const elsewhere = () => clinic.arrived.filter(({ url }) => url.startsWith('/elsewhere') || url.includes('again='))
  for (const redirect of ways('/api/token/')) {
    const heal = redirect('/api/token/')
    await expect(ask(desk.page, 'session:signIn', form)).rejects.toThrow('"moved"')
    heal()
  }
  const heal = to(302, `${foreign.server}/`)('/api/token/')
  await signIn(desk.page, clinic)
  await desk.page.getByText(en.errors.moved).waitFor()
  heal()
  await signInToBoard(desk.page, clinic)
  for (const redirect of ways('/api/hospitalstaffdepartment/')) {
    const heal = redirect('/api/hospitalstaffdepartment/')
    await expect(ask(desk.page, 'departments:retrieve', { id: 1 })).rejects.toThrow('"moved"')
    heal()
  }
  // The body of a write goes along with these two.
  for (const status of [307, 308]) {
    const heal = to(status, `${foreign.server}/api/hospitalstaffdepartment/`)('/api/hospitalstaffdepartment/')
    const create = { kind: 'department' as const, form: { name: `Moved ${status}` } }
    expect((await ask(desk.page, 'outbox:create', { key: crypto.randomUUID(), create, reason: '' })).error).toEqual({ kind: 'moved' })
    heal()
  }
  Object.assign(task.meta, { figure: `${sent} redirects to 5 kinds of places: 0 followed, 0 tokens and 0 passwords at another server` })
  expect(foreign.arrived).toEqual([])
  expect(elsewhere()).toEqual([])
})

it('sends each write once to a server that drops reused connections', { timeout: 300_000 }, async ({ task }) => {
  if ((await ask(desk.page, 'session:read')).status !== 'signedIn') await signIn(desk.page, clinic)
  clinic.fail('/hospitalstaffdepartment/', async (request, _, next) => {
    if (request.method === 'POST' && clinic.isReused(request)) request.socket.destroy()
    else await next()
  })
  for (let turn = 0; turn < WRITES; turn += 1) {
    const order = { key: crypto.randomUUID(), create: { kind: 'department' as const, form: { name: `Write ${turn}` } }, reason: '' }
    // Main takes so many calls of the page in a second and no more: it is asked again when it has time.
    await expect.poll(() => ask(desk.page, 'outbox:create', order).then(() => 'sent', (refused: unknown) => String(refused))).toBe('sent')
  }
  const arrived = clinic.bodies('POST', '/hospitalstaffdepartment/').map((body) => (body as { name: string }).name).filter((name) => name.startsWith('Write'))
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
