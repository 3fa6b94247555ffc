import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDemoClinic, type DemoOptions } from '@demo/clinic'
import { listen } from '@demo/listen'
import { AppFailure } from '@shared/errors'
import { faultServer, sendJson } from '@main/testing/faultServer'
import { nodeTransport } from '@main/testing/nodeTransport'
import { clinicApi, type ClinicApi } from './api'
import { createClient } from './client'
import { joined } from './body'
import { parseJson } from './json'

const staffMember = v.object({ id: v.number(), name: v.string(), is_doctor: v.boolean(), department: v.string() })
const servers: { close: () => Promise<void> }[] = []
afterEach(async () => { await Promise.all(servers.splice(0).map((server) => server.close())) })

function apiAt(origin: string, token: string): ClinicApi {
  const transport = nodeTransport()
  transport.allow(origin)
  const client = createClient({ transport, clock: Date.now, sleep: async () => undefined })
  return clinicApi(client, { access: () => ({ base: `${origin}/v1/api/integrate/`, send: (task) => task(token) }) })
}

async function demoApi(options: DemoOptions = {}) {
  const clinic = createDemoClinic({ today: '2026-11-23', ...options })
  const server = await listen(clinic)
  servers.push(server)
  const signedIn = await fetch(`${server.url}/v1/api/integrate/api/token/`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(clinic.account),
  })
  const { access } = await signedIn.json() as { access: string }
  return apiAt(server.url, access)
}

describe('against the demo clinic', () => {
  let api: ClinicApi
  beforeEach(async () => { api = await demoApi() })

  it('lists, creates, reads, replaces, changes and removes a row', async () => {
    const before = await api.list('api/hospitalstaff/', staffMember)
    expect(before).toMatchObject({ unusable: 0 })
    const department = before.rows[0]!.department
    const made = await api.create('api/hospitalstaff/', { name: 'Dr. Zoë Ünal', is_doctor: false, department }, staffMember)
    expect(made).toMatchObject({ name: 'Dr. Zoë Ünal', is_doctor: false, department })
    const path = `api/hospitalstaff/${made.id}/`
    expect(await api.retrieve(path, staffMember)).toEqual(made)
    expect(await api.replace(path, { name: 'Zoë Ünal', is_doctor: false, department }, staffMember)).toEqual({ ...made, name: 'Zoë Ünal' })
    expect(await api.change(path, { name: 'Z. Ünal' }, staffMember)).toEqual({ ...made, name: 'Z. Ünal' })
    await api.remove(path)
    await expect(api.retrieve(path, staffMember)).rejects.toMatchObject({ error: { kind: 'notFound' } })
    expect(await api.list('api/hospitalstaff/', staffMember)).toEqual(before)
  })

  it('hands a refusal on by field', async () => {
    await expect(api.create('api/hospitalstaff/', { is_doctor: 'maybe' }, staffMember)).rejects.toMatchObject({
      error: { kind: 'invalid', fields: { name: ['This field is required.'], is_doctor: ['Must be a valid boolean.'] } },
    })
  })

  it('sends queries, also odd ones', async () => {
    await expect(api.list('api/clinic-appointment-slots/', v.unknown(), { clinic_id: 'a&b=c' })).rejects.toMatchObject({ error: { kind: 'invalid' } })
    expect(await api.list('api/clinic-appointment-slots/', v.unknown(), { clinic_id: 999_999 })).toEqual({ rows: [], unusable: 0 })
  })

  it('reads the same from pages as from a plain list', async () => {
    const paged = await demoApi({ paginate: 7 })
    expect(await paged.list('api/hospitalstaff/', staffMember)).toEqual(await api.list('api/hospitalstaff/', staffMember))
  })
})

describe('against a server with quirks', () => {
  it('stays on its own origin when the next page is said to be elsewhere', async () => {
    const foreign = await faultServer((_, response) => { sendJson(response, [{ id: 3 }]) })
    const server = await faultServer(({ path }, response) => {
      const isLast = path.endsWith('page=2')
      sendJson(response, { count: 2, previous: null, results: [{ id: isLast ? 2 : 1 }], next: isLast ? null : `${foreign.origin}/elsewhere/?page=2` })
    })
    servers.push(foreign, server)
    expect(await apiAt(server.origin, 'token').list('api/x/', v.object({ id: v.number() }))).toEqual({ rows: [{ id: 1 }, { id: 2 }], unusable: 0 })
    expect(server.seen.map(({ path }) => path)).toEqual(['/v1/api/integrate/api/x/', '/v1/api/integrate/api/x/?page=2'])
    expect(foreign.seen).toEqual([])
  })

  it('gives whole bodies, in buffers of their own, to whoever parses them', async () => {
    const server = await faultServer(({ path }, response) => { sendJson(response, { next: path.includes('page') ? null : '?page=2', results: [path] }) })
    servers.push(server)
    const taken: unknown[] = []
    await apiAt(server.origin, 'token').pages('api/x/', { clinic_id: 1 }, async (body) => {
      for (const { buffer, byteLength } of body) expect(buffer.byteLength).toBe(byteLength)
      const moved = structuredClone(body, { transfer: body.map(({ buffer }) => buffer as ArrayBuffer) })
      const page = parseJson(joined(moved)) as { next: string | null, results: unknown[] }
      taken.push(...page.results)
      return { next: page.next, rows: 1, count: null }
    })
    expect(taken).toEqual(['/v1/api/integrate/api/x/?clinic_id=1', '/v1/api/integrate/api/x/?page=2'])
  })

  it('takes a row of another shape for unusable', async () => {
    const server = await faultServer((_, response) => { sendJson(response, { id: '1' }, 201) })
    servers.push(server)
    await expect(apiAt(server.origin, 'token').create('api/x/', {}, v.object({ id: v.number() }))).rejects.toEqual(new AppFailure({ kind: 'unusable', detail: 'shape' }))
  })
})
