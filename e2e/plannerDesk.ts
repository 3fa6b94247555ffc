import { setTimeout as sleep } from 'node:timers/promises'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import type { Day } from '@shared/domain/time'
import { answering, openClinic, rows, type Clinic } from './clinic'
import { ask, askDay, closeAll, openDeskAtBoard, type Desk } from './desk'
import { mondayAhead } from './today'

export const CREATE = '/create-appointment-slot/'
export const monday = mondayAhead()
const NAMES = ['City Clinic', 'North Clinic', 'South Clinic', 'West Clinic']

export interface Body { clinic: number, date: string, start_time: string, end_time: string }
type Row = Body & { id: number }

let clinic: Clinic
let desk: Desk
/** What the server has, each clinic with a doctor of its own, and how many milliseconds a create takes. */
export const server = { slots: [] as Row[], pace: 0 }

export const full = (time: string): string => time.length === 5 ? `${time}:00` : time
export const add = ({ clinic: of, date, start_time, end_time }: Body): Row => {
  const made = { id: 1000 + server.slots.length, clinic: of, date, start_time: full(start_time), end_time: full(end_time) }
  server.slots.push(made)
  return made
}
export const posted = (): Body[] => clinic.bodies('POST', CREATE) as Body[]
export const fail: Clinic['fail'] = (part, fault) => clinic.fail(part, fault)

/** Opens a desk for a file's tests, at a board of four clinics that have no slots when a test begins. */
export function besideTheBoard(): void {
  beforeAll(begin, 120_000)
  afterAll(closeAll)
  beforeEach(async () => {
    server.pace = 0
    server.slots = []
    clinic.arrived.length = 0
    await known(monday, 0)
  })
}

async function begin(): Promise<void> {
  clinic = await openClinic()
  clinic.fail('/hospitalstaff/', rows(NAMES.map((_, index) =>
    ({ id: index + 1, name: `Dr. No. ${index + 1}`, is_doctor: true, department: index < 2 ? 'Cardiology' : 'Neurology' }))))
  NAMES.forEach((name, index) => clinic.fail(`/doctor-clinics/${index + 1}/`, rows([{ id: index + 1, name, address: `${index + 1} Main St` }])))
  clinic.fail('/clinic-appointment-slots/', (request, response, next) => {
    const asked = Number(new URL(request.url!, 'http://x').searchParams.get('clinic_id'))
    return rows(server.slots.filter((one) => one.clinic === asked))(request, response, next)
  })
  clinic.fail(CREATE, async (request, response, next) => {
    const body = posted().at(-1)!
    await sleep(server.pace)
    return answering(201, JSON.stringify(add(body)))(request, response, next)
  })
  desk = await openDeskAtBoard(clinic)
  await ask(desk.page, 'settings:change', { holdSeconds: 1 })
}

export const page = (): Page => desk.page
/** Waits until the desk knows that so many slots are published on a day. */
export const known = (date: Day, count: number): Promise<void> => expect.poll(async () => {
  await ask(page(), 'sync:now')
  const { columns } = await askDay(page(), { date, clinicIds: [1, 2, 3, 4] })
  return columns.reduce((sum, { ids }) => sum + ids.length, 0)
}, { interval: 300 }).toBe(count)
export const region = (): Locator => page().getByRole('region', { name: 'Plan slots' })
export const line = (): Locator => region().getByRole('textbox', { name: 'Plan in one line' })
export const table = (): Locator => region().getByRole('table', { name: 'Preview' })
export const status = (): Locator => region().getByRole('status')
export const button = (name: string | RegExp): Locator => page().getByRole('button', { name, exact: typeof name === 'string' })

/** Opens the planner, with this in its line. */
export async function open(text = ''): Promise<void> {
  await button('Plan slots').click()
  await line().waitFor()
  if (text !== '') await line().fill(text)
}
/** Closes it, and what is in it goes. */
export async function discard(): Promise<void> {
  await region().getByRole('button', { name: 'Close', exact: true }).click()
  const question = button('Discard')
  await question.or(button('Plan slots')).first().waitFor()
  if (await question.count()) await question.click()
  await region().waitFor({ state: 'hidden' })
}
export async function preview(): Promise<void> {
  await region().getByRole('button', { name: 'Preview', exact: true }).click()
  await table().waitFor()
}
