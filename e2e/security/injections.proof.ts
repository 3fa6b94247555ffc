import { afterAll, beforeAll, expect, it } from 'vitest'
import { parseServerAddress } from '@shared/domain/serverAddress'
import { answering, openClinic, rows, type Clinic } from '../clinic'
import { ask, closeAll, openDesk, slotsShown, type Desk } from '../desk'
import { inject, refusal } from './injecting'
import { scriptInjections } from './scriptInjections'

const EMAIL = '<img/src=x/onerror=alert(1)>@clinic.example'
const places = ['Call requests', 'Staff', 'Departments', 'Runway', 'Activity', 'Settings', 'Calendar']

let clinic: Clinic
let desk: Desk
const fields = new Set<string>()

/** Notes in the page what ran, and what its policy or trusted types stopped: text that is shown as text does neither. */
const watch = () => desk.page.evaluate(() => {
  const marks = globalThis as unknown as { ran: string[], violations: string[] }
  Object.assign(marks, { ran: [], violations: [] })
  for (const name of ['alert', 'confirm', 'prompt']) Object.assign(globalThis, { [name]: () => { marks.ran.push(name) } })
  document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => { marks.violations.push(violatedDirective) })
})
const marks = () => desk.page.evaluate(() => {
  const { ran, violations } = globalThis as unknown as { ran: unknown[], violations: unknown[] }
  return { ran: ran.length, violations: violations.length }
})
const nothing = { ran: 0, violations: 0 }
const page = () => desk.page
const dialog = (name: string) => page().getByRole('dialog', { name })
const text = () => page().locator('body').innerText()
const click = (name: string | RegExp) => page().getByRole('button', { name }).first().click()
const putAway = async () => {
  await page().keyboard.press('Escape')
  const discard = page().getByRole('button', { name: 'Discard' })
  await expect.poll(async () => {
    if (await discard.count() > 0) await discard.click()
    return page().getByRole('dialog').count()
  }).toBe(0)
}
const go = async (place: string) => {
  await page().getByRole('link', { name: place, exact: true }).click()
  await page().getByRole('heading', { level: 1 }).first().waitFor()
}

beforeAll(async () => {
  clinic = await openClinic()
  const body = JSON.stringify({ email: clinic.email, password: clinic.password })
  const address = parseServerAddress(clinic.server)
  const pair: unknown = await fetch(`${address.ok ? address.base : ''}api/token/`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })
    .then((answer) => answer.json())
  clinic.fail('/api/token/', rows(pair))
  inject(clinic, { everywhere: false, onField: (field) => { fields.add(field) } })
  desk = await openDesk()
  await watch()
  await page().getByRole('textbox', { name: 'Server address' }).fill(clinic.server)
  await page().getByRole('textbox', { name: 'Email' }).fill(EMAIL)
  await page().getByLabel('Password', { exact: true }).fill('any')
  await page().getByRole('button', { name: 'Sign in', exact: true }).click()
  await slotsShown(page()).waitFor()
})
afterAll(closeAll)

it('shows what looks like script in every text of the server’s as text, on each screen', { timeout: 180_000 }, async ({ task }) => {
  for (const place of places) {
    await go(place)
    if (place !== 'Settings' && place !== 'Activity') await expect.poll(text, { timeout: 15_000 }).toMatch(/alert\(1\)/)
  }
  await page().getByRole('gridcell').first().click()
  await expect.poll(text).toMatch(/alert\(1\)/)
  await page().keyboard.press('Escape')
  await go('Staff')
  await click(/^Edit/)
  await dialog('Staff member').getByRole('combobox', { name: 'Department' }).click()
  await page().getByRole('option').first().waitFor()
  await page().keyboard.press('Escape')
  await putAway()
  await click(/^Delete/)
  await page().getByRole('alertdialog').waitFor()
  await page().keyboard.press('Escape')
  await go('Departments')
  await click(/^Rename/)
  await dialog('Department').waitFor()
  await putAway()
  await go('Call requests')
  await page().getByRole('list', { name: 'Call requests' }).getByRole('listitem').first().click()
  await click('New call request')
  await dialog('New call request').getByRole('combobox', { name: 'Doctor' }).click()
  await page().getByRole('option').first().waitFor()
  await page().keyboard.press('Escape')
  await putAway()
  const found = await marks()
  const figure = `${scriptInjections.length} strings in ${fields.size} fields (${[...fields].sort().join(', ')}) on ${places.length} screens and 5 dialogs`
  Object.assign(task.meta, { figure: `${figure}: ${found.ran} run, ${found.violations} policy reports` })
  expect([...fields].sort()).toEqual([
    'doctor-clinics.address', 'doctor-clinics.name', 'hospital-call-requests.doctor.name',
    'hospitalstaff.department', 'hospitalstaff.name', 'hospitalstaffdepartment.name',
  ])
  expect(found).toEqual(nothing)
})

it('shows what looks like script in what the server says of a mistake, and in what people type, as text', { timeout: 300_000 }, async ({ task }) => {
  const heal = clinic.fail('/hospitalstaffdepartment/', async (request, response, next) => {
    if (request.method === 'POST') await answering(400, refusal('name'))(request, response, next)
    else await next()
  })
  await go('Departments')
  await click('Add department')
  await dialog('Department').getByRole('textbox', { name: 'Name' }).fill(scriptInjections[0]!)
  await dialog('Department').getByRole('button', { name: 'Save' }).click()
  await expect.poll(() => dialog('Department').innerText()).toContain(scriptInjections[2])
  await putAway()
  heal()
  for (const name of scriptInjections) {
    const create = { kind: 'department' as const, form: { name: name.replaceAll('\u0000', '').slice(0, 100) } }
    await ask(page(), 'outbox:create', { key: crypto.randomUUID(), create, reason: name.slice(0, 100) }).catch(() => undefined)
  }
  await go('Call requests')
  await page().getByRole('list', { name: 'Call requests' }).getByRole('listitem').first().click()
  const ids = Object.values((await ask(page(), 'callRequests:list')).ids)
  await ask(page(), 'triage:change', scriptInjections.map((note, place) => ({ id: ids[place % ids.length]!, note, owner: '<b>' })))
  for (const place of places) await go(place)
  await go('Staff')
  for (const words of scriptInjections.slice(0, 10)) await page().getByRole('searchbox', { name: 'Search staff' }).fill(words)
  await expect.poll(text).toContain(scriptInjections[9])
  const found = await marks()
  Object.assign(task.meta, { figure: `the same in refusals, names, reasons, notes and searches: ${found.ran} run, ${found.violations} policy reports` })
  expect(found).toEqual(nothing)
})

it('refuses rows whose days and times are no such, in words, and runs nothing of them', { timeout: 120_000 }, async () => {
  const heal = inject(clinic, { everywhere: true, onField: (field) => { fields.add(field) } })
  await click('Sync now')
  await expect.poll(() => [...fields], { timeout: 20_000 }).toEqual(expect.arrayContaining([
    'clinic-appointment-slots.date', 'clinic-appointment-slots.start_time', 'clinic-appointment-slots.end_time', 'hospital-call-requests.request_date',
  ]))
  for (const place of places) await go(place)
  heal()
  expect(await marks()).toEqual(nothing)
})

it('shows the name of whoever is there as text, on a locked desk too', async () => {
  await click('Lock')
  await dialog('Locked').waitFor()
  await expect.poll(text).toContain(EMAIL.split('@')[0])
  expect(await marks()).toEqual(nothing)
})
