import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, type Day } from '@shared/domain/time'
import { findingsInEveryTheme } from './axe'
import { openClinic, rows, type Clinic } from './clinic'
import { closeAll, openDeskAt, type Desk } from './desk'
import { mondayAhead, todayHere } from './today'

const today = todayHere()
const monday = mondayAhead()
const slot = (id: number, of: number, day: Day, start: string, end: string) =>
  ({ id, date: day, start_time: start, end_time: end, clinic: of })

let clinic: Clinic
let desk: Desk

beforeAll(async () => {
  clinic = await openClinic()
  clinic.fail('/hospitalstaff/', rows([
    { id: 1, name: 'Dr. John Doe', is_doctor: true, department: 'Cardiology' },
    { id: 2, name: 'Dr. Jane Roe', is_doctor: true, department: 'Neurology' },
  ]))
  clinic.fail('/doctor-clinics/1/', rows([{ id: 1, name: 'City Clinic', address: '1 Main St' }]))
  clinic.fail('/doctor-clinics/2/', rows([{ id: 2, name: 'North Clinic', address: '2 Main St' }]))
  clinic.fail('clinic_id=1', rows([
    slot(1, 1, monday, '09:00:00', '09:15:00'), slot(2, 1, monday, '09:15:00', '09:30:00'), slot(3, 1, addDays(monday, 1), '18:00:00', '18:15:00'),
    slot(4, 1, addDays(today, -7), '09:00:00', '09:15:00'),
  ]))
  clinic.fail('clinic_id=2', rows([slot(5, 2, addDays(monday, 2), '14:00:00', '15:00:00')]))
  desk = await openDeskAt('Find a slot', clinic)
})
afterAll(closeAll)

const page = () => desk.page
const table = () => page().getByRole('table', { name: 'Published slots found' })
const found = () => table().getByRole('rowheader').count()
const times = async () => {
  const text = await table().innerText()
  return [...text.matchAll(/\d\d:\d\d – \d\d:\d\d/g)].map(([time]) => time)
}
const pick = async (label: string, name: string) => {
  await page().getByRole('combobox', { name: label }).fill(name)
  await page().getByRole('option', { name: new RegExp(name) }).click()
}

describe('finding a slot', () => {
  it('lists the next published slots of all clinics, and calls none of them free', async () => {
    await expect.poll(times).toEqual(['09:00 – 09:15', '09:15 – 09:30', '18:00 – 18:15', '14:00 – 15:00'])
    await page().getByText('4 published slots · 2 clinics looked through').waitFor()
    expect(await page().locator('body').innerText()).not.toMatch(/\b(free|booked|available)\b/i)
    expect(await findingsInEveryTheme(page())).toEqual([])
  })

  it('narrows by department, weekday, part of the day and length', async () => {
    await pick('Department', 'Cardiology')
    await expect.poll(found).toBe(3)
    await page().getByRole('textbox', { name: 'At least minutes' }).fill('30')
    await expect.poll(times).toEqual(['09:00 – 09:30'])
    await page().getByText('2 slots together').waitFor()
    await page().getByRole('textbox', { name: 'At least minutes' }).fill('')
    await page().getByRole('radio', { name: 'Evening' }).click()
    await expect.poll(times).toEqual(['18:00 – 18:15'])
    await page().getByRole('button', { name: 'Mon', exact: true }).click()
    await page().getByText('No published slot passes this search.').waitFor()
    await page().getByRole('button', { name: 'Look for any slot' }).click()
    await expect.poll(found).toBe(4)
  })

  it('says beside the field what is wrong with it', async () => {
    const minutes = page().getByRole('textbox', { name: 'At least minutes' })
    await minutes.fill('soon')
    await expect.poll(() => minutes.getAttribute('aria-invalid')).toBe('true')
    await page().getByText('Whole minutes from 1 to 1440, or nothing.').waitFor()
    await minutes.fill('')
    const from = page().getByRole('textbox', { name: 'From' })
    await from.fill('2026-02-30')
    await expect.poll(() => from.getAttribute('aria-invalid')).toBe('true')
    await from.fill('')
  })

  it('leads to the slot on the board', async () => {
    await page().getByRole('button', { name: /^Show 14:00 – 15:00, .*North Clinic/ }).click()
    await expect.poll(() => page().evaluate(() => location.hash)).toContain(addDays(monday, 2))
    await expect.poll(() => page().evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')).toMatch(/^14:00 – 15:00, North Clinic/)
  })

  it('works without a server', async () => {
    await clinic.goAway()
    await page().getByRole('link', { name: 'Find a slot' }).click()
    await pick('Clinic', 'City Clinic')
    await expect.poll(times).toEqual(['09:00 – 09:15', '09:15 – 09:30', '18:00 – 18:15'])
  })
})
