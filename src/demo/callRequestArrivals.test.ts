import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startCallRequestArrivals } from './callRequestArrivals'
import { createDemoClinic } from './clinic'
import { openDesk } from './testing/desk'

interface Row { id: number, request_date: string, doctor: { id: number, name: string } }

beforeEach(() => { vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }) })
afterEach(() => { vi.useRealTimers() })

describe('new call requests', () => {
  it('arrive every two to five minutes, at the end of the list, until they are stopped', async () => {
    const clinic = createDemoClinic({ today: '2026-11-23' })
    const { ask } = await openDesk(clinic)
    const rows = async () => (await ask('GET', 'hospital-call-requests/')).body as Row[]
    const before = (await rows()).length
    const stop = startCallRequestArrivals(clinic, 1)
    vi.advanceTimersByTime(119_000)
    expect(await rows()).toHaveLength(before)
    vi.advanceTimersByTime(181_000)
    expect((await rows()).length).toBeGreaterThan(before)
    vi.advanceTimersByTime(3_300_000)
    const after = await rows()
    expect(after.length - before).toBeGreaterThanOrEqual(12)
    expect(after.length - before).toBeLessThanOrEqual(30)
    const last = after.at(-1)!
    expect(last.id).toBe(after.length)
    expect(['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26']).toContain(last.request_date)
    expect(last.doctor.name).toBe(clinic.hospital.staff.rows.get(last.doctor.id)!.name)
    stop()
    vi.advanceTimersByTime(3_600_000)
    expect(await rows()).toHaveLength(after.length)
  })
})
