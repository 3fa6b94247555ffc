import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import en from '@shared/locales/en.json'
import { answering, openClinic, type Clinic, type Fault } from './clinic'
import { closeAll, openDesk, signIn, type Desk } from './desk'

/** A fault, and how the screen may word it: in short beside other data, in a sentence where there are none. */
const broken: [string, Fault, string[]][] = [
  ['500', answering(500, '<h1>Server Error (500)</h1>', 'text/html'), [en.errorsBrief.server, en.errors.server.fault].map((text) => text.replace('{status}', '500'))],
  ['garbage JSON', answering(200, '[{"id": 1, "na'), [en.errorsBrief.unusable, en.errors.unusable.json]],
  ['another shape', answering(200, '{"detail": "hello"}'), [en.errorsBrief.unusable, en.errors.unusable.shape]],
  ['a web page', answering(200, '<title>Hotel</title>', 'text/html'), [en.errorsBrief.webPage, en.errors.webPage]],
  ['a dropped connection', (request) => { request.socket.destroy() }, [en.errorsBrief.offlineBy.dropped, en.errors.offline.dropped]],
  ['403', answering(403, '{"detail": "You do not have permission."}'), [en.errorsBrief.forbidden, en.errors.forbidden]],
]

let clinic: Clinic
let desk: Desk

beforeAll(async () => {
  clinic = await openClinic()
  desk = await openDesk()
})
afterEach(async () => {
  await desk.page.getByRole('button', { name: 'Sign out' }).click()
  await desk.page.getByRole('heading', { name: 'Sign in' }).waitFor()
})
afterAll(closeAll)

const says = async (words: string[]) => {
  const shown = await desk.page.locator('main').innerText()
  return words.some((text) => shown.includes(text))
}

describe.each([
  ['/hospitalstaff/', 'Calendar'],
  ['/doctor-clinics/', 'Calendar'],
  ['/clinic-appointment-slots/', 'Calendar'],
  ['/hospital-call-requests/', 'Call requests'],
])('%s failing from the start', (route, place) => {
  it.each(broken)('with %s is said in words, and is good again after "Sync now"', async (_name, fault, words) => {
    const undo = clinic.fail(route, fault)
    await signIn(desk.page, clinic)
    await desk.page.getByRole('link', { name: place }).click()
    await expect.poll(() => says(words)).toBe(true)
    undo()
    await desk.page.getByRole('button', { name: 'Sync now' }).click()
    await expect.poll(() => says(words)).toBe(false)
  })
})
