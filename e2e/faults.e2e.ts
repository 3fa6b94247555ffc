import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import en from '@shared/locales/en.json'
import { answering, openClinic, type Clinic, type Fault } from './clinic'
import { closeAllDesks, openDesk, signIn, type Desk } from './desk'

const broken: [string, Fault, string][] = [
  ['500', answering(500, '<h1>Server Error (500)</h1>', 'text/html'), en.errorsBrief.server.replace('{status}', '500')],
  ['garbage JSON', answering(200, '[{"id": 1, "na'), en.errorsBrief.unusable],
  ['another shape', answering(200, '{"detail": "hello"}'), en.errorsBrief.unusable],
  ['a web page', answering(200, '<title>Hotel</title>', 'text/html'), en.errorsBrief.webPage],
  ['a dropped connection', (request) => { request.socket.destroy() }, en.errorsBrief.offline],
  ['403', answering(403, '{"detail": "You do not have permission to perform this action."}'), en.errorsBrief.forbidden],
]

let clinic: Clinic
let desk: Desk

beforeAll(async () => {
  clinic = await openClinic()
  desk = await openDesk()
})
afterAll(async () => {
  await closeAllDesks()
  await clinic.close()
})

const shown = () => desk.page.locator('main').innerText()
const fresh = async () => {
  await signIn(desk.page, clinic)
  await desk.page.getByRole('navigation', { name: 'Main' }).waitFor()
}
const leave = async () => {
  await desk.page.getByRole('button', { name: 'Sign out' }).click()
  await desk.page.getByRole('heading', { name: 'Sign in' }).waitFor()
}

describe.each([
  ['/hospitalstaff/', 'Calendar'],
  ['/doctor-clinics/', 'Calendar'],
  ['/clinic-appointment-slots/', 'Calendar'],
  ['/hospital-call-requests/', 'Call requests'],
])('%s failing from the start', (route, place) => {
  it.each(broken)('with %s is said in words on the screen, and is good again after it', async (_name, fault, words) => {
    const undo = clinic.fail(route, fault)
    await fresh()
    await desk.page.getByRole('link', { name: place }).click()
    await expect.poll(async () => (await shown()).toLowerCase(), { timeout: 6_000 }).toContain(words.toLowerCase())
    undo()
    await desk.page.getByRole('button', { name: 'Sync now' }).click()
    await expect.poll(async () => (await shown()).toLowerCase(), { timeout: 6_000 }).not.toContain(words.toLowerCase())
    await leave()
  })
})
