import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import en from '@shared/locales/en.json'
import { addDays } from '@shared/domain/time'
import { answering, openClinic, rows, type Clinic } from './clinic'
import { closeAll, openDeskAtBoard, type Desk } from './desk'
import { todayHere } from './today'

const today = todayHere()
const day = addDays(today, 1)
const slot = (id: number, clinicId: number, start: string, end: string) =>
  ({ id, date: day, start_time: start, end_time: end, clinic: clinicId })

let clinic: Clinic
let desk: Desk
/** What the server has: City and North are Dr. Doe's, South is Dr. Roe's and Dr. Doe's. */
let slots: ReturnType<typeof slot>[]
const posted = () => clinic.bodies('POST', '/create-appointment-slot/') as { date: string, start_time: string, end_time: string, clinic: number }[]

beforeAll(async () => {
  clinic = await openClinic()
  slots = [slot(1, 1, '09:00:00', '09:15:00'), slot(2, 2, '10:00:00', '10:30:00'), slot(3, 3, '12:00:00', '12:30:00')]
  clinic.fail('/hospitalstaff/', rows([
    { id: 1, name: 'Dr. John Doe', is_doctor: true, department: 'Cardiology' },
    { id: 2, name: 'Dr. Jane Roe', is_doctor: true, department: 'Neurology' },
  ]))
  const place = (id: number, name: string) => ({ id, name, address: `${id} Main St` })
  clinic.fail('/doctor-clinics/1/', rows([place(1, 'City Clinic'), place(2, 'North Clinic'), place(3, 'South Clinic')]))
  clinic.fail('/doctor-clinics/2/', rows([place(3, 'South Clinic')]))
  clinic.fail('/clinic-appointment-slots/', (request, response, next) => {
    const asked = Number(new URL(request.url!, 'http://x').searchParams.get('clinic_id'))
    return rows(slots.filter((one) => one.clinic === asked))(request, response, next)
  })
  clinic.fail('/create-appointment-slot/', (request, response, next) => {
    const body = posted().at(-1)!
    // The server's own copy: seconds are added where they are missing.
    const full = (time: string) => time.length === 5 ? `${time}:00` : time
    const made = { ...slot(100 + slots.length, body.clinic, full(body.start_time), full(body.end_time)), date: body.date }
    slots.push(made)
    return answering(201, JSON.stringify(made))(request, response, next)
  })
  desk = await openDeskAtBoard(clinic)
  await desk.page.getByRole('button', { name: 'Next day' }).click()
  await cell(/^09:00 – 09:15.*City Clinic/).waitFor()
})
afterAll(closeAll)

const page = () => desk.page
const cell = (name: string | RegExp) => page().getByRole('grid', { name: 'Day board' }).getByRole('gridcell', { name })
const dialog = () => page().getByRole('dialog', { name: 'New slot' })
const box = (name: string) => dialog().getByRole('textbox', { name, exact: true })

async function open(clinicName: string, start: string, end: string): Promise<void> {
  await page().getByRole('button', { name: 'New slot' }).click()
  await dialog().waitFor()
  await dialog().getByRole('combobox', { name: 'Clinic', exact: true }).click()
  await page().keyboard.type(clinicName)
  await page().getByRole('option', { name: clinicName }).first().click()
  await box('Date').fill(day)
  await box('Start').fill(start)
  await box('End').fill(end)
  await box('End').blur()
}
const send = () => dialog().getByRole('button', { name: 'Create slot' }).click()
const close = async () => {
  await dialog().getByRole('button', { name: 'Cancel' }).click()
  const discard = page().getByRole('button', { name: 'Discard' })
  await discard.or(page().getByRole('heading', { level: 1 })).first().waitFor()
  if (await discard.count()) await discard.click()
  await dialog().waitFor({ state: 'hidden' })
}

describe('a new slot', () => {
  it('is published from the form, times typed freely, once for two clicks', async () => {
    await open('City Clinic', '915', '9.30 am')
    await dialog().getByRole('button', { name: 'Create slot' }).dblclick()
    await dialog().waitFor({ state: 'hidden' })
    await cell(/^09:15 – 09:30.*City Clinic/).waitFor()
    expect(posted()).toEqual([{ clinic: 1, date: day, start_time: '09:15:00', end_time: '09:30:00' }])
  })

  it('is begun by Enter on an empty stretch, and by N', async () => {
    await cell(/^no slot.*City Clinic/).first().focus()
    await page().keyboard.press('Enter')
    await dialog().waitFor()
    expect(await box('Start').inputValue()).toMatch(/\d/)
    await close()
    await page().keyboard.press('n')
    await dialog().waitFor()
    await close()
  })

  it('is begun by dragging over an empty stretch', async () => {
    const stretch = cell(/^no slot.*North Clinic/).last()
    await stretch.scrollIntoViewIfNeeded()
    const header = (await page().getByRole('columnheader', { name: /^North Clinic/ }).boundingBox())!
    const grid = (await page().getByRole('grid', { name: 'Day board' }).boundingBox())!
    const x = header.x + header.width / 2
    const y = grid.y + grid.height * 0.75
    await page().mouse.move(x, y)
    await page().mouse.down()
    await page().mouse.move(x, y + 20, { steps: 4 })
    await page().mouse.move(x, y + 40, { steps: 4 })
    await page().mouse.up()
    await dialog().waitFor()
    expect(await box('Start').inputValue()).toMatch(/^\d\d:\d\d$/)
    expect(await box('Start').inputValue()).not.toBe(await box('End').inputValue())
    await close()
  })

  it.each([
    ['10:00', '9:00', 'End'], ['10:00', '10:00', 'End'], ['23:50', '0:10', 'End'], ['noonish', '13:00', 'Start'], ['25:00', '26:00', 'Start'],
  ])('is refused beside the field from %s to %s', async (start, end, field) => {
    await open('City Clinic', start, end)
    const before = posted().length
    await send()
    await expect.poll(() => box(field).getAttribute('aria-invalid')).toBe('true')
    expect(await box('Start').inputValue()).toBe(start)
    expect(posted().length).toBe(before)
    await close()
  })

  it.each([
    ['2027-02-29'], ['31/4'], ['someday'],
  ])('is refused beside the field on the day %s', async (text) => {
    await open('City Clinic', '10:00', '10:15')
    await box('Date').fill(text)
    const before = posted().length
    await send()
    await expect.poll(() => box('Date').getAttribute('aria-invalid')).toBe('true')
    expect(await box('Date').inputValue()).toBe(text)
    expect(posted().length).toBe(before)
    await close()
  })

  it.each(['2028-02-29', '2027-03-28'])('is published on %s, leap day and clock change alike', async (date) => {
    await open('City Clinic', '2:30', '2:45')
    await box('Date').fill(date)
    await send()
    await dialog().waitFor({ state: 'hidden' })
    expect(posted().at(-1)).toEqual({ clinic: 1, date, start_time: '02:30:00', end_time: '02:45:00' })
  })

  it('is refused when the same one exists, unless forced', async () => {
    await open('City Clinic', '9:00', '9:15')
    const before = posted().length
    await send()
    await expect.poll(() => dialog().innerText()).toContain(en.calendar.newSlot.twiceNeeded)
    expect(posted().length).toBe(before)
    await dialog().getByLabel(en.calendar.newSlot.twice).click()
    await send()
    await dialog().waitFor({ state: 'hidden' })
    expect(posted().length).toBe(before + 1)
  })

  it('names an overlap, wants a reason, and is drawn side by side with it', async () => {
    await open('City Clinic', '9:20', '9:35')
    await expect.poll(() => dialog().innerText()).toMatch(/09:15 – 09:30/)
    const before = posted().length
    await send()
    await expect.poll(() => dialog().innerText()).toContain(en.calendar.newSlot.reasonNeeded)
    expect(posted().length).toBe(before)
    await box(en.calendar.newSlot.reason).fill('Two rooms today')
    await send()
    await dialog().waitFor({ state: 'hidden' })
    const [one, other] = [(await cell(/^09:15 – 09:30.*City/).boundingBox())!, (await cell(/^09:20 – 09:35.*City/).boundingBox())!]
    expect(one.x + one.width <= other.x + 0.5 || other.x + other.width <= one.x + 0.5).toBe(true)
  })

  it('keeps its fields apart on a low window', async () => {
    const resize = (height: number) => desk.app.evaluate(({ BrowserWindow }, to) => {
      BrowserWindow.getAllWindows()[0]!.setContentSize(1280, to)
    }, height)
    await open('City Clinic', '9:05', '9:20')
    const findings = dialog().getByRole('status', { name: en.calendar.newSlot.findings })
    await findings.getByText(/overlaps/).waitFor()
    await resize(600)
    const words = (await findings.getByRole('listitem').last().boundingBox())!
    const reason = (await dialog().getByText(en.calendar.newSlot.reason, { exact: true }).boundingBox())!
    expect(words.y + words.height).toBeLessThanOrEqual(reason.y)
    await resize(800)
    await close()
  })

  it('is asked about once when it begins in the past', async () => {
    await open('City Clinic', '0:00', '0:05')
    await box('Date').fill(today)
    await send()
    await page().getByRole('button', { name: en.calendar.newSlot.pastGo }).click()
    await dialog().waitFor({ state: 'hidden' })
    expect(posted().at(-1)).toMatchObject({ date: today, start_time: '00:00:00' })
  })

  it('is on the board at once, as being sent, and then as published', async () => {
    const undo = clinic.fail('/create-appointment-slot/', async (_request, response, next) => {
      await new Promise((resolve) => { setTimeout(resolve, 1500) })
      undo()
      const made = { ...slot(999, 1, '17:00:00', '17:15:00') }
      slots.push(made)
      await answering(201, JSON.stringify(made))(_request, response, next)
    })
    await open('City Clinic', '17:00', '17:15')
    await send()
    await cell(/^17:00 – 17:15.*City Clinic.*sending/).waitFor()
    await dialog().waitFor({ state: 'hidden' })
    await expect.poll(() => cell(/^17:00 – 17:15.*sending/).count()).toBe(0)
    expect(await cell(/^17:00 – 17:15.*City Clinic/).count()).toBe(1)
  })

  it('says “certainly” where both clinics have the doctor alone, “possibly” where one has several', async () => {
    await open('City Clinic', '10:10', '10:20')
    await expect.poll(() => dialog().innerText()).toMatch(/certainly[^]*North Clinic|North Clinic[^]*certainly/i)
    await close()
    await open('City Clinic', '12:10', '12:20')
    await expect.poll(() => dialog().innerText()).toMatch(/possibly[^]*South Clinic|South Clinic[^]*possibly/i)
    await close()
  })

  it('keeps all that was typed when the server refuses, and says why', async () => {
    const undo = clinic.fail('/create-appointment-slot/', answering(400, '{"non_field_errors": ["End time must be after start time."]}'))
    await open('City Clinic', '15:00', '15:15')
    await send()
    await expect.poll(() => dialog().getByRole('alert').innerText()).toContain('End time must be after start time.')
    expect(await box('Start').inputValue()).toBe('15:00')
    undo()
    await send()
    await dialog().waitFor({ state: 'hidden' })
    expect(slots.filter(({ start_time }) => start_time === '15:00:00')).toHaveLength(1)
  })

  it('waits on this computer as long as a busy server asks, and is published once', async () => {
    const undo = clinic.fail('/create-appointment-slot/', answering(429, '{"detail": "Throttled."}', 'application/json', { 'Retry-After': '3' }))
    const before = posted().length
    await open('City Clinic', '16:00', '16:15')
    await send()
    await dialog().waitFor({ state: 'hidden' })
    await cell(/^16:00 – 16:15.*City Clinic.*wait/i).waitFor()
    undo()
    await page().getByRole('button', { name: 'Sync now' }).click()
    await expect.poll(() => slots.filter(({ start_time }) => start_time === '16:00:00').length).toBe(1)
    await cell(/^16:00 – 16:15.*City Clinic(?!.*wait)/i).waitFor()
    expect(posted().length - before).toBe(2)
  })
})
