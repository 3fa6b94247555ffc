import { afterEach, describe, expect, it, vi } from 'vitest'
import { staff as members } from '@main/staff/staff'
import { staffRows } from '@main/staff/staffRows'
import { clinicServer, type Answer } from '@main/testing/clinicServer'
import { directReader } from '@main/testing/directReader'
import { manualTimers } from '@main/testing/manualTimers'
import { fetchClinics } from './api'
import { directory } from './directory'

const member = (id: number, is_doctor = true) => ({ id, name: `Dr. ${id}`, is_doctor, department: 'Cardiology' })
const clinic = (id: number, name = `Clinic ${id}`) => ({ id, name, address: `${id} Main St` })
const doctorOf = (path: string) => Number(/doctor-clinics\/(\d+)\//.exec(path)?.[1])
const isStaff = (path: string) => path.startsWith('api/hospitalstaff/')

const raise = (cause: unknown) => { throw cause }

let close: () => Promise<void>
afterEach(() => close())

async function desk(staff: () => Answer, clinics: (doctorId: number) => Answer | Promise<Answer>) {
  const server = await clinicServer((path) => isStaff(path) ? staff() : clinics(doctorOf(path)))
  close = server.close
  const timers = manualTimers()
  const hints: number[] = []
  const read = directReader(staffRows)
  const list = members({ api: server.api, read, clock: timers.clock, onChange: () => undefined, report: raise })
  const service = directory({
    fetchDoctors: list.doctors,
    fetchClinics: fetchClinics(server.api),
    clock: timers.clock,
    after: timers.after,
    onChange: () => { hints.push(service.read().asked) },
    report: raise,
  })
  const rested = () => vi.waitFor(() => {
    const snapshot = service.read()
    if (snapshot.stamp.loading) throw new Error('still asking')
    return snapshot
  })
  return { ...service, ...timers, server, hints, rested }
}

const staffOf = (...ids: number[]) => (): Answer => ({ json: ids.map((id) => member(id)) })

describe('directory', () => {
  it('finds the clinics through the doctors, shared ones once, same-named ones apart', async () => {
    const answers: Record<number, object[]> = { 1: [clinic(10, 'City Clinic')], 2: [clinic(11, 'City Clinic'), clinic(10, 'City Clinic')], 3: [] }
    const { read, rested, server } = await desk(
      () => ({ json: [member(1), member(9, false), member(2), member(3)] }),
      (id) => ({ json: answers[id] }),
    )
    expect(read()).toMatchObject({ clinics: [], asked: 0, doctors: 0, stamp: { loading: true, fetchedAt: null } })
    const { clinics, asked, doctors, failures } = await rested()
    expect(clinics.map(({ id, doctors }) => [id, doctors.map((each) => each.id)])).toEqual([[10, [1, 2]], [11, [2]]])
    expect([asked, doctors, failures]).toEqual([3, 3, []])
    expect(server.asked).not.toContain('api/doctor-clinics/9/')
  })

  it('asks six doctors at a time and lets the order of answers make no difference', async () => {
    const ids = Array.from({ length: 30 }, (_, index) => index + 1)
    let peak = () => 0
    const { rested, server } = await desk(staffOf(...ids), async (id) => {
      // However busy the machine is: none is answered before as many are there as will be.
      await vi.waitFor(() => { expect(peak()).toBeGreaterThanOrEqual(6) }, { timeout: 3000, interval: 5 }).catch(() => undefined)
      await new Promise((resolve) => { setTimeout(resolve, 20 - (id % 7) * 3) })
      return { json: [clinic(id * 10)] }
    })
    peak = server.peak
    const { clinics } = await rested()
    expect(server.peak()).toBe(6)
    expect(clinics.map(({ id }) => id)).toEqual(ids.map((id) => id * 10))
  })

  it('takes a doctor unknown to the server for one without clinics', async () => {
    const { rested } = await desk(staffOf(1, 2), (id) => id === 1 ? { status: 404 } : { json: [clinic(20)] })
    expect(await rested()).toMatchObject({ asked: 2, failures: [], clinics: [{ id: 20 }] })
  })

  it('asks a doctor again after half an hour, the one of longest ago, and shows what is new and what has vanished', async () => {
    let now: Record<number, object[]> = { 1: [clinic(10)], 2: [clinic(20)] }
    const { rested, renew, advance, read, server } = await desk(staffOf(1, 2), (id) => ({ json: now[id] }))
    await rested()
    const before = server.asked.length
    renew(false)
    advance(29 * 60_000)
    renew(false)
    expect(server.asked).toHaveLength(before)
    now = { 1: [clinic(11)], 2: [clinic(20), clinic(21)] }
    advance(2 * 60_000)
    renew(false)
    await vi.waitFor(() => { expect(read()).toMatchObject({ clinics: [{ id: 11 }, { id: 20 }], gone: [{ id: 10 }] }) })
    renew(false)
    await vi.waitFor(() => { expect(read().clinics.map(({ id }) => id)).toEqual([11, 20, 21]) })
    renew(false)
    expect(server.asked).toHaveLength(before + 2)
  })

  it('asks them all again on a person’s wish, and keeps what was known where that fails', async () => {
    let broken = false
    const answer = (id: number): Answer => broken && id === 2 ? { status: 403 } : { json: [clinic(id * 10)] }
    const { rested, renew, advance, read, server } = await desk(staffOf(1, 2, 3), answer)
    await rested()
    const before = server.asked.length
    broken = true
    advance(61_000)
    renew(true)
    await vi.waitFor(() => { expect(server.asked).toHaveLength(before + 3) })
    await new Promise((resolve) => { setTimeout(resolve, 50) })
    expect(read()).toMatchObject({ clinics: [{ id: 10 }, { id: 20 }, { id: 30 }], gone: [], failures: [] })
    renew(true)
    expect(server.asked).toHaveLength(before + 3)
  })

  it('keeps what failed by doctor, and asks only for that again', async () => {
    let broken = true
    const { rested, refresh, server } = await desk(staffOf(1, 2, 3), (id) => {
      if (!broken || id === 1) return { json: [clinic(id * 10)] }
      return id === 2 ? { status: 500 } : { text: 'garbage' }
    })
    const first = await rested()
    expect(first.failures.map(({ doctor, error }) => [doctor.id, error])).toEqual([
      [2, { kind: 'server', status: 500 }], [3, { kind: 'unusable', detail: 'json' }],
    ])
    expect(first.clinics.map(({ id }) => id)).toEqual([10])
    broken = false
    server.asked.length = 0
    refresh()
    const second = await rested()
    expect([second.failures, second.clinics.map(({ id }) => id)]).toEqual([[], [10, 20, 30]])
    expect(server.asked.sort()).toEqual(['api/doctor-clinics/2/', 'api/doctor-clinics/3/'])
  })

  it('asks nothing again when nothing failed', async () => {
    const { rested, refresh, read, server, hints } = await desk(staffOf(1), () => ({ json: [] }))
    await rested()
    const [asked, hinted] = [server.asked.length, hints.length]
    refresh()
    expect(read().stamp.loading).toBe(false)
    expect([server.asked.length, hints.length]).toEqual([asked, hinted])
  })

  it.each<[string, Answer, object]>([
    ['a server error', { status: 500 }, { kind: 'server', status: 500 }],
    ['garbage', { text: '[{' }, { kind: 'unusable', detail: 'json' }],
    ['JSON that is no list', { json: { detail: 'odd' } }, { kind: 'unusable', detail: 'shape' }],
  ])('says that the staff list failed with %s, and asks for it again on demand', async (_, bad, error) => {
    let staff = bad
    const { rested, refresh } = await desk(() => staff, () => ({ json: [clinic(5)] }))
    expect(await rested()).toMatchObject({ clinics: [], doctors: 0, stamp: { fetchedAt: null, failed: error } })
    staff = { json: [member(1)] }
    refresh()
    expect(await rested()).toMatchObject({ clinics: [{ id: 5 }], doctors: 1, stamp: { failed: null } })
  })

  it('counts rows that can not be used and goes on with the rest', async () => {
    const { rested } = await desk(
      () => ({ json: [member(1), { id: 2, name: 'Dr. No', department: 'X' }, { ...member(3), name: 7 }, 'row', { ...member(4), extra: {} }] }),
      (id) => ({ json: [clinic(id), { id: 'x', name: 'Bad', address: '' }, { id: 77, name: 'No address', address: null }] }),
    )
    const { clinics, doctors, stamp } = await rested()
    expect([doctors, stamp.unusable]).toEqual([2, 5])
    expect(clinics.map(({ id, address }) => [id, address])).toEqual([[1, '1 Main St'], [77, ''], [4, '4 Main St']])
  })

  it('stops asking one by one when the server redirects, signs out or is away for all', async () => {
    const ids = Array.from({ length: 40 }, (_, index) => index + 1)
    const { rested, server } = await desk(staffOf(...ids), () => (response) => { response.writeHead(301, { location: '/' }).end() })
    const { failures } = await rested()
    expect(failures).toHaveLength(40)
    expect(new Set(failures.map(({ error }) => error.kind)).size).toBe(1)
    expect(server.asked.length).toBeLessThan(15)
  })

  it('hints at most every 250 ms, and once more at the end', async () => {
    const held: (() => void)[] = []
    const { read, rested, hints, advance } = await desk(staffOf(1, 2, 3), async (id) => {
      if (id === 3) await new Promise<void>((resolve) => { held.push(resolve) })
      return { json: [] }
    })
    read()
    await vi.waitFor(() => { expect(read().asked).toBe(2) })
    expect(hints).toEqual([])
    advance(250)
    expect(hints).toEqual([2])
    held[0]!()
    await rested()
    expect(hints).toEqual([2, 3])
    advance(1000)
    expect(hints).toHaveLength(2)
  })

  it('asks for nothing more once the session has changed, and forgets what it knew', async () => {
    const held: (() => void)[] = []
    const staff = staffOf(...Array.from({ length: 20 }, (_, index) => index + 1))
    const { read, reset, rested, server, hints, advance } = await desk(staff, async (id) => {
      if (held.length < 6) await new Promise<void>((resolve) => { held.push(resolve) })
      return { json: [clinic(id)] }
    })
    read()
    await vi.waitFor(() => { expect(held).toHaveLength(6) })
    reset()
    for (const release of held) release()
    await new Promise((resolve) => { setTimeout(resolve, 50) })
    advance(1000)
    expect([server.asked.length, hints]).toEqual([7, []])
    expect(read()).toMatchObject({ clinics: [], asked: 0, doctors: 0 })
    expect((await rested()).clinics).toHaveLength(20)
  })

  it('follows the doctors: new ones are asked, those who left go with their clinics', async () => {
    const { rested, follow, read, server } = await desk(staffOf(1, 2), (id) => ({ json: [clinic(id * 10)] }))
    await rested()
    server.asked.length = 0
    const doctor = (id: number, name = `Dr. ${id}`) => ({ id, name, department: 'Cardiology' })
    follow([doctor(2, 'Dr. Other'), doctor(3)])
    expect(read()).toMatchObject({ clinics: [{ id: 20, doctors: [{ name: 'Dr. Other' }] }], doctors: 2 })
    expect((await rested()).clinics.map(({ id }) => id)).toEqual([20, 30])
    follow([doctor(2, 'Dr. Other'), doctor(3)])
    expect(server.asked).toEqual(['api/doctor-clinics/3/'])
  })

  it('asks a doctor who comes while the others are being asked', async () => {
    const held: (() => void)[] = []
    const { read, rested, follow } = await desk(staffOf(1), async (id) => {
      if (id === 1) await new Promise<void>((resolve) => { held.push(resolve) })
      return { json: [clinic(id * 10)] }
    })
    read()
    await vi.waitFor(() => { expect(held).toHaveLength(1) })
    follow([1, 2].map((id) => ({ id, name: `Dr. ${id}`, department: 'Cardiology' })))
    held[0]!()
    expect((await rested()).clinics.map(({ id }) => id)).toEqual([10, 20])
  })

  it('follows nobody before anybody has asked for it', async () => {
    const { follow, server, read } = await desk(staffOf(1), () => ({ json: [] }))
    follow([{ id: 5, name: 'Dr. 5', department: 'X' }])
    expect(server.asked).toEqual([])
    expect(read()).toMatchObject({ doctors: 0 })
  })
})
