import { afterAll, beforeAll, expect, it } from 'vitest'
import en from '@shared/locales/en.json'
import { behindTls, trustGood } from './behindTls'
import { openClinic, type Clinic } from './clinic'
import { closeAll, openDesk, signInToBoard, slotsShown, type Desk } from './desk'

let clinic: Clinic
let secure: Awaited<ReturnType<typeof behindTls>>
let desk: Desk

beforeAll(async () => {
  clinic = await openClinic()
  secure = await behindTls(clinic)
  desk = await openDesk()
  await trustGood(desk)
  await signInToBoard(desk.page, { ...clinic, server: secure.server })
})
afterAll(async () => {
  await closeAll()
  await secure.close()
})

const status = () => desk.page.getByRole('status', { name: 'Sync status' })
const departments = () => [...clinic.hospital.departments.rows.values()].filter(({ name }) => name === 'Radiology Annex')
const syncNow = () => desk.page.getByRole('button', { name: 'Sync now' }).first().click()

it('a certificate that goes bad in the middle of the day: said in words, nothing sent, nothing lost', async () => {
  const count = await slotsShown(desk.page).getAttribute('data-value')
  secure.become('expired')
  await syncNow()
  await expect.poll(() => status().innerText()).toContain(en.errorsBrief.untrusted)
  expect(await slotsShown(desk.page).getAttribute('data-value')).toBe(count)

  const arrived = clinic.arrived.length
  await desk.page.getByRole('link', { name: 'Departments' }).click()
  await desk.page.getByRole('button', { name: 'Add department' }).click()
  await desk.page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Radiology Annex')
  await desk.page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect.poll(() => status().innerText()).toMatch(/1 waiting to send/i)
  expect(clinic.arrived.length).toBe(arrived)

  secure.become('good')
  await syncNow()
  await expect.poll(() => status().innerText()).toContain('Up to date')
  await expect.poll(() => departments().length).toBe(1)
  expect(clinic.count('POST', '/hospitalstaffdepartment/')).toBe(1)
})
