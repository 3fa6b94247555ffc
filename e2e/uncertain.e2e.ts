import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '@shared/domain/time'
import { committingThenDropping, openClinic, type Clinic, type Fault } from './clinic'
import { closeAll, openDeskAtBoard, type Desk } from './desk'
import { todayHere } from './today'

const today = todayHere()

let clinic: Clinic
let desk: Desk

beforeAll(async () => {
  clinic = await openClinic()
  desk = await openDeskAtBoard(clinic)
})
afterAll(closeAll)

const page = () => desk.page
const dialog = (name: string) => page().getByRole('dialog', { name })
const pick = async (inside: string, box: string, text: string) => {
  await dialog(inside).getByRole('combobox', { name: box, exact: true }).click()
  await page().keyboard.type(text)
  await page().getByRole('option', { name: text }).first().click()
}
let serial = 0

interface Kind { route: string, rows: () => number, fill: () => Promise<void>, dialog: string, button: string }

const allShown = () => [...clinic.hospital.clinicsOf.values()].flat()
const someClinic = () => [...clinic.hospital.clinics.values()].find(({ id }) => allShown().includes(id))!
const kinds: Record<string, Kind> = {
  'a staff member': {
    route: '/hospitalstaff/', dialog: 'Staff member', button: 'Save',
    rows: () => clinic.hospital.staff.rows.size,
    fill: async () => {
      await page().getByRole('link', { name: 'Staff' }).click()
      await page().getByRole('button', { name: 'Add staff member' }).click()
      await dialog('Staff member').getByRole('textbox', { name: 'Name' }).fill(`Nurse Unsure ${'ABCDEFGHIJ'[serial++]}${serial * 7919}`)
      await pick('Staff member', 'Department', [...clinic.hospital.departments.rows.values()][0]!.name)
    },
  },
  'a department': {
    route: '/hospitalstaffdepartment/', dialog: 'Department', button: 'Save',
    rows: () => clinic.hospital.departments.rows.size,
    fill: async () => {
      await page().getByRole('link', { name: 'Departments' }).click()
      await page().getByRole('button', { name: 'Add department' }).click()
      await dialog('Department').getByRole('textbox', { name: 'Name' }).fill(`Ward ${serial++}`)
    },
  },
  'a call request': {
    route: '/hospital-call-requests/', dialog: 'New call request', button: 'Create request',
    rows: () => clinic.hospital.callRequests.rows.size,
    fill: async () => {
      await page().getByRole('link', { name: 'Call requests' }).click()
      await page().getByRole('button', { name: 'New call request' }).click()
      await pick('New call request', 'Doctor', [...clinic.hospital.staff.rows.values()].find(({ isDoctor }) => isDoctor)!.name)
      await dialog('New call request').getByRole('textbox', { name: 'Date' }).fill(addDays(today, 20 + serial++))
    },
  },
  'a slot': {
    route: '/create-appointment-slot/', dialog: 'New slot', button: 'Create slot',
    rows: () => clinic.hospital.slots.count(someClinic().id),
    fill: async () => {
      await page().getByRole('link', { name: 'Calendar' }).click()
      await page().getByRole('button', { name: 'New slot' }).click()
      await pick('New slot', 'Clinic', someClinic().name)
      const start = 60 * 2 + 5 * serial++
      const clock = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
      await dialog('New slot').getByRole('textbox', { name: 'Date', exact: true }).fill(addDays(today, 300))
      await dialog('New slot').getByRole('textbox', { name: 'Start', exact: true }).fill(clock(start))
      await dialog('New slot').getByRole('textbox', { name: 'End', exact: true }).fill(clock(start + 5))
    },
  },
}

const posting = (fault: Fault): Fault => (request, response, next) => request.method === 'POST' ? fault(request, response, next) : next()
const dropping: Fault = (request) => { request.socket.destroy() }
const committingOnReused: Fault = async (request, response, next) => {
  await (clinic.isReused(request) ? committingThenDropping(request, response, next) : next())
}

describe.each(Object.entries(kinds))('%s', (_name, kind) => {
  const send = () => dialog(kind.dialog).getByRole('button', { name: kind.button }).click()
  const attempt = async (fault: Fault) => {
    const before = { rows: kind.rows(), posts: clinic.count('POST', kind.route) }
    const undo = clinic.fail(kind.route, posting(fault))
    await kind.fill()
    await send()
    return {
      undo,
      made: () => kind.rows() - before.rows,
      posts: () => clinic.count('POST', kind.route) - before.posts,
    }
  }

  it('is one row when the server makes it and drops the connection without an answer, and the app says that it was made', async () => {
    const result = await attempt(committingThenDropping)
    await dialog(kind.dialog).waitFor({ state: 'hidden' })
    expect([result.made(), result.posts()]).toEqual([1, 1])
    await expect.poll(() => page().locator('body').innerText()).toMatch(/found|was made|was created|was added|is there/i)
    result.undo()
  })

  it('is one row when the server drops reused connections after making it', async () => {
    const result = await attempt(committingOnReused)
    await dialog(kind.dialog).waitFor({ state: 'hidden' })
    expect([result.made(), result.posts()]).toEqual([1, 1])
    result.undo()
  })

  it('is said not to be made when the connection broke before, keeps what was typed, and can be sent again', async () => {
    const result = await attempt(dropping)
    await expect.poll(() => dialog(kind.dialog).getByRole('alert').innerText()).toMatch(/not (been )?(made|created|added)/i)
    expect([result.made(), result.posts()]).toEqual([0, 1])
    result.undo()
    await send()
    await dialog(kind.dialog).waitFor({ state: 'hidden' })
    expect([result.made(), result.posts()]).toEqual([1, 2])
  })
})
