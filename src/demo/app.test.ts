import { describe, expect, it } from 'vitest'
import { createDemoClinic, type DemoOptions } from './clinic'
import { openDesk } from './testing/desk'

const desk = (options: DemoOptions = {}) => openDesk(createDemoClinic({ today: '2026-11-23', ...options }))

describe('the demo clinic', () => {
  it('shows a renamed department on its staff, and an added slot at the end of its clinic', async () => {
    const { ask } = await desk()
    await ask('PATCH', 'hospitalstaffdepartment/1/', { name: 'Heart' })
    const staff = (await ask('GET', 'hospitalstaff/')).body as { department: string }[]
    expect(staff.some(({ department }) => department === 'Heart')).toBe(true)
    expect(staff.some(({ department }) => department === 'Cardiology')).toBe(false)
    const made = (await ask('POST', 'create-appointment-slot/', { date: '2026-11-23', start_time: '05:00', end_time: '05:10', clinic: 2 })).body
    expect(((await ask('GET', 'clinic-appointment-slots/?clinic_id=2')).body as unknown[]).at(-1)).toEqual(made)
  })

  it('counts days as the computer does, up to midnight', () => {
    const at = (hours: number, minutes: number) => createDemoClinic({ now: () => new Date(2026, 10, 23, hours, minutes).getTime() }).today()
    expect([at(0, 0), at(23, 59), at(24, 0)]).toEqual(['2026-11-23', '2026-11-23', '2026-11-24'])
  })

  it('takes the same slot twice unless slots are unique', async () => {
    const slot = { date: '2026-11-23', start_time: '05:00', end_time: '05:10', clinic: 2 }
    const lenient = await desk()
    const strict = await desk({ uniqueSlots: true })
    const twice = async ({ ask }: typeof lenient) => [
      (await ask('POST', 'create-appointment-slot/', slot)).status, (await ask('POST', 'create-appointment-slot/', slot)).status,
    ]
    expect(await twice(lenient)).toEqual([201, 201])
    expect(await twice(strict)).toEqual([201, 400])
  })

  it('lets a read-only account read and nothing else', async () => {
    const clinic = createDemoClinic()
    const { ask } = await openDesk(clinic, clinic.accounts[1])
    expect((await ask('GET', 'hospitalstaff/')).status).toBe(200)
    expect((await ask('DELETE', 'hospitalstaff/1/')).status).toBe(403)
    expect((await ask('POST', 'hospital-call-requests/', {})).status).toBe(403)
  })

  it.each([400, 409] as const)('refuses with %i to delete what is in use', async (protectedStatus) => {
    const { ask } = await desk({ protectedStatus })
    expect((await ask('DELETE', 'hospitalstaffdepartment/1/')).status).toBe(protectedStatus)
    expect((await ask('DELETE', 'hospitalstaff/1/')).status).toBe(protectedStatus)
    expect((await ask('DELETE', 'hospitalstaffdepartment/6/')).status).toBe(204)
    expect((await ask('GET', 'hospitalstaffdepartment/6/')).status).toBe(404)
  })

  it('answers as Django answers an unhandled error where that is asked for', async () => {
    const { ask } = await desk({ protectedStatus: 500 })
    const { status, headers, body } = await ask('DELETE', 'hospitalstaffdepartment/1/')
    expect([status, headers.get('Content-Type'), headers.get('Allow')]).toEqual([500, 'text/html', null])
    expect(body).toContain('<h1>Server Error (500)</h1>')
  })

  it('forgets a deleted doctor\'s clinics and does not list those of staff who is no doctor any more', async () => {
    const { ask } = await desk()
    const { id } = (await ask('POST', 'hospitalstaff/', { name: 'Dr. New', is_doctor: true, department: 'Cardiology' })).body as { id: number }
    expect(await ask('GET', `doctor-clinics/${id}/`)).toMatchObject({ status: 200, body: [] })
    await ask('PATCH', `hospitalstaff/${id}/`, { is_doctor: false })
    expect((await ask('GET', `doctor-clinics/${id}/`)).status).toBe(404)
    expect((await ask('POST', 'hospital-call-requests/', { request_date: '2026-11-24', doctor: id })).body)
      .toEqual({ doctor: [`Invalid pk "${id}" - object does not exist.`] })
  })

  it('lets a throttled account in again when the window has passed, and counts accounts apart', async () => {
    let instant = Date.parse('2026-11-23T09:00:00Z')
    const clinic = createDemoClinic({ throttle: { requests: 2, seconds: 60 }, now: () => instant })
    const [first, second] = [await openDesk(clinic), await openDesk(clinic, clinic.accounts[1])]
    const status = async ({ ask }: typeof first) => (await ask('GET', 'hospitalstaffdepartment/')).status
    expect([await status(first), await status(first), await status(first), await status(second)]).toEqual([200, 200, 429, 200])
    instant += 59_000
    const throttled = await first.ask('GET', 'hospitalstaffdepartment/')
    expect([throttled.headers.get('Retry-After'), throttled.body]).toEqual(['1', { detail: 'Request was throttled. Expected available in 1 second.' }])
    instant += 1000
    expect(await status(first)).toBe(200)
  })

  it('answers HEAD without a body, OPTIONS with its name, and keeps the query when it adds a slash', async () => {
    const { ask } = await desk()
    expect(await ask('HEAD', 'hospitalstaffdepartment/', undefined, { Accept: 'text/html;q=0.9, application/*' })).toMatchObject({ status: 200 })
    expect((await ask('OPTIONS', 'hospitalstaffdepartment/')).body).toMatchObject({ name: 'Hospital Staff Department List' })
    const { status, headers } = await ask('GET', 'clinic-appointment-slots?clinic_id=1')
    expect([status, headers.get('Location')]).toEqual([301, '/v1/api/integrate/api/clinic-appointment-slots/?clinic_id=1'])
  })
})
