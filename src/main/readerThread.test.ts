import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { createDemoClinic, type DemoOptions } from '@demo/clinic'
import { listen } from '@demo/listen'
import { addDays, numberOfDay } from '@shared/domain/time'
import { callRequests } from './callRequests/callRequests'
import { fetchClinics } from './directory/api'
import { directory } from './directory/directory'
import { after } from './feed/after'
import { threadReader } from './feed/threadReader'
import { clinicApi, type ClinicApi } from './http/api'
import { createClient } from './http/client'
import type { Kinds } from './readerKinds'
import { slots } from './slots/slots'
import { staff } from './staff/staff'
import { builtThread } from './testing/builtThread'
import { clinicServer } from './testing/clinicServer'
import { nodeTransport } from './testing/nodeTransport'

const DAY = '2026-11-23'
const report = (cause: unknown) => { throw cause }
const onChange = () => undefined
let built: Awaited<ReturnType<typeof builtThread>>
let reader: ReturnType<typeof threadReader<Kinds>>
let close: () => Promise<void>
beforeAll(async () => {
  built = await builtThread('readerThread.ts')
  reader = threadReader<Kinds>({ entry: built.path, after, onCrash: report })
})
afterEach(() => close())
afterAll(async () => {
  await reader.end()
  await built.remove()
})

const services = (api: ClinicApi) => ({
  book: slots({ api, read: reader.of('slots'), clock: Date.now, after, onChange, report }),
  requests: callRequests({ api, read: reader.of('callRequests'), clock: Date.now, onChange, onMade: () => undefined, report }),
  clinics: directory({
    fetchDoctors: staff({ api, read: reader.of('staff'), clock: Date.now, onChange, report }).doctors, fetchClinics: fetchClinics(api), clock: Date.now, after, onChange, report,
  }),
})

const loaded = <T extends { stamp: { loading: boolean } }>(ask: () => T) => vi.waitFor(() => {
  const answer = ask()
  if (answer.stamp.loading) throw new Error('still loading')
  return answer
}, { interval: 20 })

describe('on the reading thread, at absurd sizes', () => {
  it('reads 105,000 slots of a clinic', async () => {
    const { api, close: end } = await clinicServer(() => ({
      json: Array.from({ length: 105_000 }, (_, index) =>
        ({ id: index + 1, date: addDays(DAY, -Math.floor(index / 288)), start_time: '09:00:00', end_time: '09:05:00', clinic: 3 })),
    }))
    close = end
    const { book } = services(api)
    const column = await loaded(() => book.day({ date: DAY, clinicIds: [3] }).columns[0]!)
    expect([column.ids.length, column.stamp.failed, column.stamp.unusable]).toEqual([288, null, 0])
    expect(book.day({ date: addDays(DAY, -364), clinicIds: [3] }).columns[0]!.ids).toHaveLength(105_000 - 364 * 288)
  })

  it('reads 100,000 call requests', async () => {
    const { api, close: end } = await clinicServer(() => ({
      json: Array.from({ length: 100_000 }, (_, index) =>
        ({ id: index + 1, request_date: DAY, doctor: index % 2 ? index % 600 : { id: index % 600, name: `Dr. ${index % 600}` } })),
    }))
    close = end
    const { ids, days, doctors, stamp } = await loaded(services(api).requests.list)
    expect([ids.length, days.at(-1), doctors.length, stamp.unusable]).toEqual([100_000, numberOfDay(DAY), 600, 0])
  })

  it('finds the doctors among 80,000 members of the staff', async () => {
    const { api, close: end } = await clinicServer((path) => ({
      json: path.startsWith('api/hospitalstaff/')
        ? Array.from({ length: 80_000 }, (_, index) => ({ id: index + 1, name: `Name ${index}`, is_doctor: index % 8000 === 0, department: 'Surgery' }))
        : [{ id: 4, name: 'City Clinic', address: '' }],
    }))
    close = end
    const { doctors, clinics } = await loaded(services(api).clinics.read)
    expect([doctors, clinics.length, clinics[0]!.doctors.length]).toEqual([10, 1, 10])
  })
})

describe('with the demo clinic', () => {
  async function demo(options: DemoOptions) {
    const clinic = createDemoClinic({ today: DAY, ...options })
    const server = await listen(clinic)
    close = server.close
    const base = `${server.url}/v1/api/integrate/`
    const signIn = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(clinic.account) }
    const { access } = await (await fetch(`${base}api/token/`, signIn)).json() as { access: string }
    const transport = nodeTransport()
    transport.allow(server.url)
    const client = createClient({ transport, clock: Date.now })
    return services(clinicApi(client, { access: () => ({ base, send: (task) => task(access) }) }))
  }

  it.each<[string, DemoOptions]>([['plain lists', {}], ['pages of 50 rows', { paginate: 50 }]])('finds clinics, slots and call requests in %s', async (_, options) => {
    const { book, requests, clinics } = await demo(options)
    const found = await loaded(clinics.read)
    expect([found.doctors, found.clinics.length, found.failures.length, found.stamp.unusable]).toEqual([8, 10, 0, 0])
    expect(found.clinics.some(({ doctors }) => doctors.length > 1)).toBe(true)
    const ids = found.clinics.map(({ id }) => id)
    const columns = () => book.day({ date: DAY, clinicIds: ids }).columns
    await loaded(() => ({ stamp: { loading: columns().some(({ stamp }) => stamp.loading) } }))
    expect(columns().filter(({ stamp }) => stamp.failed ?? stamp.unusable)).toEqual([])
    expect(columns().reduce((sum, column) => sum + column.ids.length, 0)).toBeGreaterThan(100)
    expect((await loaded(requests.list)).ids.length).toBe(200)
  })
})
