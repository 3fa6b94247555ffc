import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findingsInEveryTheme } from './axe'
import { openClinic, type Clinic } from './clinic'
import { closeAll, openDeskAt, signIn, type Desk } from './desk'

let clinic: Clinic
let desk: Desk

beforeEach(async () => {
  clinic = await openClinic()
  desk = await openDeskAt('Departments', clinic)
  await desk.page.getByRole('table', { name: 'Departments' }).waitFor()
  await clinic.goAway()
  await page().getByRole('button', { name: 'Add department' }).click()
  const dialog = page().getByRole('dialog', { name: 'Department' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Sports Medicine')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page().getByRole('button', { name: 'Sign out' }).click()
  await question().waitFor()
})
afterEach(closeAll)

const page = () => desk.page
const question = () => page().getByRole('alertdialog', { name: 'Sign out?' })
const answer = (name: string) => question().getByRole('button', { name }).click()
const signInForm = () => page().getByRole('heading', { name: 'Sign in' })
const made = () => [...clinic.hospital.departments.rows.values()].filter(({ name }) => name === 'Sports Medicine').length

describe('signing out while something waits', () => {
  it('says what would be lost, and loses nothing of who stays', async () => {
    expect(await question().innerText()).toContain('1 entry waits')
    expect(await findingsInEveryTheme(page())).toEqual([])
    await page().keyboard.press('Escape')
    await question().waitFor({ state: 'hidden' })
    expect(await page().getByRole('status', { name: 'Sync status' }).innerText()).toContain('1 waiting to send')
  })

  it('sends it first when the server is there, and stays with a reason when it is not', async () => {
    await answer('Send now')
    await expect.poll(() => question().getByRole('alert').innerText()).toMatch(/Not everything could be sent/)
    await clinic.comeBack()
    await answer('Send now')
    await signInForm().waitFor()
    expect(made()).toBe(1)
  })

  it('discards it when told so; it is never sent, and the next person knows nothing of it', async () => {
    await answer('Discard and sign out')
    await signInForm().waitFor()
    await clinic.comeBack()
    const other = clinic.accounts[1]!
    await signIn(page(), { server: clinic.server, email: other.email, password: other.password })
    await page().getByRole('link', { name: 'Activity' }).click()
    await page().getByText('Nothing was sent from this desk').waitFor()
    expect(await page().getByRole('status', { name: 'Sync status' }).innerText()).not.toContain('waiting')
    expect(made()).toBe(0)
  })
})
