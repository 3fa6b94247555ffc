import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { composedDesk, give, type Arrival, type ComposedDesk } from '@main/testing/composedDesk'
import { commitThenDrop, drop, failing, says } from '@main/testing/faults'
import type { StaffMember } from '@shared/domain/staff'

let desk: ComposedDesk
let base: StaffMember
beforeEach(async () => {
  desk = await composedDesk()
  desk.ask('staff:list').catch(() => undefined)
  await vi.waitFor(async () => { expect((await desk.ask('staff:list')).stamp.fetchedAt).not.toBeNull() })
  base = await desk.ask('staff:retrieve', { id: 1 })
  desk.asked.length = 0
  desk.pushed.length = 0
})
afterEach(() => desk.close())

const PATH = 'api/hospitalstaff/1/'
const formOf = ({ name, isDoctor, department }: StaffMember) => ({ name, isDoctor, department })
const edit = (changes: Partial<StaffMember>) => ({ base, form: { ...formOf(base), ...changes } })
const stored = () => desk.clinic.hospital.staff.rows.get(1)
/** What the first request of a method sent, and what is done with it. */
function on(method: string, fault?: (arrival: Arrival) => Promise<unknown>): () => unknown {
  let body = ''
  desk.server.fault = failing(`${method} ${PATH}`, async (arrival) => {
    body = arrival.body
    await (fault ?? pass)(arrival)
  })
  return () => JSON.parse(body) as unknown
}
const pass = async ({ response, carryOut }: Arrival) => give(response, await carryOut())
const local = async () => {
  const { ids, names, departments, departmentOf, isDoctor } = await desk.ask('staff:list')
  const place = ids.indexOf(1)
  if (place < 0) return undefined
  return { id: 1, name: names[place], isDoctor: isDoctor[place] === 1, department: departments[departmentOf[place]!] }
}
const failure = (promise: Promise<unknown>) => promise.then(() => 'it was done', (cause: { error: unknown }) => cause.error)

describe('changing a staff member', () => {
  it('sends what changed and nothing else, and the local list follows without being fetched', async () => {
    const sent = on('PATCH')
    expect(await desk.ask('staff:change', edit({ name: 'Dr. New' }))).toEqual({ status: 'saved', row: { ...base, name: 'Dr. New' } })
    expect(sent()).toEqual({ name: 'Dr. New' })
    expect(await local()).toEqual({ ...base, name: 'Dr. New' })
    expect(desk.asked).toEqual([`GET ${PATH}`, `PATCH ${PATH}`])
    expect(desk.pushed).toContain('staff:changed')
  })

  it('sends nothing when nothing changed', async () => {
    expect(await desk.ask('staff:change', edit({}))).toEqual({ status: 'saved', row: base })
    expect(desk.asked).toEqual([`GET ${PATH}`])
  })

  it.each(['staff:change', 'staff:replace'] as const)('sends nothing by %s when someone else changed it meanwhile, and shows theirs', async (call) => {
    stored()!.name = 'Dr. Theirs'
    expect(await desk.ask(call, edit({ isDoctor: !base.isDoctor }))).toEqual({ status: 'changedMeanwhile', current: { ...base, name: 'Dr. Theirs' } })
    expect(desk.asked).toEqual([`GET ${PATH}`])
    expect((await local())!.name).toBe('Dr. Theirs')
  })

  it('replaces the whole record, given the row as it is', async () => {
    stored()!.name = 'Dr. Theirs'
    base = await desk.ask('staff:retrieve', { id: 1 })
    const sent = on('PUT')
    const form = { name: 'Dr. Mine', isDoctor: base.isDoctor, department: base.department }
    expect(await desk.ask('staff:replace', { base, form })).toEqual({ status: 'saved', row: { ...base, name: 'Dr. Mine' } })
    expect(sent()).toEqual({ name: 'Dr. Mine', is_doctor: base.isDoctor, department: base.department })
  })

  it.each(['PATCH', 'PUT'])('is saved when the answer to a %s is lost after the server did it', async (method) => {
    on(method, commitThenDrop)
    const call = method === 'PUT' ? 'staff:replace' : 'staff:change'
    expect(await desk.ask(call, edit({ name: 'Dr. New' }))).toEqual({ status: 'saved', row: { ...base, name: 'Dr. New' } })
    expect(desk.asked.filter((asked) => asked.startsWith(method))).toHaveLength(1)
  })

  it('says that the connection was lost when the row is as before', async () => {
    on('PATCH', drop)
    expect(await failure(desk.ask('staff:change', edit({ name: 'Dr. New' })))).toEqual({ kind: 'offline', cause: 'dropped' })
    expect(await local()).toEqual(base)
  })

  it('shows the row when the answer was lost and it is neither as before nor as wanted', async () => {
    on('PATCH', async ({ response }) => {
      stored()!.name = 'Dr. Third'
      response.destroy()
    })
    expect(await desk.ask('staff:change', edit({ name: 'Dr. New' }))).toEqual({ status: 'changedMeanwhile', current: { ...base, name: 'Dr. Third' } })
  })

  it('says the fields that the server refuses', async () => {
    expect(await failure(desk.ask('staff:change', edit({ department: 'Gone' })))).toMatchObject({ kind: 'invalid', fields: { department: [expect.any(String)] } })
  })

  it('says that the member is gone, and takes it off the list', async () => {
    desk.clinic.hospital.staff.rows.delete(1)
    expect(await failure(desk.ask('staff:change', edit({ name: 'Dr. New' })))).toEqual({ kind: 'notFound' })
    expect(await local()).toBeUndefined()
  })

  it('keeps a change that was made while the list was on its way', async () => {
    let letGo: () => void = () => undefined
    desk.server.fault = failing('GET api/hospitalstaff/', async ({ carryOut, response }) => {
      const answer = await carryOut()
      await new Promise<void>((resolve) => { letGo = resolve })
      await give(response, answer)
    })
    await desk.ask('sync:now')
    await vi.waitFor(() => { expect(desk.asked).toContain('GET api/hospitalstaff/') })
    await desk.ask('staff:change', edit({ name: 'Dr. New' }))
    letGo()
    await vi.waitFor(async () => { expect((await desk.ask('staff:list')).stamp.loading).toBe(false) })
    expect((await local())!.name).toBe('Dr. New')
  })
})

describe('deleting a staff member', () => {
  const free = () => {
    const { rows } = desk.clinic.hospital.callRequests
    for (const { id, doctorId } of rows.values()) if (doctorId === 1) rows.delete(id)
  }

  it('takes it off the list at once', async () => {
    free()
    await desk.ask('staff:remove', { id: 1 })
    expect(stored()).toBeUndefined()
    expect(await local()).toBeUndefined()
    expect(desk.asked).toEqual([`DELETE ${PATH}`])
    expect(desk.pushed).toContain('staff:changed')
  })

  it('is done when the answer is lost and the row is gone, or when another desk was faster', async () => {
    free()
    on('DELETE', commitThenDrop)
    await desk.ask('staff:remove', { id: 1 })
    await desk.ask('staff:remove', { id: 1 })
    expect(await local()).toBeUndefined()
  })

  it('says that the connection was lost when the row is still there', async () => {
    on('DELETE', drop)
    expect(await failure(desk.ask('staff:remove', { id: 1 }))).toEqual({ kind: 'offline', cause: 'dropped' })
    expect(await local()).toEqual(base)
  })

  it.each([400, 409, 500] as const)('says why the server refuses with %d', async (protectedStatus) => {
    await desk.close()
    desk = await composedDesk({ protectedStatus })
    const used = [...desk.clinic.hospital.callRequests.rows.values()][0]!.doctorId
    const kinds = { 400: 'invalid', 409: 'conflict', 500: 'server' }
    expect(await failure(desk.ask('staff:remove', { id: used }))).toMatchObject({ kind: kinds[protectedStatus] })
    expect(desk.clinic.hospital.staff.rows.has(used)).toBe(true)
  })
})

describe('what refers to a staff member', () => {
  const doctorId = () => [...desk.clinic.hospital.clinicsOf.keys()][0]!

  it('is counted from lists not older than a minute', async () => {
    const id = doctorId()
    const { clinicsOf, callRequests } = desk.clinic.hospital
    const references = await desk.ask('staff:references', { id })
    expect(references.callRequests).toBe([...callRequests.rows.values()].filter((each) => each.doctorId === id).length)
    expect(references.clinics.map((clinic) => clinic.id)).toEqual(clinicsOf.get(id))
    for (const clinic of references.clinics) {
      const rows = JSON.parse(`[${desk.clinic.hospital.slots.text(clinic.id, 0, 10_000)}]`) as { date: string }[]
      expect(clinic.slots).toBe(rows.filter(({ date }) => date >= '2026-11-23').length)
    }
    expect(references.complete).toBe(true)
    const { length } = desk.asked
    await desk.ask('staff:references', { id })
    expect(desk.asked.slice(length)).toEqual([`GET api/doctor-clinics/${id}/`])
  })

  it('is incomplete where a list can not be read', async () => {
    const [clinicId] = desk.clinic.hospital.clinicsOf.get(doctorId())!
    desk.server.fault = failing(`GET api/clinic-appointment-slots/?clinic_id=${clinicId}`, says(403, '{"detail":"no"}'))
    const references = await desk.ask('staff:references', { id: doctorId() })
    expect(references.complete).toBe(false)
    expect(references.clinics.find(({ id }) => id === clinicId)!.slots).toBeNull()
  })
})

describe('the staff list', () => {
  it('is fetched once for itself, the directory and the departments', async () => {
    await desk.ask('departments:list')
    await desk.ask('directory:read')
    await vi.waitFor(async () => { expect((await desk.ask('directory:read')).stamp.loading).toBe(false) })
    expect(desk.asked.filter((asked) => asked === 'GET api/hospitalstaff/')).toEqual([])
    desk.clock.now += 60_000
    await desk.ask('staff:list')
    await vi.waitFor(() => { expect(desk.asked).toContain('GET api/hospitalstaff/') })
  })

  it('brings a new doctor’s clinics into the directory, and takes a deleted doctor’s out', async () => {
    await vi.waitFor(async () => { expect((await desk.ask('directory:read')).stamp).toMatchObject({ loading: false, fetchedAt: expect.any(Number) as number }) })
    const entry = await desk.ask('outbox:create', {
      key: crypto.randomUUID(), reason: '', create: { kind: 'staffMember', form: { name: 'Dr. Noor', isDoctor: true, department: base.department } },
    })
    await vi.waitFor(() => { expect(desk.asked).toContain(`GET api/doctor-clinics/${entry.id}/`) })
    await vi.waitFor(async () => { expect(await desk.ask('directory:read')).toMatchObject({ doctors: 9, asked: 9 }) })
    await desk.ask('staff:remove', { id: entry.id! })
    expect(await desk.ask('directory:read')).toMatchObject({ doctors: 8, asked: 8 })
  })
})
