import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findingsInEveryTheme } from './axe'
import { openClinic, type Clinic } from './clinic'
import { closeAll, openDeskAt, type Desk } from './desk'

let clinic: Clinic
let desk: Desk

beforeAll(async () => {
  clinic = await openClinic()
  desk = await openDeskAt('Capacity', clinic)
  await page().getByRole('region', { name: 'By weekday' }).waitFor()
})
afterAll(closeAll)

const page = () => desk.page
const card = (name: string) => page().getByRole('region', { name })
const open = async (name: string) => {
  await card(name).getByText('As a table').click()
  await card(name).getByRole('table').waitFor()
}
const names = (name: string) => card(name).getByRole('rowheader').allInnerTexts()

describe('capacity', () => {
  it('draws hours by weekday, department, doctor and clinic, each picture in words and with its table', async () => {
    await page().getByRole('radio', { name: 'Next 4 weeks' }).click()
    for (const name of ['By weekday', 'By department', 'By doctor', 'By clinic']) {
      await card(name).getByRole('img', { name: new RegExp(`^${name}: .+ has most, with .+ hours?$`) }).waitFor()
      await open(name)
    }
    await expect.poll(async () => (await names('By weekday')).length).toBe(7)
    await expect.poll(async () => (await names('By clinic')).length).toBe(clinic.hospital.clinics.size)
    expect(await page().locator('body').innerText()).not.toMatch(/\b(free|booked|available)\b/i)
  })

  it('tells gaps in usual hours, shows them on the board, and says what is wrong with their length', async () => {
    const minutes = card('Gaps in usual hours').getByRole('textbox', { name: 'At least minutes' })
    await minutes.fill('2')
    await expect.poll(() => minutes.getAttribute('aria-invalid')).toBe('true')
    await minutes.fill('60')
    await card('Gaps in usual hours').getByRole('img', { name: /: \d+ gaps?$/ }).waitFor()
    await open('Gaps in usual hours')
    expect(await findingsInEveryTheme(page())).toEqual([])
    await card('Gaps in usual hours').getByRole('button', { name: /on the board$/ }).first().click()
    await expect.poll(() => page().evaluate(() => location.hash)).toMatch(/^#\/calendar\/(week\/)?\d{4}-\d\d-\d\d/)
    await expect.poll(() => page().evaluate(() => document.activeElement?.getAttribute('role'))).toBe('gridcell')
  })

  it('counts another range, and refuses one that is none', async () => {
    await page().getByRole('link', { name: 'Capacity' }).click()
    await page().getByRole('radio', { name: 'Other' }).click()
    await page().getByRole('textbox', { name: 'From' }).fill('+7')
    await page().getByRole('textbox', { name: 'To', exact: true }).fill('+1')
    await page().getByText('The last day is not before the first').waitFor()
    await page().getByRole('textbox', { name: 'To', exact: true }).fill('+13')
    await expect.poll(() => page().getByText('The last day is not before the first').count()).toBe(0)
    await card('By weekday').waitFor()
  })

  it('counts without a server', async () => {
    await clinic.goAway()
    await page().getByRole('radio', { name: 'Next week' }).click()
    await card('By clinic').getByRole('img', { name: /^By clinic: .+ has most/ }).waitFor()
  })
})
