import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDays } from '@shared/domain/time'
import { findingsInEveryTheme } from './axe'
import { answering, openClinic, type Clinic } from './clinic'
import { ask, askDay, closeAll, kill, newProfile, openDesk, openDeskAtBoard, removeProfile, signIn, slotsShown, type Desk } from './desk'
import { filesWith } from './profileFiles'
import { todayHere } from './today'

const today = todayHere()
const profiles: string[] = []

let clinic: Clinic
let desk: Desk
let profile: string

beforeEach(async () => {
  clinic = await openClinic()
  profiles.push(profile = newProfile())
  desk = await openDeskAtBoard(clinic, { profile })
})
afterEach(closeAll)
afterAll(() => { profiles.forEach(removeProfile) })

const page = () => desk.page
const go = (place: string) => page().getByRole('link', { name: place, exact: true }).click()
const waiting = () => page().getByRole('list', { name: 'Not on the server yet' }).getByRole('listitem')
const status = () => page().getByRole('status', { name: 'Sync status' }).innerText()
const board = () => page().getByRole('grid', { name: 'Day board' })
const departments = () => [...clinic.hospital.departments.rows.values()].map(({ name }) => name)
const staff = () => [...clinic.hospital.staff.rows.values()]
/** One for whom nobody has filed a call request today: after a restart a second one of that day would need a person's word. */
const doctor = () => staff().find(({ id, isDoctor }) =>
  isDoctor && ![...clinic.hospital.callRequests.rows.values()].some(({ doctorId, day }) => doctorId === id && day === today))!
const clinicIds = () => [...clinic.hospital.clinics.keys()]
const tomorrow = addDays(today, 1)
/** What the server has; slots of tomorrow. */
const counts = () => ({
  departments: departments().length, staff: staff().length, callRequests: clinic.hospital.callRequests.rows.size,
  slots: clinicIds().reduce((sum, id) => {
    const { count, text } = clinic.hospital.slots
    return sum + text(id, 0, count(id)).split(`"date":"${tomorrow}"`).length - 1
  }, 0),
})
const shownSlots = async () => (await askDay(page(), { date: tomorrow, clinicIds: clinicIds() })).columns
/** What this desk has; NaN slots while some of them are not from the server. */
async function shownCounts() {
  const { rows } = await ask(page(), 'departments:list')
  const { names } = await ask(page(), 'staff:list')
  const { ids } = await ask(page(), 'callRequests:list')
  const slots = (await shownSlots()).reduce((sum, { ids, stamp }) => sum + (stamp.fetchedAt === null || stamp.cached ? NaN : ids.length), 0)
  return { departments: rows.length, staff: names.length, callRequests: ids.length, slots }
}
/** Three ids of slots as they would lie in the cache in clear. */
const slotBytes = async () => Buffer.from(Int32Array.from((await shownSlots())[0]!.ids.slice(0, 3)).buffer)
const posts = () => clinic.arrived.filter(({ method, url }) => method === 'POST' && !url.includes('/token/')).map(({ url }) => url.split('/').at(-2)!)

async function addDepartment(name: string): Promise<void> {
  await go('Departments')
  await page().getByRole('button', { name: 'Add department' }).click()
  const dialog = page().getByRole('dialog', { name: 'Department' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

async function addStaffMember(name: string, department: string): Promise<void> {
  await go('Staff')
  await page().getByRole('button', { name: 'Add staff member' }).click()
  const dialog = page().getByRole('dialog', { name: 'Staff member' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
  await dialog.getByRole('combobox', { name: 'Department' }).fill(department)
  await page().getByRole('option', { name: department }).first().click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

async function addCallRequest(name: string): Promise<void> {
  await go('Call requests')
  await page().getByRole('button', { name: 'New call request' }).click()
  const dialog = page().getByRole('dialog', { name: 'New call request' })
  await dialog.getByRole('combobox', { name: 'Doctor' }).click()
  await page().keyboard.type(name)
  await page().getByRole('option', { name }).first().click()
  await dialog.getByRole('button', { name: 'Create request' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Publishes a slot in the first clinic of the board, where no other begins. */
async function addSlot(start: string, end: string): Promise<void> {
  await go('Calendar')
  const clinicName = (await board().getByRole('columnheader').first().getAttribute('aria-label'))!.split(',')[0]!
  await page().getByRole('button', { name: 'New slot' }).click()
  const dialog = page().getByRole('dialog', { name: 'New slot' })
  await dialog.getByRole('combobox', { name: 'Clinic', exact: true }).click()
  await page().keyboard.type(clinicName)
  await page().getByRole('option', { name: clinicName }).first().click()
  const box = (name: string) => dialog.getByRole('textbox', { name, exact: true })
  await box('Date').fill(tomorrow)
  await box('Start').fill(start)
  await box('End').fill(end)
  await dialog.getByRole('button', { name: 'Create slot' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

describe('while the server is away', () => {
  it('all that is created waits, sealed, outlives a kill in the middle of it and goes out once, in order, when the server is back', async () => {
    const before = counts()
    await expect.poll(shownCounts).toEqual(before)
    const target = doctor()
    const member = staff()[0]!
    const department = clinic.hospital.departments.rows.get(member.departmentId)!.name
    await go('Staff')
    await page().getByRole('table', { name: 'Staff' }).waitFor()
    await clinic.goAway()
    await addDepartment('Sports Medicine')
    await expect.poll(() => waiting().allInnerTexts()).toEqual([expect.stringMatching(/Sports Medicine\s*waiting/)])
    await addStaffMember('Waiting Person', department)
    await expect.poll(() => waiting().allInnerTexts()).toEqual([expect.stringMatching(/Waiting Person[^]*waiting/)])
    await addCallRequest(target.name)
    await expect.poll(() => waiting().allInnerTexts()).toEqual([expect.stringContaining(target.name)])
    await addSlot('04:37', '04:52')
    await page().getByRole('button', { name: 'Next day' }).click()
    const cell = board().getByRole('gridcell', { name: /^04:37 – 04:52/ })
    await expect.poll(() => cell.getAttribute('aria-label')).toContain('waiting')
    await expect.poll(status).toContain('4 waiting to send')
    expect(posts()).toEqual([])

    await kill(desk)
    desk = await openDesk({ profile })
    await expect.poll(status).toContain('4 waiting to send')
    await slotsShown(page()).waitFor()
    await addDepartment('Night Medicine')
    await expect.poll(() => waiting().count()).toBe(2)
    await expect.poll(status).toContain('5 waiting to send')
    const token = clinic.arrived.at(-1)!.authorization.replace('Bearer ', '')
    const markers = ['Sports Medicine', 'Night Medicine', 'Waiting Person', target.name, member.name, token, clinic.password, '04:37:00', '"start":16620']
    for (const marker of [...markers, await slotBytes()]) expect(filesWith(profile, marker), String(marker)).toEqual([])

    await clinic.comeBack()
    await page().getByRole('button', { name: 'Sync now' }).click()
    await expect.poll(posts).toHaveLength(5)
    await expect.poll(status).not.toContain('waiting')
    expect(posts()).toEqual([
      'hospitalstaffdepartment', 'hospitalstaff', 'hospital-call-requests', 'create-appointment-slot', 'hospitalstaffdepartment',
    ])
    const { departments: units, staff: members, callRequests, slots } = before
    const after = { departments: units + 2, staff: members + 1, callRequests: callRequests + 1, slots: slots + 1 }
    expect(counts()).toEqual(after)
    await expect.poll(shownCounts).toEqual(after)
    expect(departments().filter((name) => name === 'Sports Medicine')).toHaveLength(1)
    await expect.poll(() => waiting().count()).toBe(0)
  })

  it('what waits is edited in its form, or discarded after a question', async () => {
    await go('Departments')
    await page().getByRole('table', { name: 'Departments' }).waitFor()
    await clinic.goAway()
    await addDepartment('Sports Medicin')
    await addDepartment('A mistake')
    await page().getByRole('button', { name: 'Edit Sports Medicin, which is waiting' }).click()
    const dialog = page().getByRole('dialog', { name: 'Department' })
    await expect.poll(() => dialog.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Sports Medicin')
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Sports Medicine')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page().getByRole('button', { name: 'Discard A mistake, which is waiting' }).click()
    await page().getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click()
    await expect.poll(() => waiting().allInnerTexts()).toEqual([expect.stringMatching(/Sports Medicine\s*waiting/)])
    expect(await findingsInEveryTheme(page())).toEqual([])

    await clinic.comeBack()
    await page().getByRole('button', { name: 'Sync now' }).click()
    await expect.poll(departments).toContain('Sports Medicine')
    expect(departments().filter((name) => /mistake|Medicin$/.test(name))).toEqual([])
  })

  it('a slot that waits is moved and taken back from the board', async () => {
    await clinic.goAway()
    await addSlot('05:00', '05:15')
    await page().getByRole('button', { name: 'Next day' }).click()
    await board().getByRole('gridcell', { name: /^05:00 – 05:15/ }).click()
    await page().getByRole('button', { name: 'Edit', exact: true }).click()
    const form = page().getByRole('dialog', { name: 'New slot' })
    await form.getByRole('textbox', { name: 'End', exact: true }).fill('05:20')
    await form.getByRole('button', { name: 'Create slot' }).click()
    await form.waitFor({ state: 'hidden' })
    const cell = board().getByRole('gridcell', { name: /^05:00 – 05:20/ })
    await cell.click()
    await page().getByRole('button', { name: 'Discard', exact: true }).click()
    await page().getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click()
    await cell.waitFor({ state: 'detached' })
    await expect.poll(status).not.toContain('waiting')
  })
})

describe('what waits for one person', () => {
  it('is neither seen nor sent by another, and goes out when its own person is back', async () => {
    const other = clinic.accounts[1]!
    await go('Departments')
    await page().getByRole('table', { name: 'Departments' }).waitFor()
    await clinic.goAway()
    await addDepartment('Sports Medicine')
    clinic.fail('/', answering(401, '{"detail": "Given token not valid for any token type", "code": "token_not_valid"}'))
    await clinic.comeBack()
    await page().getByRole('button', { name: 'Sync now' }).click()
    await page().getByRole('dialog', { name: 'Sign in again' }).getByRole('button', { name: 'Sign in as someone else' }).click()
    clinic.heal()
    const before = posts().length
    await signIn(page(), { server: clinic.server, email: other.email, password: other.password })
    await go('Departments')
    await page().getByRole('table', { name: 'Departments' }).waitFor()
    expect(await waiting().count()).toBe(0)
    expect(await status()).not.toContain('waiting')
    await page().getByRole('button', { name: 'Sign out' }).click()
    await page().getByRole('heading', { name: 'Sign in' }).waitFor()
    expect(posts()).toHaveLength(before)
    await signIn(page(), clinic)
    await expect.poll(departments).toContain('Sports Medicine')
    expect(posts()).toHaveLength(before + 1)
    expect(departments().filter((name) => name === 'Sports Medicine')).toHaveLength(1)
  })
})
