import { describe, expect, it } from 'vitest'
import { createDemoClinic } from './clinic'
import { dayNumber, dayText, weekdayOf } from './day'
import { extents, seedHospital, type Size } from './seedHospital'
import type { Slot } from './slotBook'
import { openDesk } from './testing/desk'

const today = '2026-11-23'
const sizes: Size[] = ['small', 'medium', 'large']
const slotsOf = (hospital: ReturnType<typeof seedHospital>, id: number) =>
  JSON.parse(`[${hospital.slots.text(id, 0, hospital.slots.count(id))}]`) as Slot[]
const doctorsOf = (hospital: ReturnType<typeof seedHospital>) => [...hospital.staff.rows.values()].filter(({ isDoctor }) => isDoctor)

describe.each(sizes)('the %s hospital', (size) => {
  const hospital = seedHospital({ size, seed: 1, today })
  const extent = extents[size]

  it('is as large as it should be', () => {
    expect(doctorsOf(hospital)).toHaveLength(extent.doctors)
    expect(hospital.staff.rows.size).toBe(extent.staff)
    expect(hospital.departments.rows.size).toBe(extent.departments)
    expect(hospital.clinics.size).toBe(extent.clinics)
    expect(hospital.callRequests.rows.size).toBe(extent.callRequests)
    expect(new Set([...hospital.departments.rows.values()].map(({ name }) => name)).size).toBe(extent.departments)
  })

  it('has clinics with the right number of rows and about the right number of slots a day', () => {
    for (const id of [1, 2, 3, extent.clinics]) {
      const slots = slotsOf(hospital, id)
      const days = new Set(slots.map(({ date }) => date)).size
      expect(slots).toHaveLength(extent.rows)
      expect(slots.length / days / extent.slotsADay).toBeGreaterThan(0.6)
      expect(slots.length / days / extent.slotsADay).toBeLessThan(1.3)
    }
  })

  it('gives slot ids that no two clinics share and that go on after the last clinic', () => {
    const ids = [1, 2, extent.clinics - 1, extent.clinics].flatMap((id) => slotsOf(hospital, id).map((slot) => slot.id))
    expect(new Set(ids).size).toBe(4 * extent.rows)
    const added = hospital.slots.add({ date: today, start_time: '08:00:00', end_time: '08:10:00', clinic: 1 })
    expect(added.id).toBe(extent.clinics * extent.rows + 1)
    expect(ids.reduce((high, id) => Math.max(high, id))).toBeLessThan(added.id)
  })

  it('has clinics of two doctors, a doctor without clinics, and two clinics of one name at different addresses', () => {
    const clinicIds = [...hospital.clinicsOf.values()].flat()
    expect(new Set(clinicIds)).toEqual(new Set(hospital.clinics.keys()))
    expect(clinicIds.length).toBeGreaterThan(extent.clinics)
    expect(doctorsOf(hospital).filter(({ id }) => !hospital.clinicsOf.has(id))).toHaveLength(1)
    const [third, seventh] = [hospital.clinics.get(3)!, hospital.clinics.get(7)!]
    expect(third.name).toBe(seventh.name)
    expect(third.address).not.toBe(seventh.address)
    expect(new Set([...hospital.clinics.values()].map(({ name }) => name)).size).toBe(extent.clinics - 1)
  })

  it('has a department that nobody works in, and doctors in medical departments only', () => {
    const used = new Set([...hospital.staff.rows.values()].map(({ departmentId }) => departmentId))
    expect(used.has(extent.departments)).toBe(false)
    const names = doctorsOf(hospital).map(({ departmentId }) => hospital.departments.rows.get(departmentId)!.name)
    expect(names).not.toContain('Reception')
  })

  it('has call requests up to today, for doctors, in the order of their arrival', () => {
    const requests = [...hospital.callRequests.rows.values()]
    const doctorIds = new Set(doctorsOf(hospital).map(({ id }) => id))
    expect(requests.every(({ doctorId }) => doctorIds.has(doctorId))).toBe(true)
    const last = dayNumber(requests.at(-1)!.day) - dayNumber(today)
    expect(last).toBeGreaterThanOrEqual(0)
    expect(last).toBeLessThanOrEqual(3)
    expect(dayNumber(requests[0]!.day)).toBeLessThan(dayNumber(today) - extent.requestDays + 5)
  })
})

describe('a seeded hospital', () => {
  const everything = async (options: { seed: number, today: string }) => {
    const { ask } = await openDesk(createDemoClinic(options))
    const paths = ['hospitalstaff/', 'hospital-call-requests/', 'clinic-appointment-slots/?clinic_id=4', 'doctor-clinics/1/']
    return Promise.all(paths.map(async (path) => (await ask('GET', path)).body))
  }

  it('is the same for the same seed and day, whatever was read before', async () => {
    const first = await everything({ seed: 7, today })
    const second = seedHospital({ size: 'small', seed: 7, today })
    for (const id of [9, 1, 5]) second.slots.count(id)
    expect(await everything({ seed: 7, today })).toEqual(first)
    expect(slotsOf(second, 4)).toEqual(first[2])
  })

  it('is another one for another seed, and moves along with the day', async () => {
    const first = await everything({ seed: 7, today })
    expect(await everything({ seed: 8, today })).not.toEqual(first)
    expect(await everything({ seed: 7, today: '2026-11-24' })).not.toEqual(first)
  })

  it.each([0, 1, 2, 3, 4, 5, 6])('is busy today in every clinic, whatever weekday it is (%i days on)', (days) => {
    const day = dayText(dayNumber(today) + days)
    const hospital = seedHospital({ size: 'small', seed: 1, today: day })
    const slots = [...hospital.clinics.keys()].map((id) => slotsOf(hospital, id).filter(({ date }) => date === day).length)
    expect(Math.min(...slots)).toBeGreaterThanOrEqual(15)
  })

  it('has days without slots, thin days, overlaps, quiet weekends, history and weeks ahead', () => {
    const hospital = seedHospital({ size: 'small', seed: 1, today })
    const slots = [...hospital.clinics.keys()].flatMap((id) => slotsOf(hospital, id))
    const counts = new Map<string, number>()
    for (const { date, clinic } of slots) counts.set(`${date} ${clinic}`, (counts.get(`${date} ${clinic}`) ?? 0) + 1)
    expect(slots.some(({ date }) => date === dayText(dayNumber(today) + 9))).toBe(false)
    expect([...counts.values()].some((count) => count <= 6)).toBe(true)
    const sundays = slots.filter(({ date }) => weekdayOf(dayNumber(date)) === 7).length
    expect(sundays / slots.length).toBeLessThan(0.05)
    const overlaps = slots.filter((slot, index) => {
      const next = slots[index + 1]
      return next?.clinic === slot.clinic && next.date === slot.date && next.start_time < slot.end_time
    })
    expect(overlaps.length).toBeGreaterThan(10)
    expect(slots.some(({ date }) => dayNumber(date) < dayNumber(today) - 28)).toBe(true)
    expect(slots.some(({ date }) => dayNumber(date) > dayNumber(today) + 28)).toBe(true)
  })

  it('has slots of different lengths, all within their day and none without length', () => {
    const hospital = seedHospital({ size: 'small', seed: 1, today })
    const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5))
    const slots = [...hospital.clinics.keys()].flatMap((id) => slotsOf(hospital, id))
    const lengths = new Set(slots.map(({ start_time, end_time }) => minutes(end_time) - minutes(start_time)))
    expect([...lengths].sort((a, b) => a - b)).toEqual([6, 10, 15, 20, 30])
    expect(slots.every(({ start_time, end_time }) => start_time >= '06:00:00' && end_time <= '23:30:00')).toBe(true)
  })

  it('has names in several scripts, doctors among them', () => {
    const names = doctorsOf(seedHospital({ size: 'small', seed: 1, today })).map(({ name }) => name)
    expect(names.some((name) => /\p{Script=Devanagari}/u.test(name))).toBe(true)
    expect(names.some((name) => /\p{Script=Arabic}/u.test(name))).toBe(true)
    expect(names.some((name) => /[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹăđơưÝýũĩ]/i.test(name))).toBe(true)
  })
})
