import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import en from '@shared/locales/en.json'
import { answering, openClinic, type Clinic } from './clinic'
import { closeAll, openDeskAt, type Desk } from './desk'

let clinic: Clinic
let desk: Desk

beforeAll(async () => {
  clinic = await openClinic()
  desk = await openDeskAt('Staff', clinic)
  await desk.page.getByRole('table', { name: 'Staff' }).waitFor()
})
afterAll(closeAll)

const page = () => desk.page
const dialog = () => page().getByRole('dialog', { name: 'Staff member' })
const search = (text: string) => page().getByRole('searchbox', { name: 'Search staff' }).fill(text)
const row = (name: string) => page().getByRole('table', { name: 'Staff' }).getByRole('row').filter({ hasText: name })
const staff = () => [...clinic.hospital.staff.rows.values()]
const sent = (method: string) => clinic.count(method, '/hospitalstaff/')

async function choose(box: string, text: string): Promise<void> {
  await dialog().getByRole('combobox', { name: box }).click()
  await page().keyboard.type(text)
  await page().getByRole('option', { name: text }).first().click()
}
const departmentName = () => [...clinic.hospital.departments.rows.values()][1]!.name

describe('staff', () => {
  it('lists everyone, and finds by name and department whatever the case and accents', async () => {
    const known = staff().find(({ name }) => /[À-ỹ]/.test(name))!
    const plain = known.name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()
    await search(plain)
    await expect.poll(() => row(known.name).count()).toBeGreaterThan(0)
    await search('zzzz nobody')
    await expect.poll(() => page().getByRole('table', { name: 'Staff' }).getByRole('row').count()).toBeLessThan(2)
    await search('')
  })

  it('adds a staff member, one row for two clicks', async () => {
    await page().getByRole('button', { name: 'Add staff member' }).click()
    await dialog().getByRole('textbox', { name: 'Name' }).fill('Dr. Asha Testwala')
    await choose('Department', departmentName())
    await dialog().getByRole('button', { name: 'Save' }).dblclick()
    await dialog().waitFor({ state: 'hidden' })
    await search('Testwala')
    await row('Dr. Asha Testwala').waitFor()
    expect(staff().filter(({ name }) => name === 'Dr. Asha Testwala')).toHaveLength(1)
    expect(sent('POST')).toBe(1)
  })

  it('warns of a near-duplicate before it adds one', async () => {
    await page().getByRole('button', { name: 'Add staff member' }).click()
    await dialog().getByRole('textbox', { name: 'Name' }).fill('  asha   TESTWALA')
    await choose('Department', departmentName())
    await dialog().getByRole('button', { name: 'Save' }).click()
    await dialog().getByText('Dr. Asha Testwala').first().waitFor()
    expect(sent('POST')).toBe(1)
    await page().keyboard.press('Escape')
    await page().getByRole('button', { name: 'Discard' }).click()
    await dialog().waitFor({ state: 'hidden' })
  })

  it('changes one field with a PATCH of that field', async () => {
    await row('Dr. Asha Testwala').hover()
    await page().getByRole('button', { name: 'Edit Dr. Asha Testwala' }).click()
    await dialog().getByRole('textbox', { name: 'Name' }).fill('Dr. Asha Testwala-Rao')
    await dialog().getByRole('button', { name: 'Save' }).click()
    await dialog().waitFor({ state: 'hidden' })
    await row('Dr. Asha Testwala-Rao').waitFor()
    expect(clinic.bodies('PATCH', '/hospitalstaff/')).toEqual([{ name: 'Dr. Asha Testwala-Rao' }])
  })

  it('replaces a whole record with a PUT', async () => {
    const before = { ...staff().find(({ name }) => name === 'Dr. Asha Testwala-Rao')! }
    await page().getByRole('button', { name: 'Edit Dr. Asha Testwala-Rao' }).click()
    await dialog().getByRole('textbox', { name: 'Name' }).fill('Asha Testwala')
    await dialog().getByLabel('Doctor', { exact: true }).click()
    await choose('Department', [...clinic.hospital.departments.rows.values()][2]!.name)
    await dialog().getByRole('button', { name: 'Save' }).click()
    await dialog().waitFor({ state: 'hidden' })
    const department = expect.any(String) as string
    expect(clinic.bodies('PUT', '/hospitalstaff/')).toEqual([{ name: 'Asha Testwala', is_doctor: !before.isDoctor, department }])
  })

  it('shows both when someone else changed the record meanwhile, and sends nothing unasked', async () => {
    const mine = staff().find(({ name }) => name === 'Asha Testwala')!
    await page().getByRole('button', { name: 'Edit Asha Testwala' }).click()
    await dialog().getByRole('textbox', { name: 'Name' }).fill('Asha Mine')
    clinic.hospital.staff.rows.set(mine.id, { ...mine, name: 'Asha Theirs' })
    const writes = sent('PATCH') + sent('PUT')
    await dialog().getByRole('button', { name: 'Save' }).click()
    await dialog().getByText('Asha Theirs').first().waitFor()
    expect(sent('PATCH') + sent('PUT')).toBe(writes)
    expect(await dialog().getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Asha Mine')
    await page().keyboard.press('Escape')
    await page().getByRole('button', { name: 'Discard' }).click()
    await dialog().waitFor({ state: 'hidden' })
    await page().getByRole('button', { name: 'Sync now' }).click()
  })

  it.each([
    ['', 'required'], ['   ', 'required'], ['x'.repeat(151), 'tooLong'],
  ])('says beside the field that the name %o can not be saved, and keeps it', async (name) => {
    await page().getByRole('button', { name: 'Add staff member' }).click()
    await dialog().getByRole('textbox', { name: 'Name' }).fill(name)
    const posts = sent('POST')
    await dialog().getByRole('button', { name: 'Save' }).click()
    await expect.poll(() => dialog().getByRole('textbox', { name: 'Name' }).getAttribute('aria-invalid')).toBe('true')
    expect(await dialog().getByRole('textbox', { name: 'Name' }).inputValue()).toBe(name)
    expect(sent('POST')).toBe(posts)
    await page().keyboard.press('Escape')
    const discard = page().getByRole('button', { name: 'Discard' })
    if (await discard.count()) await discard.click()
    await dialog().waitFor({ state: 'hidden' })
  })

  it('says beside the field that a name holds a control character', async () => {
    await page().getByRole('button', { name: 'Add staff member' }).click()
    await dialog().getByRole('textbox', { name: 'Name' }).fill('Bell\u0007Ringer')
    await dialog().getByRole('button', { name: 'Save' }).click()
    await expect.poll(() => dialog().innerText()).toContain(en.form.controlCharacters)
    await page().keyboard.press('Escape')
    await page().getByRole('button', { name: 'Discard' }).click()
    await dialog().waitFor({ state: 'hidden' })
  })

  it.each([
    '<img src=x onerror=alert(1)>', '=HYPERLINK("http://x")', '👩🏽‍⚕️ Zoë', 'د. ليلى حداد', 'x'.repeat(150),
  ])('takes the name %s as it is', async (name) => {
    await page().getByRole('button', { name: 'Add staff member' }).click()
    await dialog().getByRole('textbox', { name: 'Name' }).fill(name)
    await choose('Department', departmentName())
    await dialog().getByRole('button', { name: 'Save' }).click()
    await dialog().waitFor({ state: 'hidden' })
    expect(staff().filter((one) => one.name === name)).toHaveLength(1)
    await search(name.slice(0, 40))
    await row(name).waitFor()
    expect(await page().locator('[role=table] img').count()).toBe(0)
    await search('')
  })

  it('puts the server’s own complaint beside its field', async () => {
    const undo = clinic.fail('/hospitalstaff/', (request, response, next) => request.method === 'POST'
      ? answering(400, '{"name": ["This name is on the blocked list."]}')(request, response, next)
      : next())
    await page().getByRole('button', { name: 'Add staff member' }).click()
    await dialog().getByRole('textbox', { name: 'Name' }).fill('Blocked Person')
    await choose('Department', departmentName())
    await dialog().getByRole('button', { name: 'Save' }).click()
    await dialog().getByText('This name is on the blocked list.').first().waitFor()
    expect(await dialog().getByRole('textbox', { name: 'Name' }).getAttribute('aria-invalid')).toBe('true')
    undo()
    await dialog().getByRole('button', { name: 'Save' }).click()
    await dialog().waitFor({ state: 'hidden' })
    expect(staff().filter(({ name }) => name === 'Blocked Person')).toHaveLength(1)
  })

  it('deletes someone whom nothing refers to', async () => {
    await search('Blocked Person')
    await page().getByRole('button', { name: 'Delete Blocked Person' }).click()
    await page().getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
    await expect.poll(() => staff().filter(({ name }) => name === 'Blocked Person').length).toBe(0)
    await page().getByRole('alertdialog').waitFor({ state: 'hidden' })
    await expect.poll(() => row('Blocked Person').count()).toBe(0)
  })

  it('shows what refers to a doctor, wants the name typed, and explains the refusal', async () => {
    const { doctorId } = [...clinic.hospital.callRequests.rows.values()][0]!
    const doctor = clinic.hospital.staff.rows.get(doctorId)!
    await search(doctor.name)
    await page().getByRole('button', { name: `Delete ${doctor.name}` }).first().click()
    const warning = page().getByRole('alertdialog')
    await expect.poll(() => warning.innerText()).toMatch(/call request/i)
    const remove = warning.getByRole('button', { name: 'Delete' })
    await expect.poll(async () => await remove.isDisabled() || await remove.getAttribute('aria-disabled') === 'true').toBe(true)
    await warning.getByRole('textbox').fill(doctor.name)
    await remove.click()
    await expect.poll(() => warning.getByRole('alert').innerText()).toMatch(/./)
    expect(clinic.hospital.staff.rows.has(doctor.id)).toBe(true)
    await page().keyboard.press('Escape')
    await search('')
  })
})
