import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { addDays } from '@shared/domain/time'
import en from '@shared/locales/en.json'
import { findings } from './axe'
import { answering } from './clinic'
import { ask } from './desk'
import {
  add, besideTheBoard, button, CREATE, discard, fail, full, known, line, monday, open, page, posted, preview, region, server, status, table,
  type Body,
} from './plannerDesk'

besideTheBoard()

const bar = () => page().getByRole('list', { name: en.jobs.label })
const meter = () => page().getByRole('progressbar', { name: 'Creating slots' })

/** Waits for the job's end and takes it off the bar; resolves with what the bar said. */
async function ending(): Promise<string> {
  await button('Dismiss').waitFor({ timeout: 60_000 })
  await bar().getByText(/Checked with the server|on the server|Stopped/).first().waitFor()
  const words = await bar().innerText()
  await button('Dismiss').click()
  await bar().waitFor({ state: 'hidden' })
  return words
}
const keys = (list: readonly Body[]) => list.map((each) => `${each.clinic} ${each.date} ${full(each.start_time)} ${full(each.end_time)}`).sort()

describe('the line and the form', () => {
  it('opens by P with the focus in the line', async () => {
    await page().keyboard.press('p')
    await line().waitFor()
    expect(await line().evaluate((element) => element === document.activeElement)).toBe(true)
  })

  it('follow each other', async () => {
    await line().fill('mon-fri 9-13 /15 gap 5 brk 11-11:15 4 weeks @Cardiology')
    await expect.poll(() => region().getByRole('textbox', { name: 'Minutes each' }).inputValue()).toBe('15')
    expect(await region().getByRole('button', { name: 'Fri', exact: true }).getAttribute('aria-pressed')).toBe('true')
    await region().getByRole('button', { name: 'Fri', exact: true }).click()
    await expect.poll(() => line().inputValue()).toBe('mon-thu 9-13 /15 gap 5 brk 11-11:15 4 weeks @Cardiology')
  })

  it('mark the wrong word, say why, and make no preview of it', async () => {
    await line().fill('mon-fri 9-13 /15 4 wekks @Cardiology')
    await region().getByRole('button', { name: 'Preview', exact: true }).click()
    await expect.poll(() => line().getAttribute('aria-invalid')).toBe('true')
    const described = await line().evaluate((element) =>
      element.getAttribute('aria-describedby')!.split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' '))
    expect(described).toContain('wekks')
    expect(await region().locator('mark').allInnerTexts()).toContain('wekks')
    expect(await table().count()).toBe(0)
  })

  it('complete a clinic by keyboard', async () => {
    await line().fill('')
    await line().pressSequentially('mon 9-10 /30 1 weeks @nor')
    await region().getByRole('option', { name: /North Clinic/ }).waitFor()
    await page().keyboard.press('Tab')
    await expect.poll(() => line().inputValue()).toBe('mon 9-10 /30 1 weeks @"North Clinic" ')
    await discard()
  })
})

describe('a plan', () => {
  it('is previewed, and creates exactly the rows that are left in, once', async () => {
    add({ clinic: 1, date: monday, start_time: '09:00', end_time: '09:30' })
    add({ clinic: 2, date: monday, start_time: '09:10', end_time: '09:20' })
    await known(monday, 2)
    await open(`mon,tue 9-11 /30 from ${monday} 1 weeks @Cardiology`)
    await preview()
    await expect.poll(() => status().innerText()).toBe('15 of 16 slots')
    for (const words of ['15 new', '1 already there', '1 overlapping']) await region().getByRole('button', { name: words }).waitFor()
    await expect.poll(() => page().getByRole('gridcell', { name: /^09:30 – 10:00, City Clinic.*planned$/ }).count()).toBe(1)
    await region().getByRole('checkbox', { name: /09:30 – 10:00, City Clinic/ }).first().uncheck()
    await region().getByRole('checkbox', { name: 'Create: 1 overlapping' }).uncheck()
    await button('Create 13 slots').click()
    await bar().getByText(/the first is sent in \d second/).first().waitFor()
    expect(posted()).toEqual([])
    expect(await ending()).toMatch(/13 published/)
    const times = ['09:00:00 09:30:00', '09:30:00 10:00:00', '10:00:00 10:30:00', '10:30:00 11:00:00']
    const all = [1, 2].flatMap((of) => [monday, addDays(monday, 1)].flatMap((date) => times.map((time) => `${of} ${date} ${time}`)))
    const leftOut = [`1 ${monday} ${times[0]}`, `1 ${monday} ${times[1]}`, `2 ${monday} ${times[0]}`]
    expect(keys(posted())).toEqual(all.filter((each) => !leftOut.includes(each)).sort())
  })

  it('can be called off while it is held, and is on the table again', async () => {
    await ask(page(), 'settings:change', { holdSeconds: 20 })
    const text = `mon 9-11 /30 from ${monday} 1 weeks @"City Clinic"`
    await open(text)
    await preview()
    await button('Create 4 slots').click()
    await bar().getByText(/the first is sent in/).first().waitFor()
    await bar().getByRole('button', { name: 'Cancel' }).click()
    await bar().waitFor({ state: 'hidden' })
    expect(await line().inputValue()).toBe(text)
    await ask(page(), 'settings:change', { holdSeconds: 1 })
    expect(posted()).toEqual([])
    await discard()
  })

  it('is watched in every place, paused, resumed and stopped', async () => {
    server.pace = 150
    await open(`mon-fri 8-16 /15 from ${monday} 1 weeks @Cardiology`)
    await preview()
    await button('Create 320 slots').click()
    await page().getByRole('link', { name: 'Staff' }).click()
    await expect.poll(async () => Number(await meter().getAttribute('aria-valuenow'))).toBeGreaterThan(3)
    expect(await meter().getAttribute('aria-valuemax')).toBe('320')
    await button('Pause').click()
    await button('Resume').waitFor()
    // What was under way arrives; nothing follows it.
    await expect.poll(async () => {
      const before = posted().length
      await sleep(1000)
      return posted().length - before
    }).toBe(0)
    const paused = posted().length
    await button('Resume').click()
    await expect.poll(() => posted().length).toBeGreaterThan(paused)
    await button('Stop').click()
    await page().getByRole('alertdialog').getByRole('button', { name: en.jobs.stopGo }).click()
    const words = await ending()
    await page().getByRole('link', { name: 'Calendar' }).click()
    expect(words).toMatch(/Stopped: \d+ published, \d+ given up/)
    expect(server.slots.length).toBeLessThan(320)
    expect(posted().length).toBe(server.slots.length)
  })

  it('is nothing else than what is shown after it was changed', async () => {
    await open(`mon 9-11 /30 from ${monday} 1 weeks @"City Clinic"`)
    await preview()
    await line().fill(`mon 9-11 /20 from ${monday} 1 weeks @"City Clinic"`)
    await button('Create 6 slots').waitFor()
    await expect.poll(() => status().innerText()).toBe('6 of 6 slots')
    await button('Create 6 slots').click()
    await ending()
    expect(new Set(posted().map(({ end_time }) => full(end_time).slice(3, 5)))).toEqual(new Set(['20', '40', '00']))
  })

  it('says in words why it does not go on, and goes on by itself', async () => {
    const undo = fail(CREATE, answering(429, '{"detail": "Throttled."}', 'application/json', { 'Retry-After': '1' }))
    await open(`mon 9-10 /30 from ${monday} 1 weeks @"City Clinic"`)
    await preview()
    await button('Create 2 slots').click()
    await bar().getByText(/Waits: server is busy/).first().waitFor()
    undo()
    expect(await ending()).toMatch(/2 published/)
    expect(server.slots).toHaveLength(2)
  })
})

describe('a month of four clinics', () => {
  it('is published from the keyboard alone in less than a minute', async () => {
    await page().getByRole('heading', { level: 1 }).click()
    const begin = Date.now()
    const type = (text: string) => page().keyboard.type(text, { delay: 40 })
    await page().keyboard.press('p')
    await line().waitFor()
    await type(`mon-fri 9-11 /30 from ${monday} 4 weeks @card`)
    await page().keyboard.press('Enter')
    await type('@neu')
    await page().keyboard.press('Enter')
    await page().keyboard.press('Control+Enter')
    await expect.poll(() => status().innerText()).toBe('320 of 320 slots')
    await page().keyboard.press('Control+Enter')
    await meter().waitFor()
    const given = Date.now() - begin
    expect(await ending()).toMatch(/320 published/)
    const done = Date.now() - begin
    process.stdout.write(`four clinics × four weeks: ordered after ${given} ms, published after ${done} ms\n`)
    expect(new Set(keys(posted())).size).toBe(320)
    expect(server.slots).toHaveLength(320)
  })
})

describe('a copy', () => {
  it('repeats a week of the chosen clinics', async () => {
    add({ clinic: 1, date: addDays(monday, 2), start_time: '09:00', end_time: '09:20' })
    add({ clinic: 2, date: addDays(monday, 2), start_time: '10:00', end_time: '10:45' })
    await known(addDays(monday, 2), 2)
    await open()
    await region().getByRole('radio', { name: 'Copy' }).click()
    await region().getByRole('textbox', { name: 'A day of the week' }).fill(addDays(monday, 2))
    await region().getByRole('textbox', { name: 'How many weeks' }).fill('2')
    await preview()
    await button('Create 4 slots').click()
    await ending()
    expect(keys(posted())).toEqual(keys([9, 16].flatMap((after) => [
      { clinic: 1, date: addDays(monday, after), start_time: '09:00', end_time: '09:20' },
      { clinic: 2, date: addDays(monday, after), start_time: '10:00', end_time: '10:45' },
    ])))
  })
})

describe('axe', () => {
  it.each(['light', 'dark'] as const)('finds nothing in the planner and the job bar in %s', async (theme) => {
    await page().emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    server.pace = 300
    await open('mon-fri 9-13 /15 blurb ')
    expect(await findings(page())).toEqual([])
    await line().fill(`mon-fri 9-11 /30 from ${monday} 1 weeks @Cardiology`)
    await preview()
    await sleep(300)
    expect(await findings(page())).toEqual([])
    await button(/^Create \d+ slots$/).click()
    await meter().waitFor()
    await sleep(300)
    expect(await findings(page())).toEqual([])
    server.pace = 0
    await ending()
  })
})
