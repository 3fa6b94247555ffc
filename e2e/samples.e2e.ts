import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import en from '@shared/locales/en.json'
import { answering, openClinic, type Clinic } from './clinic'
import { closeAll, closeAllDesks, openDesk, openDeskAtBoard, signIn, type Desk } from './desk'

interface Sample {
  name: string
  request: { method: string, path: string }
  response: { status: number, headers: Record<string, string>, body?: unknown, body_text?: string }
}

const folder = new URL('../src/demo/samples/', import.meta.url)
const samples = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Sample)
  .filter(({ response }) => response.status >= 300)
const named = (pattern: RegExp) => samples.filter(({ name }) => pattern.test(name)).map((sample) => [sample.name, sample] as const)

/** What the screen must say of an answer: the server's own messages where it has some, else one of our sentences. */
function words({ name, response: { status, body } }: Sample): (string | RegExp)[] {
  // A list has room for a few words only; a create that was redirected is looked up before anything is said of it.
  if (name.startsWith('slots-400')) return [en.errorsBrief.invalid]
  if (name === 'staff-create-301-missing-slash') return [/was not (made|added|created)/i]
  if (status === 400 || status === 409) return messages(body)
  if (status === 403) return [/may only read/i]
  if (status === 404) return [/no longer/i, /gone/i]
  if (status === 429) return [/busy/i]
  if (status < 400) return [en.errors.moved, en.errorsBrief.moved]
  return [en.errors.server.refused.replace('{status}', String(status)), en.errorsBrief.server.replace('{status}', String(status))]
}
const messages = (body: unknown): string[] => typeof body === 'string' ? [body] : Object.values(body as object).flatMap(messages)

const given = ({ response: { status, headers, body, body_text: text } }: Sample) =>
  answering(status, body === undefined ? text ?? '' : JSON.stringify(body), headers['Content-Type'], pick(headers))
const pick = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => ['Retry-After', 'Location', 'Allow', 'WWW-Authenticate'].includes(name)))

let clinic: Clinic
let desk: Desk
const shown = new Set<string>()

beforeAll(async () => {
  clinic = await openClinic()
  desk = await openDesk()
})
afterEach(() => { clinic.heal() })
afterAll(closeAll)

const page = () => desk.page
const says = async (sample: Sample) => {
  const text = await page().locator('body').innerText()
  return words(sample).some((one) => typeof one === 'string' ? text.includes(one) : one.test(text))
}
/** Answers every request of these methods on the route by the sample, for one action. */
async function meets(sample: Sample, route: string, methods: string[], act: () => Promise<void>): Promise<void> {
  clinic.fail(route, (request, response, next) =>
    methods.includes(request.method!) ? given(sample)(request, response, next) : next())
  await act()
  await expect.poll(() => says(sample), { message: sample.name }).toBe(true)
  shown.add(sample.name)
}
const go = (place: string) => page().getByRole('link', { name: place }).click()
const sync = () => page().getByRole('button', { name: 'Sync now' }).click()
/** A busy server is left alone for as long as it asks; a new session starts anew. */
async function freshSession(): Promise<void> {
  await closeAllDesks()
  desk = await openDeskAtBoard(clinic)
}

describe('an error answer of a recorded server is said in words: the sign-in', () => {
  it.each(named(/^token-(?!refresh)/))('%s', async (name, sample) => {
    clinic.fail('/api/token/', given(sample))
    await signIn(page(), clinic)
    const expected = name === 'token-401-wrong-password' ? [en.errors.badCredentials] : words(sample)
    await expect.poll(async () => {
      const text = await page().locator('body').innerText()
      return expected.some((one) => typeof one === 'string' ? text.includes(one) : one.test(text))
    }).toBe(true)
    shown.add(name)
  })
})

describe('the session', () => {
  it.each(named(/^(token-refresh|auth-401)/))('%s', async (name, sample) => {
    await freshSession()
    const expired = samples.find((one) => one.name === 'auth-401-expired-access')!
    const refused = samples.find((one) => one.name === 'token-refresh-401-expired')!
    clinic.fail('/hospitalstaff/', given(name.startsWith('token-') ? expired : sample))
    clinic.fail('/token/refresh/', given(name.startsWith('token-') ? sample : refused))
    await go('Staff')
    await sync()
    const again = page().getByRole('dialog', { name: en.session.again.title })
    await again.waitFor()
    const reason = name.includes('inactive') ? 'inactive' : name.includes('not-found') ? 'unknownUser' : 'ended'
    expect(await again.innerText()).toContain(en.session.again.reason[reason])
    shown.add(name)
  })
})

describe('lists', () => {
  it.each(named(/^(any-(404|406)|staff-list-|staff-get-)/))('%s', async (_name, sample) => {
    await freshSession()
    await go('Staff')
    await page().getByRole('table', { name: 'Staff' }).waitFor()
    await meets(sample, '/hospitalstaff/', ['GET'], sync)
  })

  it.each(named(/^slots-/))('%s', async (_name, sample) => {
    await freshSession()
    await meets(sample, '/clinic-appointment-slots/', ['GET'], sync)
  })

  it('doctor-clinics-404: a doctor without clinics is no failure', async () => {
    const sample = samples.find(({ name }) => name === 'doctor-clinics-404')!
    clinic.fail('/doctor-clinics/', given(sample))
    await closeAllDesks()
    desk = await openDesk()
    await signIn(page(), clinic)
    await page().getByText(/None of the \d+ doctors has a clinic/).waitFor()
    shown.add(sample.name)
  })

  it('any-429: a busy server is left alone, and it is said for how long', async () => {
    await freshSession()
    await go('Staff')
    await meets(samples.find(({ name }) => name === 'any-429')!, '/hospitalstaff/', ['GET'], sync)
  })
})

describe('forms', () => {
  const fill = async (dialog: string, box: string, text: string) =>
    page().getByRole('dialog', { name: dialog }).getByRole('textbox', { name: box, exact: true }).fill(text)
  const first = async (dialog: string, box: string) => {
    await page().getByRole('dialog', { name: dialog }).getByRole('combobox', { name: box, exact: true }).click()
    await page().getByRole('option').first().click()
  }
  const send = (dialog: string, button: string) => page().getByRole('dialog', { name: dialog }).getByRole('button', { name: button }).click()

  const remove = () => page().getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()

  it.each(named(/^(staff-create|auth-403)/))('%s', async (_name, sample) => {
    await freshSession()
    await go('Staff')
    await page().getByRole('button', { name: 'Add staff member' }).click()
    await fill('Staff member', 'Name', 'Quillon Xavierson')
    await first('Staff member', 'Department')
    await meets(sample, '/hospitalstaff/', ['POST'], () => send('Staff member', 'Save'))
  })

  it.each(named(/^staff-put/))('%s', async (_name, sample) => {
    await freshSession()
    await go('Staff')
    const { name } = [...clinic.hospital.staff.rows.values()].at(-1)!
    await page().getByRole('searchbox', { name: 'Search staff' }).fill(name)
    await page().getByRole('button', { name: `Edit ${name}` }).first().click()
    await fill('Staff member', 'Name', 'Quillon Xavierson')
    await meets(sample, '/hospitalstaff/', ['PATCH', 'PUT'], () => send('Staff member', 'Save'))
  })

  it.each(named(/^staff-delete/))('%s', async (name, sample) => {
    await freshSession()
    await go('Staff')
    const member = [...clinic.hospital.staff.rows.values()].find(({ isDoctor }) => !isDoctor)!
    await page().getByRole('searchbox', { name: 'Search staff' }).fill(member.name)
    await page().getByRole('button', { name: `Delete ${member.name}` }).first().click()
    // What is gone already is what was wanted: it leaves the list without a complaint.
    if (name === 'staff-delete-404') {
      clinic.fail('/hospitalstaff/', (request, response, next) =>
        request.method === 'DELETE' ? given(sample)(request, response, next) : next())
      await remove()
      await page().getByRole('alertdialog').waitFor({ state: 'hidden' })
      shown.add(name)
      } else {
      await meets(sample, '/hospitalstaff/', ['DELETE'], remove)
    }
  })

  it.each(named(/^department-create/))('%s', async (_name, sample) => {
    await freshSession()
    await go('Departments')
    await page().getByRole('button', { name: 'Add department' }).click()
    await fill('Department', 'Name', 'Xenology')
    await meets(sample, '/hospitalstaffdepartment/', ['POST'], () => send('Department', 'Save'))
  })

  it.each(named(/^department-(patch|get)/))('%s', async (name, sample) => {
    await freshSession()
    await go('Departments')
    const department = [...clinic.hospital.departments.rows.values()][0]!
    await page().getByRole('button', { name: `Rename ${department.name}` }).click()
    await fill('Department', 'Name', 'Xenology')
    const route = `/hospitalstaffdepartment/${department.id}/`
    await meets(sample, route, name.includes('get') ? ['GET'] : ['PATCH'], () => send('Department', 'Save'))
  })

  it.each(named(/^department-delete/))('%s', async (_name, sample) => {
    await freshSession()
    await go('Departments')
    const department = [...clinic.hospital.departments.rows.values()][0]!
    await page().getByRole('button', { name: `Delete ${department.name}` }).click()
    await page().getByRole('alertdialog').getByRole('textbox').fill(department.name)
    await meets(sample, '/hospitalstaffdepartment/', ['DELETE'], remove)
  })

  it.each(named(/^slot-create/))('%s', async (_name, sample) => {
    await freshSession()
    await page().getByRole('button', { name: 'New slot' }).click()
    await first('New slot', 'Clinic')
    await fill('New slot', 'Date', '2027-12-31')
    await fill('New slot', 'Start', '3:00')
    await fill('New slot', 'End', '3:10')
    await meets(sample, '/create-appointment-slot/', ['POST'], () => send('New slot', 'Create slot'))
  })

  it.each(named(/^call-request/))('%s', async (_name, sample) => {
    await freshSession()
    await go('Call requests')
    await page().getByRole('button', { name: 'New call request' }).click()
    await first('New call request', 'Doctor')
    await meets(sample, '/hospital-call-requests/', ['POST'], () => send('New call request', 'Create request'))
  })
})

it('leaves no recorded error answer out', () => {
  expect(samples.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([])
})
