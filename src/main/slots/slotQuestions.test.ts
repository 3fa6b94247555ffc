import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { composedDesk, type ComposedDesk } from '@main/testing/composedDesk'

let desk: ComposedDesk
beforeEach(async () => {
  desk = await composedDesk()
  await desk.ask('directory:read')
  await vi.waitFor(async () => { expect((await desk.ask('directory:read')).stamp.loading).toBe(false) })
})
afterEach(() => desk.close())

const DATE = '2026-12-20'
const at = (clinicId: number, start: number, end: number, date = DATE) => ({ clinicId, date, start, end })
const clock = (seconds: number) => new Date(seconds * 1000).toISOString().slice(11, 19)
const publish = (clinicId: number, start: number, end: number) =>
  desk.clinic.hospital.slots.add({ clinic: clinicId, date: DATE, start_time: clock(start), end_time: clock(end) }).id
const isList = (what: string) => what.includes('clinic-appointment-slots')
/** A clinic of one doctor alone who has another clinic of his own, that other one, and one that he shares. */
async function clinicsOfOne() {
  const { clinics } = await desk.ask('directory:read')
  for (const own of clinics.filter(({ doctors }) => doctors.length === 1)) {
    const others = clinics.filter(({ id, doctors }) => id !== own.id && doctors.some(({ id: doctor }) => doctor === own.doctors[0]!.id))
    const [alone, shared] = [others.find(({ doctors }) => doctors.length === 1), others.find(({ doctors }) => doctors.length > 1)]
    if (alone) return { own, alone, shared }
  }
  throw new Error('the sample has none')
}

describe('slots:check', () => {
  it('finds identical and overlapping slots of the clinic', async () => {
    const { own } = await clinicsOfOne()
    publish(own.id, 36_000, 36_900)
    const id = publish(own.id, 36_600, 37_200)
    publish(own.id, 36_900, 37_800)
    expect(await desk.ask('slots:check', at(own.id, 36_000, 36_900)))
      .toEqual({ identical: 1, overlapping: [{ id, start: 36_600, end: 37_200 }], elsewhere: [], past: false, complete: true })
  })

  it('finds the doctor’s slots in other clinics: certain where both have that doctor alone', async () => {
    const { own, alone } = await clinicsOfOne()
    publish(alone.id, 36_000, 36_900)
    const { elsewhere } = await desk.ask('slots:check', at(own.id, 36_300, 37_000))
    expect(elsewhere).toEqual([
      { clinicId: alone.id, clinic: alone.name, doctor: own.doctors[0]!.name, start: 36_000, end: 36_900, certain: true },
    ])
  })

  it('finds the doctors’ slots in other clinics: possible where a clinic has several', async () => {
    const { clinics } = await desk.ask('directory:read')
    const shared = clinics.find(({ doctors }) => doctors.length > 1)!
    const isShared = ({ id }: { id: number }) => shared.doctors.some((doctor) => doctor.id === id)
    const other = clinics.find(({ id, doctors }) => id !== shared.id && doctors.some(isShared))!
    publish(other.id, 36_000, 36_900)
    const { elsewhere } = await desk.ask('slots:check', at(shared.id, 36_000, 36_900))
    expect(elsewhere.length).toBeGreaterThan(0)
    expect(elsewhere.every(({ certain }) => !certain)).toBe(true)
  })

  it('asks for each clinic it needs once a minute', async () => {
    const { own } = await clinicsOfOne()
    const needed = desk.clinic.hospital.clinicsOf.get(own.doctors[0]!.id)!
    await desk.ask('slots:check', at(own.id, 0, 600))
    await desk.ask('slots:check', at(own.id, 0, 700))
    expect(desk.asked.filter(isList).sort()).toEqual(needed.map((id) => `GET api/clinic-appointment-slots/?clinic_id=${id}`).sort())
    desk.clock.now += 60_000
    await desk.ask('slots:check', at(own.id, 0, 700))
    expect(desk.asked.filter(isList)).toHaveLength(needed.length * 2)
  })

  it('is incomplete when a clinic can not be read, or the clinic is unknown', async () => {
    const { own, alone } = await clinicsOfOne()
    desk.server.fault = ({ what, response }) => what.endsWith(`clinic_id=${alone.id}`)
      ? Promise.resolve(response.writeHead(500, { 'content-type': 'text/html' }).end('<h1>Server Error</h1>'))
      : undefined
    expect(await desk.ask('slots:check', at(own.id, 0, 600))).toMatchObject({ elsewhere: [], complete: false })
    expect(await desk.ask('slots:check', at(9999, 0, 600))).toMatchObject({ identical: 0, complete: false })
  })

  it('tells the past by the clinic’s clock', async () => {
    const { own } = await clinicsOfOne()
    const check = (date: string, start: number) => desk.ask('slots:check', at(own.id, start, start + 600, date))
    const past = async (date: string, start: number) => (await check(date, start)).past
    expect([await past('2026-11-23', 32_399), await past('2026-11-23', 32_400)]).toEqual([true, false])
    await desk.ask('settings:change', { zone: 'Asia/Kolkata' })
    expect([await past('2026-11-23', 52_199), await past('2026-11-23', 52_200)]).toEqual([true, false])
  })

  it.each([[600, 600], [700, 600], [-1, 600], [0, 86_401], [0.5, 600]])('refuses %d to %d', async (start, end) => {
    await expect(desk.ask('slots:check', at(1, start, end))).rejects.toMatchObject({ error: { kind: 'unexpected' } })
  })
})

describe('slots:next', () => {
  it('gives the next slots of several clinics, earliest first, and waits for what is not known', async () => {
    const [a, b] = [publish(1, 36_000, 36_900), publish(2, 35_000, 35_900)]
    const c = publish(1, 37_000, 37_900)
    const { slots, complete } = await desk.ask('slots:next', { clinicIds: [1, 2], date: DATE, from: 34_000, count: 3 })
    expect(slots.filter(({ date }) => date === DATE).map(({ id }) => id)).toEqual(expect.arrayContaining([b, a, c]))
    expect(slots.map(({ date, start }) => `${date} ${String(start).padStart(5, '0')}`)).toEqual(
      slots.map(({ date, start }) => `${date} ${String(start).padStart(5, '0')}`).sort())
    expect(complete).toBe(true)
  })

  it('is incomplete when a clinic can not be read', async () => {
    desk.server.fault = ({ what, response }) => what.endsWith('clinic_id=2')
      ? Promise.resolve(response.writeHead(403, { 'content-type': 'application/json' }).end('{"detail":"no"}'))
      : undefined
    expect(await desk.ask('slots:next', { clinicIds: [1, 2], date: DATE, from: 0, count: 3 })).toMatchObject({ complete: false })
  })
})
