import { afterAll, beforeAll, expect, it } from 'vitest'
import { openClinic, type Clinic } from './clinic'
import { closeAll, openDesk, slotsShown, type Desk } from './desk'
import { goTo as goToIn } from './focus'

let clinic: Clinic
let desk: Desk

beforeAll(async () => {
  clinic = await openClinic()
  desk = await openDesk({ env: { CLINIC_SERVER: clinic.server } })
})
afterAll(closeAll)

const press = (key: string) => desk.page.keyboard.press(key)
const type = (text: string) => desk.page.keyboard.type(text)
const staff = () => [...clinic.hospital.staff.rows.values()]

const goTo = (name: string | RegExp, key?: string, most?: number) => goToIn(desk.page, name, key, most)
const opened = (name: string) => desk.page.getByRole('dialog', { name }).waitFor()
const closed = (name: string) => desk.page.getByRole('dialog', { name }).waitFor({ state: 'hidden' })

it('does the desk’s work without a mouse', async () => {
  const { page } = desk
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()

  await goTo('Email')
  await type(clinic.email)
  await goTo('Password')
  await type(clinic.password)
  await press('Enter')
  await slotsShown(page).waitFor()

  // The board: one tab stop, keys inside, Enter for details, N for a slot.
  await goTo(/^(\d\d:\d\d – \d\d:\d\d|no slot)/)
  await press('Control+Home')
  await goTo(/^\d\d:\d\d – \d\d:\d\d/, 'ArrowDown', 60)
  await press('Enter')
  await page.getByText('Published slot', { exact: true }).first().waitFor()
  await press('Escape')
  await press('n')
  await opened('New slot')
  await goTo('Clinic')
  await type(clinic.hospital.clinics.values().next().value!.name.slice(0, 6))
  await press('Enter')
  await goTo('Date')
  await press('Control+a')
  await type('+200')
  await goTo('Start')
  await press('Control+a')
  await type('3')
  await goTo('End')
  await press('Control+a')
  await type('315')
  await press('Enter')
  await closed('New slot')
  expect(clinic.count('POST', '/create-appointment-slot/')).toBe(1)

  // A call request from anywhere.
  await press('Control+Shift+N')
  await opened('New call request')
  await goTo('Doctor')
  await type(staff().find(({ isDoctor }) => isDoctor)!.name.slice(0, 8))
  await press('Enter')
  await goTo('Create request')
  await press('Enter')
  await closed('New call request')
  expect(clinic.count('POST', '/hospital-call-requests/')).toBe(1)

  // A department, a staff member in it, and both away again.
  await goTo('Departments', 'Shift+Tab')
  await press('Enter')
  await goTo('Add department')
  await press('Enter')
  await opened('Department')
  await type('Aerospace')
  await press('Enter')
  await closed('Department')
  await goTo('Staff', 'Shift+Tab')
  await press('Enter')
  await goTo('Add staff member')
  await press('Enter')
  await opened('Staff member')
  await type('Aaron Aardvark')
  await goTo('Department')
  await type('Aerospace')
  await press('Enter')
  await goTo('Save')
  await press('Enter')
  await closed('Staff member')
  expect(staff().filter(({ name }) => name === 'Aaron Aardvark')).toHaveLength(1)
  await goTo('Search staff')
  await type('aardvark')
  await goTo('Delete Aaron Aardvark')
  await press('Enter')
  await page.getByRole('alertdialog').waitFor()
  await goTo('Delete')
  await press('Enter')
  await page.getByRole('alertdialog').waitFor({ state: 'hidden' })
  expect(staff().filter(({ name }) => name === 'Aaron Aardvark')).toHaveLength(0)

  await goTo('Sign out', 'Shift+Tab')
  await press('Enter')
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
})
