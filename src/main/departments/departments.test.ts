import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { composedDesk, type ComposedDesk } from '@main/testing/composedDesk'
import { commitThenDrop, drop, failing, says } from '@main/testing/faults'
import type { Department } from '@shared/domain/department'

let desk: ComposedDesk
let base: Department
beforeEach(async () => {
  desk = await composedDesk()
  await settled()
  base = { id: 1, name: desk.clinic.hospital.departments.rows.get(1)!.name }
  desk.asked.length = 0
  desk.pushed.length = 0
})
afterEach(() => desk.close())

const settled = () => vi.waitFor(async () => {
  const list = await desk.ask('departments:list')
  if (list.stamp.loading || list.stamp.fetchedAt === null) throw new Error('still loading')
  return list
})
const row = async (id: number) => (await desk.ask('departments:list')).rows.find((each) => each.id === id)
const failure = (promise: Promise<unknown>) => promise.then(() => 'it was done', (cause: { error: unknown }) => cause.error)
const PATH = 'api/hospitalstaffdepartment/1/'

describe('the departments', () => {
  it('are listed with the numbers of their staff and doctors', async () => {
    const { staff, departments } = desk.clinic.hospital
    const members = (id: number) => [...staff.rows.values()].filter(({ departmentId }) => departmentId === id)
    expect((await settled()).rows).toEqual([...departments.rows.values()].map(({ id, name }) =>
      ({ id, name, staff: members(id).length, doctors: members(id).filter(({ isDoctor }) => isDoctor).length })))
  })

  it('follow a change of the staff at once', async () => {
    const before = (await row(1))!
    const form = { name: 'Ann', isDoctor: true, department: base.name }
    await desk.ask('outbox:create', { key: crypto.randomUUID(), reason: '', create: { kind: 'staffMember', form } })
    expect(desk.pushed).toContain('departments:changed')
    expect(await row(1)).toEqual({ ...before, staff: before.staff + 1, doctors: before.doctors + 1 })
  })

  it('are not known while the staff are not: a number that nobody knows is not 0', async () => {
    await desk.close()
    desk = await composedDesk()
    desk.server.fault = failing('GET api/hospitalstaff/', says(403, '{"detail":"no"}'))
    await desk.ask('departments:list')
    await vi.waitFor(async () => {
      expect((await desk.ask('departments:list')).stamp).toEqual({ fetchedAt: null, cached: false, loading: false, failed: { kind: 'forbidden' }, unusable: 0 })
    })
  })

  it('leave out rows that can not be used, and count them', async () => {
    desk.server.fault = failing('GET api/hospitalstaffdepartment/', says(200, '[{"id":1,"name":"A"},{"id":"x","name":"B"},{"id":2}]'))
    await desk.ask('sync:now')
    await vi.waitFor(async () => { expect(await settled()).toMatchObject({ rows: [{ id: 1, name: 'A' }], stamp: { unusable: 2 } }) })
  })

  it('are fetched again after a minute, when somebody looks', async () => {
    desk.clock.now += 60_000
    await desk.ask('departments:list')
    await settled()
    expect(desk.asked.sort()).toEqual(['GET api/hospitalstaff/', 'GET api/hospitalstaffdepartment/'])
  })
})

describe('renaming a department', () => {
  it.each([['departments:change', 'PATCH'], ['departments:replace', 'PUT']] as const)('by %s shows on its staff at once', async (call, method) => {
    const counts = (await row(1))!
    expect(await desk.ask(call, { base, form: { name: 'Heart' } })).toEqual({ status: 'saved', row: { id: 1, name: 'Heart' } })
    expect(await row(1)).toEqual({ ...counts, name: 'Heart' })
    const { departments } = await desk.ask('staff:list')
    expect(departments).toContain('Heart')
    expect(departments).not.toContain(base.name)
    expect(desk.asked).toEqual([`GET ${PATH}`, `${method} ${PATH}`])
    expect(desk.pushed).toEqual(expect.arrayContaining(['staff:changed', 'departments:changed']))
  })

  it('sends nothing when another desk renamed it, and shows theirs', async () => {
    desk.clinic.hospital.departments.rows.get(1)!.name = 'Theirs'
    expect(await desk.ask('departments:change', { base, form: { name: 'Mine' } })).toEqual({ status: 'changedMeanwhile', current: { id: 1, name: 'Theirs' } })
    expect(desk.asked).toEqual([`GET ${PATH}`])
    expect((await row(1))!.name).toBe('Theirs')
    expect(await desk.ask('departments:replace', { base: { id: 1, name: 'Theirs' }, form: { name: 'Mine' } })).toMatchObject({ status: 'saved' })
  })

  it('is saved when its answer is lost after the server did it, and not when it did not', async () => {
    desk.server.fault = failing(`PATCH ${PATH}`, commitThenDrop)
    expect(await desk.ask('departments:change', { base, form: { name: 'Heart' } })).toEqual({ status: 'saved', row: { id: 1, name: 'Heart' } })
    desk.server.fault = failing(`PATCH ${PATH}`, drop)
    expect(await failure(desk.ask('departments:change', { base: { id: 1, name: 'Heart' }, form: { name: 'Lung' } }))).toEqual({ kind: 'offline', cause: 'dropped' })
  })

  it('says that the name exists', async () => {
    const { name } = (await desk.ask('departments:list')).rows[1]!
    expect(await failure(desk.ask('departments:change', { base, form: { name } }))).toMatchObject({ kind: 'invalid', fields: { name: [expect.any(String)] } })
  })

  it('says that another desk deleted it, and takes it off the list', async () => {
    desk.clinic.hospital.departments.rows.delete(1)
    expect(await failure(desk.ask('departments:change', { base, form: { name: 'Heart' } }))).toEqual({ kind: 'notFound' })
    expect(await row(1)).toBeUndefined()
  })
})

describe('deleting a department', () => {
  const unused = () => desk.clinic.hospital.departments.rows.size

  it('takes it off the list at once', async () => {
    await desk.ask('departments:remove', { id: unused() })
    expect(await row(unused() + 1)).toBeUndefined()
    expect(desk.asked.every((asked) => !asked.startsWith('GET'))).toBe(true)
  })

  it.each([[400, 'invalid'], [409, 'conflict'], [500, 'server']] as const)('says that it is in use: %d', async (protectedStatus, kind) => {
    await desk.close()
    desk = await composedDesk({ protectedStatus })
    expect(await failure(desk.ask('departments:remove', { id: 1 }))).toMatchObject({ kind })
    expect(desk.clinic.hospital.departments.rows.has(1)).toBe(true)
  })

  it('is done when its answer is lost and it is gone', async () => {
    const id = unused()
    desk.server.fault = failing(`DELETE api/hospitalstaffdepartment/${id}/`, commitThenDrop)
    await desk.ask('departments:remove', { id })
    expect(await row(id)).toBeUndefined()
  })
})
