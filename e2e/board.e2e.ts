import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, weekday } from '@shared/domain/time'
import { answering, openClinic, rows, type Clinic } from './clinic'
import { closeAll, openDesk, openDeskAtBoard, type Desk } from './desk'
import { todayHere } from './today'

const today = todayHere()
const slot = (id: number, start: string, end: string, changes: object = {}) =>
  ({ id, date: today, start_time: start, end_time: end, clinic: 1, ...changes })

let clinic: Clinic
let desk: Desk

/** Three clinics of two doctors, with these slots in the first. */
async function openWith(slots: unknown[], names = ['City Clinic', 'North Clinic', 'City Clinic']): Promise<void> {
  clinic = await openClinic()
  clinic.fail('/hospitalstaff/', rows([
    { id: 1, name: 'Dr. John Doe', is_doctor: true, department: 'Cardiology' },
    { id: 2, name: 'Dr. Jane Roe', is_doctor: true, department: 'Neurology' },
  ]))
  const place = (id: number) => ({ id, name: names[id - 1], address: `${id} Main St` })
  clinic.fail('/doctor-clinics/1/', rows([place(1), place(2)]))
  clinic.fail('/doctor-clinics/2/', rows([place(2), place(3)]))
  clinic.fail('/clinic-appointment-slots/', rows([]))
  clinic.fail('clinic_id=1', rows(slots))
  desk = await openDeskAtBoard(clinic)
}

const grid = () => desk.page.getByRole('grid', { name: 'Day board' })
const cell = (name: string | RegExp) => grid().getByRole('gridcell', { name })
const header = () => desk.page.getByRole('columnheader')
const focused = () => desk.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '')

describe('the day board', () => {
  beforeAll(() => openWith([slot(1, '11:13:00', '11:19:00'), slot(2, '11:19:00', '11:25:00'), slot(3, '11:20', '11:40')]))
  afterAll(closeAll)

  it('names its slots by time and clinic, its columns by clinic, its heading by date', async () => {
    await expect.poll(() => cell(/^11:13 – 11:19.*City Clinic/).count()).toBe(1)
    expect(await header().allInnerTexts()).toHaveLength(3)
    expect(await desk.page.getByRole('columnheader', { name: /^North Clinic/ }).count()).toBe(1)
    expect(await desk.page.getByRole('heading', { level: 1 }).innerText()).toContain(String(Number(today.slice(8))))
  })

  it('tells two clinics of one name apart', async () => {
    const names = await header().evaluateAll((cells) => cells.map((one) => one.getAttribute('aria-label') ?? one.textContent ?? ''))
    const same = names.filter((name) => name.trim().startsWith('City Clinic'))
    expect(same).toHaveLength(2)
    expect(new Set(same).size).toBe(2)
  })

  it('names every doctor of a shared clinic in its header', async () => {
    const north = desk.page.getByRole('columnheader', { name: /^North Clinic/ })
    expect(await north.evaluate((one) => `${one.textContent} ${one.getAttribute('aria-label') ?? ''} ${one.getAttribute('aria-description') ?? ''}`))
      .toMatch(/John Doe[^]*Jane Roe/)
  })

  it('draws overlapping slots side by side and none taller than its time', async () => {
    const box = async (name: string) => (await cell(name).boundingBox())!
    await cell('11:19 – 11:25').scrollIntoViewIfNeeded()
    const [first, second, third] = [await box('11:13 – 11:19'), await box('11:19 – 11:25'), await box('11:20 – 11:40')]
    const perMinute = third.height / 20
    expect(first.y + first.height).toBeLessThanOrEqual(second.y + 0.5)
    expect(second.height).toBeLessThanOrEqual(6 * perMinute + 2)
    expect(second.x + second.width).toBeLessThanOrEqual(third.x + 0.5)
  })

  it('keeps columns without slots', async () => {
    expect(await desk.page.getByRole('columnheader', { name: /^North Clinic/ }).isVisible()).toBe(true)
  })

  it('is one tab stop; arrows move through slots and columns, Enter opens the details, Esc gives the focus back', async () => {
    expect(await grid().locator('[tabindex="0"]').count()).toBe(1)
    await cell('11:13 – 11:19').focus()
    await desk.page.keyboard.press('ArrowDown')
    await expect.poll(focused).toMatch(/^11:19 – 11:25/)
    await desk.page.keyboard.press('ArrowUp')
    await expect.poll(focused).toMatch(/^11:13 – 11:19/)
    await desk.page.keyboard.press('ArrowRight')
    await expect.poll(focused).toContain('North Clinic')
    await desk.page.keyboard.press('ArrowLeft')
    await expect.poll(focused).toMatch(/City Clinic/)
    await cell('11:13 – 11:19').focus()
    await desk.page.keyboard.press('Enter')
    await desk.page.getByText('1 Main St').first().waitFor()
    await desk.page.keyboard.press('Escape')
    await expect.poll(focused).toMatch(/^11:13 – 11:19/)
  })

  it('goes to the previous and next day, to a date and back to today', async () => {
    const heading = desk.page.getByRole('heading', { level: 1 })
    const shown = await heading.innerText()
    await desk.page.getByRole('button', { name: 'Next day' }).click()
    await expect.poll(() => desk.page.evaluate(() => location.hash)).toBe(`#/calendar/${addDays(today, 1)}`)
    expect(await heading.innerText()).not.toBe(shown)
    await desk.page.getByRole('button', { name: 'Previous day' }).click()
    await desk.page.getByRole('textbox', { name: 'Go to date' }).fill('2026-11-30')
    await desk.page.keyboard.press('Enter')
    await expect.poll(() => desk.page.evaluate(() => location.hash)).toBe('#/calendar/2026-11-30')
    expect(await heading.innerText()).toMatch(/30.*November.*2026/)
    await desk.page.getByRole('button', { name: 'Today', exact: true }).click()
    await expect.poll(() => heading.innerText()).toBe(shown)
    expect(weekday('2026-11-30')).toBe(1)
  })

  it.each([['+3', 3], ['-1w', -7], ['next mon', 8 - weekday(today)], ['tomorrow', 1]])('goes where %j says', async (words, days) => {
    await desk.page.getByRole('button', { name: 'Today', exact: true }).click()
    const box = desk.page.getByRole('textbox', { name: 'Go to date' })
    await box.fill(words)
    const meant = desk.page.getByText(new RegExp(`^\\w{3},? ${Number(addDays(today, days).slice(8))} `)).and(desk.page.getByRole('status'))
    await meant.waitFor()
    await desk.page.keyboard.press('Enter')
    await expect.poll(() => desk.page.evaluate(() => location.hash)).toBe(`#/calendar/${addDays(today, days)}`)
    await expect.poll(() => meant.count()).toBe(0)
  })

  it('says in which order a date was read that is none', async () => {
    const box = desk.page.getByRole('textbox', { name: 'Go to date' })
    await box.fill('11/30')
    await desk.page.keyboard.press('Enter')
    await desk.page.getByRole('alert').getByText('Is 30/11 meant?').waitFor()
    await desk.page.keyboard.press('Escape')
    await desk.page.getByRole('button', { name: 'Today', exact: true }).click()
  })

  it('says what is wrong with a date that is none', async () => {
    const box = desk.page.getByRole('textbox', { name: 'Go to date' })
    await box.fill('2026-02-30')
    await desk.page.keyboard.press('Enter')
    await expect.poll(() => box.getAttribute('aria-invalid')).toBe('true')
    await desk.page.keyboard.press('Escape')
  })

  it('keeps the chosen clinics and the zoom between starts', async () => {
    await desk.page.getByRole('button', { name: 'Remove North Clinic' }).click()
    await expect.poll(() => header().count()).toBe(2)
    await desk.page.getByRole('button', { name: 'Zoom in' }).click()
    await desk.page.waitForTimeout(300)
    const { profile } = desk
    await desk.close()
    desk = await openDesk({ profile })
    await expect.poll(() => header().count()).toBe(2)
    expect(await desk.page.getByText('10 min', { exact: true }).count()).toBeGreaterThan(0)
  })

  it('shows a clinic that fails as failed, and the good data that it had', async () => {
    const undo = clinic.fail('/clinic-appointment-slots/', answering(500, '<h1>Server Error (500)</h1>', 'text/html'))
    await desk.page.getByRole('button', { name: 'Sync now' }).click()
    await expect.poll(() => desk.page.getByRole('columnheader', { name: /fault|fail|live/i }).count()).toBeGreaterThan(0)
    await expect.poll(() => desk.page.getByRole('status', { name: 'Sync status' }).innerText()).toMatch(/Not up to date: Slots/)
    expect(await cell(/^11:13 – 11:19/).count()).toBe(1)
    undo()
    await desk.page.getByRole('button', { name: 'Sync now' }).click()
    await expect.poll(() => desk.page.getByRole('status', { name: 'Sync status' }).innerText()).toMatch(/Up to date/)
  })
})

describe('bad input on the board', () => {
  const long = `${'Очень длинное имя '.repeat(8)}клиники`.slice(0, 150)
  const markup = '<img src=x onerror=alert(1)><b>Bold</b>'

  beforeAll(() => openWith([
    slot(1, '09:00:00', '09:10:00.000000'),
    slot(2, '09:10', '09:20'),
    slot(3, '10:00:00', '09:00:00'),
    slot(4, '23:50:00', '00:10:00'),
    slot(5, '23:30:00', '00:00:00'),
    slot(6, '12:00:00', '12:00:00'),
    { id: 7, date: today, start_time: '13:00:00', clinic: 1 },
    slot(8, 'noon', '13:00'),
    slot(9, '14:00:30.5', '14:10:15', { unknown: { field: [1] } }),
    { ...slot(10, '15:00', '15:10'), date: '2026-02-30' },
    'no row at all',
  ], [long, 'عيادة القلب', markup]))
  afterAll(closeAll)

  it('shows the rows that can be read and says how many can not', async () => {
    await desk.page.getByRole('button', { name: 'Fit the day' }).click()
    for (const name of ['09:00 – 09:10', '09:10 – 09:20', '23:30 – 24:00', '14:00 – 14:10']) {
      await expect.poll(() => cell(name).count(), { message: name }).toBe(1)
    }
    const values = await desk.page.locator('[data-count="slots"]').getAttribute('data-value')
    expect(values).toBe('4')
    expect(await grid().innerText()).toMatch(/7 rows could not be read/)
  })

  it('shows long, right-to-left and markup names as they are, in one line', async () => {
    for (const name of [long, 'عيادة القلب', markup]) {
      const found = desk.page.getByRole('columnheader').filter({ hasText: name })
      expect(await found.count(), name).toBe(1)
      expect((await found.boundingBox())!.height).toBeLessThan(90)
    }
    expect(await desk.page.locator('[role=columnheader] img, [role=columnheader] b').count()).toBe(0)
  })
})

describe('a clinic with 105,000 slots', () => {
  beforeAll(async () => {
    const many = Array.from({ length: 105_000 }, (_, index) => {
      const minute = (index % 288) * 5
      const text = (of: number) => `${String(Math.floor(of / 60)).padStart(2, '0')}:${String(of % 60).padStart(2, '0')}:00`
      return { ...slot(index + 1, text(minute), text((minute + 5) % 1440)), date: addDays(today, Math.floor(index / 288) - 100) }
    })
    await openWith(many)
  })
  afterAll(closeAll)

  it('shows its day, and only what is in view is in the page', async () => {
    expect(await desk.page.locator('[data-count="slots"]').getAttribute('data-value')).toBe('288')
    expect(await grid().getByRole('gridcell').count()).toBeLessThan(1000)
  })
})
