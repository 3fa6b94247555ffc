import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { composedDesk, type ComposedDesk } from '@main/testing/composedDesk'
import { directoryRead } from '@main/testing/directoryRead'
import type { CapacityQuery } from '@shared/domain/capacity'
import { addDays } from '@shared/domain/time'

const TODAY = '2026-11-23'
let desk: ComposedDesk
const read = (part: Partial<CapacityQuery> = {}) =>
  desk.ask('capacity:read', { from: TODAY, to: addDays(TODAY, 6), department: null, gapMinutes: 30, ...part })
/** Waits until every clinic has been read. */
const complete = (part?: Partial<CapacityQuery>) => vi.waitFor(async () => {
  const found = await read(part)
  expect([found.unknown, found.stamp.loading]).toEqual([0, false])
  return found
}, { interval: 100 })
const minutes = (loads: readonly { minutes: number }[]) => loads.reduce((sum, load) => sum + load.minutes, 0)

beforeAll(async () => {
  desk = await composedDesk({ size: 'small', today: TODAY })
  await directoryRead(desk)
})
afterAll(() => desk.close())

describe('capacity:read', () => {
  it('adds up to the same by clinic and by weekday, as the board has it', async () => {
    const { clinics, weekdays } = await complete()
    expect(minutes(clinics)).toBeGreaterThan(0)
    expect(minutes(clinics)).toBe(minutes(weekdays))
    const { slots } = await desk.ask('slots:loads', { from: TODAY, days: 7, clinicIds: clinics.map(({ clinicId }) => clinicId) })
    expect([...slots].reduce((sum, each) => sum + each, 0)).toBe(clinics.reduce((sum, each) => sum + each.slots, 0))
  })

  it('says what is surely a doctor’s, and what several share', async () => {
    const { doctors, clinics } = await complete()
    const known = (await desk.ask('directory:read')).clinics
    const doctor = known.find((clinic) => clinic.doctors.length > 1)!.doctors[0]!
    const mine = (isShared: boolean) => clinics.filter(({ clinicId }) => known.some((clinic) =>
      clinic.id === clinicId && clinic.doctors.some(({ id }) => id === doctor.id) && (clinic.doctors.length > 1) === isShared))
    const found = doctors.find(({ doctorId }) => doctorId === doctor.id)!
    expect([found.own.minutes, found.shared.minutes]).toEqual([minutes(mine(false)), minutes(mine(true))])
    expect(found.shared.minutes).toBeGreaterThan(0)
  })

  it('keeps to one department', async () => {
    const { departments } = await complete()
    const [first] = departments
    const narrowed = await complete({ department: first!.department })
    expect(minutes(narrowed.clinics)).toBe(first!.own.minutes + first!.shared.minutes)
  })

  it('tells gaps of the wanted length only', async () => {
    const { gaps } = await complete({ to: addDays(TODAY, 60), gapMinutes: 60 })
    expect(gaps.every(({ start, end }) => end - start >= 3600)).toBe(true)
    expect(gaps.length).toBeGreaterThan(0)
  })

  it('refuses a range that is none', async () => {
    await expect(read({ to: addDays(TODAY, -1) })).rejects.toMatchObject({ error: { kind: 'unexpected' } })
    await expect(read({ to: addDays(TODAY, 92) })).rejects.toMatchObject({ error: { kind: 'unexpected' } })
  })
})
