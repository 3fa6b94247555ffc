import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '@shared/domain/time'
import { answering, openClinic, rows, type Clinic } from './clinic'
import { closeAll, openDeskAt, type Desk } from './desk'
import { todayHere } from './today'

const today = todayHere()

let clinic: Clinic
let desk: Desk

beforeAll(async () => {
  clinic = await openClinic()
  desk = await openDeskAt('Call requests', clinic)
  await list().waitFor()
})
afterAll(closeAll)

const page = () => desk.page
const list = () => page().getByRole('list', { name: 'Call requests' })
const dialog = () => page().getByRole('dialog', { name: 'New call request' })
const requests = () => [...clinic.hospital.callRequests.rows.values()]
const doctors = () => [...clinic.hospital.staff.rows.values()].filter(({ isDoctor }) => isDoctor)

async function chooseDoctor(name: string): Promise<void> {
  await dialog().getByRole('combobox', { name: 'Doctor' }).click()
  await page().keyboard.type(name)
  await page().getByRole('option', { name }).first().click()
}

describe('call requests', () => {
  it('are listed newest first, by doctor and date', async () => {
    expect(await list().getByRole('listitem').count()).toBeGreaterThan(5)
    const newest = requests().reduce((one, other) => other.day > one.day ? other : one)
    expect(await list().getByRole('listitem').first().innerText()).toContain(String(Number(newest.day.slice(8))))
  })

  it('are made in the dialog: doctor by typing, today by default, once for two clicks', async () => {
    const before = requests().length
    await page().getByRole('button', { name: 'New call request' }).click()
    await dialog().waitFor()
    const doctor = doctors()[0]!
    await chooseDoctor(doctor.name)
    await dialog().getByRole('button', { name: 'Create request' }).dblclick()
    await dialog().waitFor({ state: 'hidden' })
    expect(requests()).toHaveLength(before + 1)
    expect(requests().at(-1)).toMatchObject({ doctorId: doctor.id, day: today })
    expect(clinic.count('POST', '/hospital-call-requests/')).toBe(1)
  })

  it('are begun from anywhere by Ctrl+Shift+N', async () => {
    await page().getByRole('link', { name: 'Staff' }).click()
    await page().keyboard.press('Control+Shift+N')
    await dialog().waitFor()
    await page().keyboard.press('Escape')
    await dialog().waitFor({ state: 'hidden' })
    await page().getByRole('link', { name: 'Call requests' }).click()
  })

  it('understand a relative date', async () => {
    await page().getByRole('button', { name: 'New call request' }).click()
    await chooseDoctor(doctors()[1]!.name)
    await dialog().getByRole('textbox', { name: 'Date' }).fill('+3')
    await dialog().getByRole('button', { name: 'Create request' }).click()
    await dialog().waitFor({ state: 'hidden' })
    expect(requests().at(-1)).toMatchObject({ day: addDays(today, 3) })
  })

  it('say that a doctor was deleted between opening the form and sending it', async () => {
    await page().getByRole('button', { name: 'New call request' }).click()
    const doctor = doctors()[2]!
    await chooseDoctor(doctor.name)
    clinic.hospital.staff.rows.delete(doctor.id)
    await dialog().getByRole('button', { name: 'Create request' }).click()
    await expect.poll(async () => (await dialog().innerText()).length > 0 && await dialog().locator('[aria-invalid=true], [role=alert]').count()).toBeGreaterThan(0)
    clinic.hospital.staff.rows.set(doctor.id, doctor)
    await page().keyboard.press('Escape')
    await page().getByRole('button', { name: 'Discard' }).click()
    await dialog().waitFor({ state: 'hidden' })
  })

  it('keep the name of a doctor who is no longer on the staff', async () => {
    const undo = clinic.fail('/hospital-call-requests/', rows([{ id: 1, request_date: today, doctor: { id: 999_999, name: 'Dr. Long Gone' } }, { id: 2, request_date: today, doctor: doctors()[0]!.id }]))
    await page().getByRole('button', { name: 'Sync now' }).click()
    await expect.poll(() => list().getByRole('listitem').count()).toBe(2)
    expect(await list().innerText()).toContain('Dr. Long Gone')
    expect(await list().innerText()).toContain(doctors()[0]!.name)
    undo()
  })

  it('number 100,000 and stay usable', async () => {
    const many = Array.from({ length: 100_000 }, (_, index) => ({ id: index + 1, request_date: today, doctor: { id: 1, name: `Dr. Number ${index % 500}` } }))
    const undo = clinic.fail('/hospital-call-requests/', rows(many))
    await page().getByRole('button', { name: 'Sync now' }).click()
    await expect.poll(() => page().locator('[data-count="callRequests"]').getAttribute('data-value')).toBe('100000')
    expect(await list().getByRole('listitem').count()).toBeLessThan(100)
    undo()
  })

  it('say why they can not be shown', async () => {
    const undo = clinic.fail('/hospital-call-requests/', answering(200, '{"not": "a list"}'))
    await page().getByRole('button', { name: 'Sync now' }).click()
    await expect.poll(() => page().locator('main').innerText()).toMatch(/not live|failed|:\d\d|attempt/i)
    expect(await list().getByRole('listitem').count()).toBeGreaterThan(5)
    undo()
  })
})
