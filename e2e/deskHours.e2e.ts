import { afterAll, beforeAll, expect, it } from 'vitest'
import { openClinic, type Clinic } from './clinic'
import { closeAll, openDeskAtBoard, type Desk } from './desk'
import { focused } from './focus'

let clinic: Clinic
let desk: Desk

beforeAll(async () => {
  // A day that is far from today on any day, so that nothing in it is past or now.
  clinic = await openClinic({ today: '2030-03-11' })
  desk = await openDeskAtBoard(clinic)
  await desk.page.getByRole('textbox', { name: 'Go to date' }).fill('2030-03-11')
  await desk.page.keyboard.press('Enter')
  await page().getByRole('gridcell', { name: /^10:00 – 10:15.*11 March 2030$/ }).first().waitFor()
})
afterAll(closeAll)

const page = () => desk.page
const grid = () => page().getByRole('grid', { name: 'Day board' })
const earlier = () => page().getByRole('button', { name: /^\d+ slots before 12:00$/ })
const later = () => page().getByRole('button', { name: /^\d+ slots from 17:00 on$/ })
/** Whether a slot is between the headers and the lower edge of the board. */
const isInView = async (name: RegExp) => {
  const [cell, board] = await Promise.all([grid().getByRole('gridcell', { name }).first().boundingBox(), page().locator('.scroller').boundingBox()])
  return cell !== null && cell.y >= board!.y && cell.y < board!.y + board!.height
}

it('the board stands at the hours that are asked for, by keyboard, and says what lies outside of them', async () => {
  await page().locator('main').focus()
  await page().keyboard.press('h')
  await page().getByRole('dialog', { name: 'Hours on the board' }).waitFor()
  await page().getByRole('textbox', { name: 'From hour' }).fill('12')
  await page().getByRole('textbox', { name: 'To hour' }).fill('12')
  await page().keyboard.press('Enter')
  await expect.poll(() => page().getByRole('textbox', { name: 'To hour' }).getAttribute('aria-invalid')).toBe('true')
  await page().getByRole('textbox', { name: 'To hour' }).fill('17')
  await page().keyboard.press('Enter')
  await page().getByText('12:00 – 17:00', { exact: true }).waitFor()
  await earlier().waitFor()
  await later().waitFor()
})

it('leads to what lies outside', async () => {
  await earlier().click()
  await expect.poll(() => focused(page())).toMatch(/^(0\d|10|11):\d\d – .*11 March 2030$/)
  await expect.poll(() => isInView(/^10:00 – 10:15/)).toBe(true)
})

it('a saved desk keeps the hours, and brings them back by its key', async () => {
  await page().getByRole('button', { name: 'Saved desks' }).click()
  const dialog = page().getByRole('dialog', { name: 'Saved desks' })
  await expect.poll(() => dialog.getByRole('textbox', { name: 'To hour' }).inputValue()).toBe('17')
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Midday')
  await dialog.getByRole('button', { name: 'Save desk' }).click()
  await dialog.getByText(/fitted · 12:00 – 17:00/).waitFor()
  await page().keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })

  await page().locator('main').focus()
  await page().keyboard.press('h')
  await page().getByRole('dialog').getByRole('button', { name: 'All hours with slots' }).click()
  await earlier().waitFor({ state: 'detached' })
  await page().keyboard.press('F1')
  await earlier().waitFor()
  await page().getByText('12:00 – 17:00', { exact: true }).waitFor()
  await expect.poll(() => isInView(/^12:\d\d – /)).toBe(true)
})
