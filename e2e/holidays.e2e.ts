import { describe, expect, it } from 'vitest'
import { addDays } from '@shared/domain/time'
import en from '@shared/locales/en.json'
import { findings } from './axe'
import { besideTheBoard, button, discard, line, monday, open, page, preview, region, status } from './plannerDesk'

besideTheBoard()

describe('holidays', () => {
  it('are typed into a list, and skipped', async () => {
    await open(`mon,tue 9-10 /30 from ${monday} 1 weeks @"City Clinic"`)
    await button(en.planner.holidayLists).click()
    const dialog = page().getByRole('dialog', { name: 'Holidays' })
    await dialog.getByRole('button', { name: 'New list' }).click()
    await dialog.getByRole('textbox', { name: en.planner.holidaysDialog.name }).fill('Public')
    await dialog.getByRole('textbox', { name: en.planner.holidaysDialog.days }).fill(`${addDays(monday, 1)} Founders’ day`)
    expect(await findings(page())).toEqual([])
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await region().getByRole('radio', { name: en.planner.skip.all }).click()
    await expect.poll(() => line().inputValue()).toContain('skip hols')
    await preview()
    await expect.poll(() => status().innerText()).toBe('2 of 4 slots')
    await region().getByRole('button', { name: '2 on a holiday' }).waitFor()
    await discard()
  })

  it('come from a calendar file, and a file that is none is said to be none', async () => {
    await open()
    await button(en.planner.holidayLists).click()
    const dialog = page().getByRole('dialog', { name: 'Holidays' })
    const file = dialog.locator('input[type=file]')
    await file.setInputFiles({ name: 'cat.ics', mimeType: 'text/calendar', buffer: Buffer.from('meow') })
    await dialog.getByRole('alert').getByText('This file is no calendar').waitFor()
    const calendar = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'DTSTART;VALUE=DATE:20200501', 'RRULE:FREQ=YEARLY', 'SUMMARY:Labour Day', 'END:VEVENT', 'END:VCALENDAR', '']
    await file.setInputFiles({ name: 'Labour.ics', mimeType: 'text/calendar', buffer: Buffer.from(calendar.join('\r\n')) })
    await expect.poll(() => dialog.getByRole('textbox', { name: en.planner.holidaysDialog.days }).inputValue())
      .toMatch(/^\d{4}-05-01 Labour Day\n\d{4}-05-01 Labour Day\n\d{4}-05-01 Labour Day$/)
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await discard()
  })
})
