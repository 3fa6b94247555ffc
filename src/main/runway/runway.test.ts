import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { composedDesk, type ComposedDesk } from '@main/testing/composedDesk'

let desk: ComposedDesk
beforeEach(async () => {
  desk = await composedDesk()
  await desk.ask('directory:read')
  await vi.waitFor(async () => { expect((await desk.ask('directory:read')).stamp.loading).toBe(false) })
})
afterEach(() => desk.close())

const lists = () => desk.asked.filter((what) => what.includes('clinic-appointment-slots'))
const stamps = async () => (await desk.ask('runway:read')).clinics.map(({ stamp }) => stamp)
const settled = async () => {
  await vi.waitFor(async () => { expect((await stamps()).every(({ loading }) => !loading)).toBe(true) })
}
const failAll = () => {
  desk.server.fault = ({ what, response }) => what.includes('clinic-appointment-slots')
    ? Promise.resolve(response.writeHead(403, { 'content-type': 'application/json' }).end('{"detail":"no"}'))
    : undefined
}

describe('runway:read', () => {
  it('answers at once, and fetches every clinic once in the background', async () => {
    const { from, clinics } = await desk.ask('runway:read')
    expect(from).toBe('2026-11-23')
    expect(clinics.length).toBeGreaterThan(3)
    expect(clinics.every(({ stamp }) => stamp.fetchedAt === null && stamp.loading)).toBe(true)
    await settled()
    expect((await stamps()).every(({ fetchedAt }) => fetchedAt !== null)).toBe(true)
    expect(lists().sort()).toEqual(clinics.map(({ clinicId }) => `GET api/clinic-appointment-slots/?clinic_id=${clinicId}`).sort())
    await vi.waitFor(() => { expect(desk.pushed).toContain('runway:changed') })
  })

  it('has the shortest book first', async () => {
    await desk.ask('runway:read')
    await settled()
    const { clinics } = await desk.ask('runway:read')
    const lasts = clinics.map((clinic) => clinic.lasts)
    expect(lasts).toEqual([...lasts].sort((a, b) => a - b))
    expect(clinics.some(({ usual }) => Math.max(...usual) > 0)).toBe(true)
  })

  it('begins with what is on the board', async () => {
    const { clinics } = await desk.ask('directory:read')
    const wanted = clinics.at(-1)!.id
    await desk.day({ date: '2026-11-23', clinicIds: [wanted] })
    await desk.ask('runway:read')
    await settled()
    expect(lists()[0]).toContain(`clinic_id=${wanted}`)
  })

  it('asks for clinics that nobody looks at every ten minutes', async () => {
    await desk.ask('runway:read')
    await settled()
    const count = lists().length
    desk.clock.now += 599_000
    await settled()
    expect(lists()).toHaveLength(count)
    desk.clock.now += 1000
    await desk.ask('runway:read')
    await settled()
    expect(lists()).toHaveLength(count * 2)
  })

  it('leaves a server in peace for a minute that fails again and again', async () => {
    failAll()
    await desk.ask('runway:read')
    await settled()
    const { length } = lists()
    expect(length).toBeLessThan(6)
    await settled()
    expect(lists()).toHaveLength(length)
    desk.clock.now += 60_000
    await desk.ask('runway:read')
    await settled()
    expect(lists().length).toBeGreaterThan(length)
  })

  it('forgets everything with the session', async () => {
    await desk.ask('runway:read')
    await settled()
    await desk.ask('session:signOut')
    expect((await desk.ask('runway:read')).clinics).toEqual([])
    await desk.signIn()
  })
})

describe('runway:gap', () => {
  it('fetches a clinic’s slots and says what fills its next gap', async () => {
    const gap = await desk.ask('runway:gap', { clinicId: 1 })
    expect(lists()).toEqual(['GET api/clinic-appointment-slots/?clinic_id=1'])
    expect(gap).toMatchObject({ clinicId: 1 })
    expect(gap.until >= gap.from).toBe(true)
  })

  it('says why when the slots can not be had', async () => {
    failAll()
    await expect(desk.ask('runway:gap', { clinicId: 1 })).rejects.toMatchObject({ error: { kind: 'forbidden' } })
  })
})
