import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { composedDesk, type ComposedDesk } from '@main/testing/composedDesk'
import { directoryRead } from '@main/testing/directoryRead'
import type { FindQuery } from '@shared/domain/finder'

const TODAY = '2026-11-23'
let desk: ComposedDesk
const find = (part: Partial<FindQuery> = {}) => desk.ask('finder:find', {
  department: null, doctorId: null, clinicId: null, weekdays: [], part: 'any', minutes: 0, from: TODAY, count: 20, ...part,
})
/** Waits until every clinic has been read. */
const complete = () => vi.waitFor(async () => {
  const found = await find()
  expect([found.unknown, found.stamp.loading]).toEqual([0, false])
  return found
}, { interval: 100 })

beforeAll(async () => {
  desk = await composedDesk({ size: 'small', today: TODAY })
  await directoryRead(desk)
})
afterAll(() => desk.close())

describe('finder:find', () => {
  it('reads all clinics by itself, and finds the next published slots of them, earliest first', async () => {
    const { slots, clinics, more } = await complete()
    expect(clinics).toBe((await desk.ask('directory:read')).clinics.length)
    expect([slots.length, more]).toEqual([20, true])
    const order = slots.map(({ date, start }) => `${date} ${String(start).padStart(6, '0')}`)
    expect(order).toEqual([...order].sort())
    expect(order[0]! >= `${TODAY} 032400`).toBe(true)
  })

  it('narrows by department, doctor and clinic', async () => {
    const { clinics } = await desk.ask('directory:read')
    const doctor = clinics[0]!.doctors[0]!
    const idsOf = async (part: Partial<FindQuery>) => new Set((await find({ ...part, count: 200 })).slots.map(({ clinicId }) => clinicId))
    const theirs = new Set(clinics.filter(({ doctors }) => doctors.some(({ id }) => id === doctor.id)).map(({ id }) => id))
    expect([...await idsOf({ doctorId: doctor.id })].filter((id) => !theirs.has(id))).toEqual([])
    expect(await idsOf({ clinicId: clinics[0]!.id })).toEqual(new Set([clinics[0]!.id]))
    const isTheirs = ({ department }: { department: string }) => department === doctor.department
    const ofDepartment = new Set(clinics.filter(({ doctors }) => doctors.some(isTheirs)).map(({ id }) => id))
    expect([...await idsOf({ department: doctor.department })].filter((id) => !ofDepartment.has(id))).toEqual([])
    expect((await find({ department: 'Nothing of the kind' })).clinics).toBe(0)
  })

  it('finds the same without a server, and says since when', async () => {
    const before = await complete()
    desk.server.fault = async ({ response }) => { response.destroy() }
    const after = await find()
    expect(after.slots).toEqual(before.slots)
    expect(after.stamp.fetchedAt).toBe(before.stamp.fetchedAt)
  })
})
