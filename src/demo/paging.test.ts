import { describe, expect, it } from 'vitest'
import { createDemoClinic } from './clinic'
import { openDesk } from './testing/desk'

interface Page { count: number, next: string | null, previous: string | null, results: { id: number }[] }

const lists = ['hospitalstaff/', 'hospitalstaffdepartment/', 'hospital-call-requests/', 'doctor-clinics/1/', 'clinic-appointment-slots/?clinic_id=2']

describe('pages', () => {
  it.each(lists)('of %s lead from one to the next and hold what the plain list holds', async (path) => {
    const clinic = createDemoClinic({ today: '2026-11-23' })
    const plain = (await (await openDesk(clinic)).ask('GET', path)).body
    const { ask } = await openDesk(createDemoClinic({ today: '2026-11-23', paginate: 7 }))
    const read: unknown[] = []
    for (let next: string | null = path; next !== null;) {
      const page: Page = (await ask('GET', next)).body as Page
      expect(page.count).toBe((plain as unknown[]).length)
      expect(page.results.length).toBeLessThanOrEqual(7)
      read.push(...page.results)
      next = page.next?.split('/integrate/api/')[1] ?? null
    }
    expect(read).toEqual(plain)
  })

  it('have absolute links that keep the query', async () => {
    const { ask } = await openDesk(createDemoClinic({ paginate: 10 }))
    const page = (await ask('GET', 'clinic-appointment-slots/?clinic_id=3&page=2')).body as Page
    const base = 'http://clinic.test/v1/api/integrate/api/clinic-appointment-slots/'
    expect([page.next, page.previous]).toEqual([`${base}?clinic_id=3&page=3`, `${base}?clinic_id=3`])
  })

  it.each(['0', '-1', 'x', '1.5', '999'])('do not exist beyond the last or under other names: %s', async (page) => {
    const { ask } = await openDesk(createDemoClinic({ paginate: 10 }))
    expect(await ask('GET', `hospitalstaff/?page=${page}`)).toMatchObject({ status: 404, body: { detail: 'Invalid page.' } })
  })

  it('of an empty list are one, and empty', async () => {
    const { ask } = await openDesk(createDemoClinic({ paginate: 10 }))
    expect((await ask('GET', 'clinic-appointment-slots/?clinic_id=999')).body).toEqual({ count: 0, next: null, previous: null, results: [] })
    expect((await ask('GET', 'hospitalstaff/?page=last')).body).toMatchObject({ count: 40, next: null })
  })
})
