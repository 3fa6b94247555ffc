import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { composedDesk, type ComposedDesk } from '@main/testing/composedDesk'
import { directoryRead } from '@main/testing/directoryRead'
import type { SheetOrder } from '@shared/domain/sheet'

let desk: ComposedDesk
let ids: number[]
const day = '2026-11-23'
const order = (given: Partial<SheetOrder> = {}): SheetOrder => ({ span: 'day', date: day, of: { kind: 'clinics', clinicIds: [ids[0]!] }, large: false, ...given })
const saved = () => desk.handedOut.texts.at(-1)!
const clinicOf = async (id: number) => (await desk.ask('directory:read')).clinics.find((clinic) => clinic.id === id)!

beforeAll(async () => {
  desk = await composedDesk({ size: 'small', today: day })
  ids = (await directoryRead(desk)).clinics.map(({ id }) => id)
})
beforeEach(() => { desk.server.fault = () => undefined })
afterAll(() => desk.close())

it('a clinic’s day goes to a PDF file with every slot, its age and the page’s number, whatever is on the board', async () => {
  expect(await desk.ask('sheets:savePdf', order())).toBe(true)
  const { columns } = await desk.day({ date: day, clinicIds: [ids[0]!] })
  expect(columns[0]!.ids.length).toBeGreaterThan(5)
  expect(saved()).toMatch(/^day-2026-11-23\.pdf\n/)
  expect(saved().match(/<td class="time"/g)).toHaveLength(columns[0]!.ids.length)
  expect(saved()).toContain('As of Mon 23 Nov, 09:00.')
  expect(saved()).toContain('made Mon 23 Nov, 09:00 · oldest data: Mon 23 Nov, 09:00')
})

it('a week has a column a day and lies on its side', async () => {
  await desk.ask('sheets:print', order({ span: 'week', date: '2026-11-26', large: true }))
  const { html, landscape, page } = desk.handedOut.printed.at(-1)!
  expect([...html.matchAll(/<th class="day" scope="col">([^<]+)/g)].map(([, text]) => text))
    .toEqual(['Mon 23 Nov', 'Tue 24 Nov', 'Wed 25 Nov', 'Thu 26 Nov', 'Fri 27 Nov', 'Sat 28 Nov', 'Sun 29 Nov'])
  expect([landscape, page, html.includes('class="large"')]).toEqual([true, 'Page {n} of {m}', true])
})

it('a doctor’s day has the slots of all their clinics, and says which clinics are shared', async () => {
  const { clinics } = await desk.ask('directory:read')
  const shared = clinics.find(({ doctors }) => doctors.length > 1)!
  const doctor = shared.doctors[0]!
  await desk.ask('sheets:print', order({ of: { kind: 'doctor', doctorId: doctor.id } }))
  const { html } = desk.handedOut.printed.at(-1)!
  expect(html).toContain(doctor.name)
  expect(html).toContain(`${shared.name} (shared with others)`.replace('&', '&amp;'))
  const own = clinics.filter(({ doctors }) => doctors.some(({ id }) => id === doctor.id)).map(({ id }) => id)
  const { columns } = await desk.day({ date: day, clinicIds: own })
  expect(html.match(/<td class="time"/g)).toHaveLength(columns.reduce((sum, column) => sum + column.ids.length, 0))
})

it('a CSV file has a row a slot, with when it was fetched', async () => {
  await desk.ask('sheets:saveCsv', order())
  const [head, row] = saved().split('\n').slice(1)
  expect(head).toContain('Clinic,Doctors,Date,Start,End,Minutes,As of')
  expect(row).toMatch(new RegExp(`^"?${(await clinicOf(ids[0]!)).name}.*,2026-11-23,\\d\\d:\\d\\d,\\d\\d:\\d\\d,\\d+,2026-11-23 09:00\r$`))
})

it('what a name holds is neither markup nor a formula', async () => {
  const { hospital } = desk.clinic
  const clinic = hospital.clinics.get(ids[0]!)!
  const before = clinic.name
  clinic.name = '=<img src=x>'
  await desk.ask('session:signOut')
  await desk.signIn()
  await vi.waitFor(async () => { expect((await clinicOf(ids[0]!)).name).toBe('=<img src=x>') })
  await desk.ask('sheets:savePdf', order())
  expect(saved()).toContain('<h1 dir="auto">=&lt;img src=x&gt;</h1>')
  await desk.ask('sheets:saveCsv', order())
  expect(saved()).toContain("\n'=<img src=x>")
  clinic.name = before
})

it('without a network it is made of what is known, and says of when; what was never fetched is no empty day', async () => {
  desk.clock.now += 3_600_000
  desk.server.fault = async ({ response }) => { response.destroy() }
  await desk.ask('sheets:savePdf', order({ of: { kind: 'clinics', clinicIds: [ids[0]!, 99_999] } }))
  expect(saved()).toContain('As of Mon 23 Nov, 09:00; the server has not confirmed it since.')
  expect(saved()).toContain('This is not an empty day.')
  expect(saved()).toContain('not all of it is known')
  await desk.ask('sheets:saveCsv', order({ of: { kind: 'clinics', clinicIds: [99_999] } }))
  expect(saved()).toContain(',2026-11-23,,,,Not known: never fetched.')
})

it('says when it can not be saved or printed', async () => {
  desk.handedOut.refuse = true
  await expect(desk.ask('sheets:saveCsv', order())).rejects.toMatchObject({ error: { kind: 'notSaved' } })
  await expect(desk.ask('sheets:print', order())).rejects.toMatchObject({ error: { kind: 'notPrinted' } })
  desk.handedOut.refuse = false
})
