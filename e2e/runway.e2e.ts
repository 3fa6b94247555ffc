import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findingsInEveryTheme } from './axe'
import { openClinic, type Clinic } from './clinic'
import { closeAll, openDeskAt, type Desk } from './desk'

let clinic: Clinic
let desk: Desk

beforeAll(async () => {
  clinic = await openClinic()
  desk = await openDeskAt('Runway', clinic)
  await page().getByRole('slider').first().waitFor()
})
afterAll(closeAll)

const page = () => desk.page
const table = () => page().getByRole('table', { name: 'Runway' })
const rows = () => table().getByRole('row').filter({ has: page().getByRole('rowheader') })

describe('the runway', () => {
  it('has every clinic, the shortest first, and never calls a slot free', async () => {
    await expect.poll(() => table().getByText('Looking').count()).toBe(0)
    const days = await rows().evaluateAll((all) => all.map((row) => parseInt(row.querySelector('.number')!.textContent, 10)))
    expect(days.length).toBeGreaterThan(3)
    expect(days).toEqual([...days].sort((one, other) => one - other))
    expect(await page().locator('body').innerText()).not.toMatch(/\b(free|booked|available)\b/i)
  })

  it('passes axe', async () => {
    expect(await findingsInEveryTheme(page())).toEqual([])
  })

  it('is walked day by day and clinic by clinic with the arrow keys', async () => {
    const strip = page().getByRole('slider').first()
    await strip.focus()
    await page().keyboard.press('Home')
    const first = await strip.getAttribute('aria-valuetext')
    await page().keyboard.press('ArrowRight')
    expect(await strip.getAttribute('aria-valuetext')).not.toBe(first)
    await page().keyboard.press('ArrowDown')
    expect(await page().evaluate(() => document.activeElement?.closest('[role=row]')?.getAttribute('aria-rowindex'))).toBe('3')
  })

  it('narrows by name', async () => {
    const name = await rows().nth(1).locator('.name').innerText()
    await page().getByRole('searchbox', { name: 'Search clinics' }).fill(name)
    await expect.poll(() => rows().first().locator('.name').innerText()).toBe(name)
    await page().getByRole('searchbox', { name: 'Search clinics' }).fill('')
  })

  it('opens the planner filled for the next gap by one key', async () => {
    const name = await rows().first().locator('.name').innerText()
    await page().getByRole('slider').first().focus()
    await page().keyboard.press('p')
    const line = page().getByRole('textbox', { name: 'Plan in one line' })
    await expect.poll(() => line.inputValue()).toContain(name.split(' (')[0])
    expect(await page().evaluate(() => location.hash)).toMatch(/^#\/calendar\/\d{4}-\d\d-\d\d/)
  })
})
