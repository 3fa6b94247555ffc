import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, weekday, type Day } from '@shared/domain/time'
import { findingsInEveryTheme } from './axe'
import { openClinic, rows, type Clinic } from './clinic'
import { closeAll, openDeskAtBoard, type Desk } from './desk'
import { todayHere } from './today'

const today = todayHere()
const monday = addDays(today, 1 - weekday(today))
const slot = (id: number, day: number, start: string, end: string) =>
  ({ id, date: addDays(monday, day), start_time: start, end_time: end, clinic: 1 })

let clinic: Clinic
let desk: Desk

beforeAll(async () => {
  clinic = await openClinic()
  clinic.fail('/hospitalstaff/', rows([{ id: 1, name: 'Dr. John Doe', is_doctor: true, department: 'Cardiology' }]))
  clinic.fail('/doctor-clinics/1/', rows([{ id: 1, name: 'City Clinic', address: '1 Main St' }, { id: 2, name: 'North Clinic', address: '2 Main St' }]))
  clinic.fail('/clinic-appointment-slots/', rows([]))
  clinic.fail('clinic_id=1', rows([
    slot(1, 0, '09:00:00', '09:20:00'), slot(2, 0, '09:20:00', '09:40:00'), slot(3, 2, '09:10:00', '09:30:00'), slot(4, 7, '10:00:00', '11:00:00'),
  ]))
  desk = await openDeskAtBoard(clinic)
})
afterAll(closeAll)

const page = () => desk.page
const grid = () => page().getByRole('grid', { name: 'Week board' })
const cell = (name: RegExp) => grid().getByRole('gridcell', { name })
const hash = () => page().evaluate(() => location.hash)
const focused = () => page().evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
const press = (key: string) => page().keyboard.press(key)

describe('the week of a clinic', () => {
  it('is reached from the day board, and has a column for each day', async () => {
    await page().getByRole('radio', { name: 'Week' }).click()
    await grid().waitFor()
    expect(await hash()).toMatch(new RegExp(`^#/calendar/week/${today}\\?clinic=1$`))
    await expect.poll(() => grid().getByRole('columnheader').count()).toBe(7)
    await expect.poll(() => cell(/^09:00 – 09:20, City Clinic, Monday/).count()).toBe(1)
    expect(await cell(/^09:10 – 09:30, City Clinic, Wednesday/).count()).toBe(1)
    const headers = await grid().getByRole('columnheader').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')!))
    expect(headers[0]).toMatch(/^Monday.*2 slots published.*live/is)
    expect(headers[1]).toMatch(/^Tuesday.*no slots published/is)
  })

  it('passes axe in both themes', async () => {
    expect(await findingsInEveryTheme(page())).toEqual([])
  })

  it('is walked with the arrow keys, and Enter opens the slot', async () => {
    await cell(/^09:00 – 09:20/).focus()
    await press('ArrowDown')
    await expect.poll(focused).toMatch(/^09:20 – 09:40.*Monday/)
    await press('ArrowRight')
    await expect.poll(focused).toMatch(/Tuesday/)
    await press('ArrowRight')
    await expect.poll(focused).toMatch(/^09:10 – 09:30.*Wednesday/)
    await press('Enter')
    const details = page().getByRole('dialog').filter({ hasText: 'Published slot' })
    await details.getByText('09:10 – 09:30').waitFor()
    await press('Escape')
    await details.waitFor({ state: 'hidden' })
    await expect.poll(focused).toMatch(/^09:10 – 09:30/)
  })

  it('turns by week, and T goes back to this one', async () => {
    await page().getByRole('button', { name: 'Next week' }).click()
    await expect.poll(hash).toContain(`#/calendar/week/${addDays(today, 7)}`)
    await expect.poll(() => cell(/^10:00 – 11:00, City Clinic, Monday/).count()).toBe(1)
    await press('t')
    await expect.poll(() => cell(/^09:00 – 09:20/).count()).toBe(1)
    await page().getByRole('button', { name: 'Previous week' }).click()
    await page().getByText('No slot is published in this week in City Clinic.').waitFor()
    await page().getByRole('button', { name: 'Today', exact: true }).click()
    await expect.poll(() => cell(/^09:00 – 09:20/).count()).toBe(1)
  })

  it('shows another clinic, and leads back to the day that the keyboard is in', async () => {
    await page().getByRole('combobox', { name: 'Clinic' }).fill('North')
    await page().getByRole('option', { name: /North Clinic/ }).click()
    await expect.poll(hash).toContain('clinic=2')
    await page().goBack()
    await expect.poll(() => cell(/^09:10 – 09:30/).count()).toBe(1)
    await cell(/^09:10 – 09:30/).focus()
    await press('w')
    await expect.poll(hash).toBe(`#/calendar/${addDays(monday, 2)}`)
    await page().getByRole('grid', { name: 'Day board' }).getByRole('gridcell', { name: /^09:10 – 09:30/ }).waitFor()
  })

  it('prints and exports the week', async () => {
    await press('w')
    await grid().waitFor()
    await page().getByRole('button', { name: 'Print…' }).click()
    await expect.poll(() => page().getByRole('radio', { name: 'This week' }).getAttribute('aria-checked')).toBe('true')
    await press('Escape')
    await page().getByRole('dialog').waitFor({ state: 'hidden' })
  })
})

describe('the month', () => {
  const month = () => page().getByRole('grid', { name: /^Published hours/ })
  const day = (date: Day) => month().getByRole('gridcell', { name: new RegExp(`^\\w+,? ${Number(date.slice(8))} `) })

  it('says of each day how much is published', async () => {
    await page().getByRole('radio', { name: 'Day' }).click()
    await page().getByRole('button', { name: 'Month' }).click()
    await month().waitFor()
    expect(await month().getByRole('gridcell').count()).toBe(42)
    await expect.poll(() => month().getByRole('gridcell', { name: /: 0\.7 hours published in 2 slots$/ }).count()).toBe(1)
    expect(await month().getByRole('gridcell', { name: /: nothing published$/ }).count()).toBeGreaterThan(20)
    expect(await findingsInEveryTheme(page())).toEqual([])
  })

  it('is walked with the keys, and Enter goes to the day', async () => {
    const before = await focused()
    await press('ArrowRight')
    await expect.poll(focused).not.toBe(before)
    await press('PageDown')
    await press('PageUp')
    await press('Enter')
    await month().waitFor({ state: 'hidden' })
    await expect.poll(hash).toMatch(/^#\/calendar\/\d{4}-\d\d-\d\d$/)
    await press('m')
    await month().waitFor()
    await day(addDays(today, 0)).first().click()
    await month().waitFor({ state: 'hidden' })
  })
})

describe('without a server', () => {
  it('shows the week as it was, and how old it is', async () => {
    await page().getByRole('button', { name: 'Today', exact: true }).click()
    await page().getByRole('radio', { name: 'Week' }).click()
    await expect.poll(() => cell(/^09:00 – 09:20/).count()).toBe(1)
    await clinic.goAway()
    await page().getByRole('button', { name: 'Sync now' }).click()
    await expect.poll(() => grid().getByRole('columnheader', { name: /could not be reached|no connection|failed|not reach/i }).count()).toBe(7)
    expect(await cell(/^09:00 – 09:20/).count()).toBe(1)
  })
})
