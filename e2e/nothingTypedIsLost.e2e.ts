import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { answering, openClinic, type Clinic } from './clinic'
import { closeAll, closeAllDesks, newProfile, openDesk, removeProfile, signIn, type Desk } from './desk'

let clinic: Clinic
let desk: Desk
let profile: string

beforeEach(async () => {
  clinic = await openClinic()
  profile = newProfile()
  desk = await openDesk({ profile })
  await begin()
})
afterEach(async () => {
  await closeAll()
  removeProfile(profile)
})

const page = () => desk.page
const dialog = () => page().getByRole('dialog', { name: 'Staff member' })
const name = () => dialog().getByRole('textbox', { name: 'Name' })
const staff = () => [...clinic.hospital.staff.rows.values()]
async function begin(): Promise<void> {
  await signIn(page(), clinic)
  await openForm()
  await name().fill('Dr. Half Typed')
  await dialog().getByRole('combobox', { name: 'Department' }).click()
  await page().getByRole('option').first().click()
}
async function openForm(): Promise<void> {
  await page().getByRole('link', { name: 'Staff' }).click()
  await page().getByRole('button', { name: 'Add staff member' }).click()
}
const save = () => dialog().getByRole('button', { name: 'Save' }).click()

describe('what is typed into a form', () => {
  it('outlives a failed send', async () => {
    const undo = clinic.fail('/hospitalstaff/', (request, response, next) =>
      request.method === 'POST' ? answering(403, '{"detail": "Not today."}')(request, response, next) : next())
    await save()
    await dialog().getByRole('alert').first().waitFor()
    expect(await name().inputValue()).toBe('Dr. Half Typed')
    undo()
  })

  it('outlives a session that ends: sign in again over it, and go on', async () => {
    const expired = answering(401, '{"detail": "Given token not valid for any token type", "code": "token_not_valid"}')
    const undo = [clinic.fail('/hospitalstaff/', expired), clinic.fail('/token/refresh/', expired)]
    await save()
    const again = page().getByRole('dialog', { name: /sign in/i })
    await again.waitFor()
    undo.forEach((one) => { one() })
    await again.getByLabel('Password', { exact: true }).fill(clinic.password)
    await again.getByRole('button', { name: 'Sign in', exact: true }).click()
    await again.waitFor({ state: 'hidden' })
    // What was ordered goes out by itself as soon as its person is back.
    await expect.poll(() => staff().filter((one) => one.name === 'Dr. Half Typed').length).toBe(1)
    await dialog().waitFor({ state: 'hidden' })
  })

  it('is asked about before it is thrown away', async () => {
    await page().keyboard.press('Escape')
    await page().getByRole('button', { name: 'Keep editing' }).click()
    expect(await name().inputValue()).toBe('Dr. Half Typed')
    await page().keyboard.press('Escape')
    await page().getByRole('button', { name: 'Discard' }).click()
    await dialog().waitFor({ state: 'hidden' })
    await page().getByRole('button', { name: 'Add staff member' }).click()
    expect(await name().inputValue()).toBe('')
  })

  it('is offered back after the program was killed', async () => {
    await page().waitForTimeout(1500)
    desk.app.process().kill('SIGKILL')
    await closeAllDesks().catch(() => undefined)
    desk = await openDesk({ profile })
    await openForm()
    await expect.poll(() => name().inputValue()).toBe('Dr. Half Typed')
    expect(await dialog().innerText()).toContain('Continued where you left off')
    await dialog().getByRole('button', { name: 'Start over' }).click()
    await expect.poll(() => name().inputValue()).toBe('')
  })
})
