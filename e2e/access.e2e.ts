import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findingsInBothThemes } from './axe'
import { openClinic, type Clinic } from './clinic'
import { closeAllDesks, openDesk, signIn, type Desk } from './desk'

let clinic: Clinic
let desk: Desk

beforeAll(async () => {
  clinic = await openClinic()
  desk = await openDesk()
  await desk.page.getByRole('heading', { name: 'Sign in' }).waitFor()
})
afterAll(async () => {
  await closeAllDesks()
  await clinic.close()
})

const places: [string, () => Promise<void>][] = [
  ['the sign-in', async () => undefined],
  ['the sign-in with errors', async () => { await desk.page.getByRole('button', { name: 'Sign in', exact: true }).click() }],
  ['the day board', async () => {
    await signIn(desk.page, clinic)
    await desk.page.locator('[data-count="slots"][data-value]').waitFor()
  }],
  ['a slot’s details', async () => {
    const cell = desk.page.getByRole('gridcell', { name: /^\d\d:\d\d – / }).first()
    await cell.focus()
    await desk.page.keyboard.press('Enter')
  }],
  ['the choice of clinics', async () => {
    await desk.page.keyboard.press('Escape')
    await desk.page.getByRole('combobox', { name: 'Clinics' }).click()
  }],
  ['call requests', async () => {
    await desk.page.keyboard.press('Escape')
    await desk.page.getByRole('link', { name: 'Call requests' }).click()
    await desk.page.getByRole('list', { name: 'Call requests' }).waitFor()
  }],
  ['the form of a call request', async () => {
    await desk.page.getByRole('button', { name: 'New call request' }).click()
    await desk.page.getByRole('dialog', { name: 'New call request' }).waitFor()
  }],
  ['staff', async () => {
    await desk.page.keyboard.press('Escape')
    await desk.page.getByRole('link', { name: 'Staff' }).click()
    await desk.page.getByRole('table', { name: 'Staff' }).waitFor()
  }],
  ['the form of a staff member, with errors', async () => {
    await desk.page.getByRole('button', { name: 'Add staff member' }).click()
    await desk.page.getByRole('dialog', { name: 'Staff member' }).getByRole('button', { name: 'Save' }).click()
  }],
  ['the deletion of a doctor', async () => {
    await desk.page.keyboard.press('Escape')
    const { doctorId } = [...clinic.hospital.callRequests.rows.values()][0]!
    const { name } = clinic.hospital.staff.rows.get(doctorId)!
    await desk.page.getByRole('searchbox', { name: 'Search staff' }).fill(name)
    await desk.page.getByRole('button', { name: `Delete ${name}` }).first().click()
    await desk.page.getByRole('alertdialog').getByRole('textbox').waitFor()
  }],
  ['departments', async () => {
    await desk.page.keyboard.press('Escape')
    await desk.page.getByRole('link', { name: 'Departments' }).click()
    await desk.page.getByRole('table', { name: 'Departments' }).waitFor()
  }],
  ['the form of a department', async () => {
    await desk.page.getByRole('button', { name: 'Add department' }).click()
    await desk.page.getByRole('dialog', { name: 'Department' }).waitFor()
  }],
  ['the form of a slot, with errors', async () => {
    await desk.page.keyboard.press('Escape')
    await desk.page.getByRole('link', { name: 'Calendar' }).click()
    await desk.page.getByRole('button', { name: 'New slot' }).click()
    await desk.page.getByRole('dialog', { name: 'New slot' }).getByRole('button', { name: 'Create slot' }).click()
  }],
  ['settings', async () => {
    await desk.page.getByRole('dialog', { name: 'New slot' }).getByRole('button', { name: 'Cancel' }).click()
    await desk.page.getByRole('link', { name: 'Settings' }).click()
    await desk.page.getByRole('heading', { name: 'Settings' }).waitFor()
  }],
]

describe.each(places)('axe on %s', (_name, open) => {
  it('finds nothing in the light and the dark theme', async () => {
    await open()
    expect(await findingsInBothThemes(desk.page)).toEqual([])
  })
})
