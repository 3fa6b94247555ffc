import { afterAll, beforeAll, expect, it } from 'vitest'
import { openClinic, type Clinic } from './clinic'
import { closeAll, openDeskAtBoard, signIn, type Desk } from './desk'

let clinic: Clinic
let desk: Desk

beforeAll(async () => {
  clinic = await openClinic()
  desk = await openDeskAtBoard(clinic)
})
afterAll(closeAll)

const palette = () => desk.page.getByRole('dialog', { name: 'Command palette' })
const field = () => palette().getByRole('combobox')
const option = (name: string | RegExp) => palette().getByRole('option', { name }).first()
async function open() {
  await desk.page.keyboard.press('Control+k')
  await field().waitFor()
}
/** Chooses the first that is found, by Enter once it is the one that is meant. */
async function find(words: string, name: RegExp) {
  await open()
  await field().fill(words)
  await option(name).waitFor()
  await expect.poll(() => palette().getByRole('option').first().getAttribute('data-highlighted')).not.toBeNull()
  await desk.page.keyboard.press('Enter')
  await palette().waitFor({ state: 'hidden' })
}

it('goes to a day, a clinic, a person, a call request, and does an action of another place', async () => {
  const { page } = desk
  await find('2027-03-15', /15 March 2027/)
  await page.getByRole('heading', { level: 1, name: /15 March 2027/ }).waitFor()

  const last = [...clinic.hospital.clinics.values()].at(-1)!
  await open()
  await field().fill(last.name)
  await option(new RegExp(`${last.name}.*Clinic$`)).click()
  await page.getByRole('columnheader', { name: new RegExp(`^${last.name}`) }).waitFor()
  await expect.poll(() => page.evaluate(() => location.hash)).toBe('#/calendar/2027-03-15')

  const member = [...clinic.hospital.staff.rows.values()].find(({ isDoctor }) => !isDoctor)!
  await open()
  await field().fill(member.name)
  await option(/Staff$/).click()
  await page.getByRole('table', { name: 'Staff' }).waitFor()
  await page.getByRole('heading', { level: 2, name: member.name }).waitFor()

  await find('new slot', /^New slot/)
  await page.getByRole('dialog', { name: 'New slot' }).waitFor()
  await page.getByRole('button', { name: 'Cancel' }).click()
  const discard = page.getByRole('button', { name: 'Discard' })
  await expect.poll(async () => {
    if (await discard.isVisible()) await discard.click()
    return page.getByRole('dialog', { name: 'New slot' }).isVisible()
  }).toBe(false)

  const [id] = [...clinic.hospital.callRequests.rows.keys()].slice(-1)
  await open()
  await field().fill(`no. ${id}`)
  await option(new RegExp(`no\\. ${id}.*Call request$`)).click()
  await expect.poll(() => page.evaluate(() => location.hash)).toContain(`request=${id}`)
})

it('forgets what one person chose when they sign out', async () => {
  const { page } = desk
  await open()
  await palette().getByText('Chosen last').waitFor()
  await page.keyboard.press('Escape')
  await palette().waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await page.keyboard.press('Control+k')
  await signIn(page, clinic)
  await page.getByRole('navigation', { name: 'Main' }).waitFor()
  await open()
  await option(/^New slot/).waitFor()
  expect(await palette().getByText('Chosen last').count()).toBe(0)
  await page.keyboard.press('Escape')
})

it('shows the map of the place, and takes another key for an action', async () => {
  const { page } = desk
  await page.getByRole('link', { name: 'Calendar' }).click()
  await page.getByRole('grid', { name: 'Day board' }).waitFor()
  await page.keyboard.press('?')
  const map = page.getByRole('dialog', { name: 'Keys' })
  await map.getByText('Go to today').waitFor()
  await map.getByRole('button', { name: 'Change the keys' }).click()
  const keys = page.getByRole('dialog', { name: 'Change the keys' })
  await keys.getByRole('button', { name: 'Change the key of: New slot' }).click()
  await page.keyboard.press('t')
  await keys.getByRole('alert').getByText('T is the key of “Go to today”.').waitFor()
  await keys.getByRole('button', { name: 'Change the key of: New slot' }).click()
  await page.keyboard.press('x')
  await keys.getByRole('button', { name: 'Usual keys again: New slot' }).waitFor()
  await page.keyboard.press('Escape')
  await keys.waitFor({ state: 'hidden' })

  await page.getByRole('link', { name: 'Calendar' }).click()
  await page.getByRole('grid', { name: 'Day board' }).waitFor()
  await page.keyboard.press('x')
  await page.getByRole('dialog', { name: 'New slot' }).waitFor()
})
