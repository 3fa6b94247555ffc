import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openClinic, type Clinic } from './clinic'
import { closeAll, openDeskAt, signIn, type Desk } from './desk'

let clinic: Clinic
let desk: Desk

beforeAll(async () => {
  clinic = await openClinic()
  desk = await openDeskAt('Departments', clinic)
  await desk.page.getByRole('table', { name: 'Departments' }).waitFor()
})
afterAll(closeAll)

const page = () => desk.page
const dialog = () => page().getByRole('dialog', { name: 'Department' })
const table = () => page().getByRole('table', { name: 'Departments' })
const departments = () => [...clinic.hospital.departments.rows.values()]
const close = async () => {
  await page().keyboard.press('Escape')
  const discard = page().getByRole('button', { name: 'Discard' })
  if (await discard.count()) await discard.click()
  await dialog().waitFor({ state: 'hidden' })
}

describe('departments', () => {
  it('shows each with its number of staff and doctors', async () => {
    const [first] = departments()
    const members = [...clinic.hospital.staff.rows.values()].filter(({ departmentId }) => departmentId === first!.id)
    const text = await table().getByRole('row').filter({ hasText: first!.name }).innerText()
    expect(text).toContain(String(members.length))
    expect(text).toContain(String(members.filter(({ isDoctor }) => isDoctor).length))
  })

  it('adds one', async () => {
    await page().getByRole('button', { name: 'Add department' }).click()
    await dialog().getByRole('textbox', { name: 'Name' }).fill('Sports Medicine')
    await dialog().getByRole('button', { name: 'Save' }).dblclick()
    await dialog().waitFor({ state: 'hidden' })
    await table().getByRole('row').filter({ hasText: 'Sports Medicine' }).waitFor()
    expect(departments().filter(({ name }) => name === 'Sports Medicine')).toHaveLength(1)
    expect(clinic.count('POST', '/hospitalstaffdepartment/')).toBe(1)
  })

  it('says beside the field that a name exists already', async () => {
    await page().getByRole('button', { name: 'Add department' }).click()
    await dialog().getByRole('textbox', { name: 'Name' }).fill('Sports Medicine')
    await dialog().getByRole('button', { name: 'Save' }).click()
    await expect.poll(() => dialog().getByRole('textbox', { name: 'Name' }).getAttribute('aria-invalid')).toBe('true')
    await close()
  })

  it('renames with a PATCH, and the staff follow at once', async () => {
    const [first] = departments()
    const member = [...clinic.hospital.staff.rows.values()].find(({ departmentId }) => departmentId === first!.id)!
    await page().getByRole('button', { name: `Rename ${first!.name}` }).click()
    await dialog().getByRole('textbox', { name: 'Name' }).fill('Heart and Vessels')
    await dialog().getByRole('button', { name: 'Save' }).click()
    await dialog().waitFor({ state: 'hidden' })
    expect(clinic.count('PATCH', '/hospitalstaffdepartment/')).toBe(1)
    await page().getByRole('link', { name: 'Staff' }).click()
    await page().getByRole('searchbox', { name: 'Search staff' }).fill(member.name)
    await page().getByRole('table', { name: 'Staff' }).getByRole('row').filter({ hasText: 'Heart and Vessels' }).first().waitFor()
    await page().getByRole('searchbox', { name: 'Search staff' }).fill('')
    await page().getByRole('link', { name: 'Departments' }).click()
  })

  it('shows both names when someone else renamed it meanwhile, and puts mine over it when told so', async () => {
    const department = departments().find(({ name }) => name === 'Sports Medicine')!
    await page().getByRole('button', { name: 'Rename Sports Medicine' }).click()
    await dialog().getByRole('textbox', { name: 'Name' }).fill('Mine')
    clinic.hospital.departments.rows.set(department.id, { ...department, name: 'Theirs' })
    await dialog().getByRole('button', { name: 'Save' }).click()
    await dialog().getByText('Theirs').first().waitFor()
    expect(clinic.count('PUT', '/hospitalstaffdepartment/')).toBe(0)
    await dialog().getByRole('button', { name: 'Save' }).click()
    await dialog().waitFor({ state: 'hidden' })
    expect(clinic.count('PUT', '/hospitalstaffdepartment/')).toBe(1)
    expect(clinic.hospital.departments.rows.get(department.id)!.name).toBe('Mine')
  })

  it('deletes an empty one; of one in use it shows the staff, wants the name and explains the refusal', async () => {
    await page().getByRole('button', { name: 'Delete Mine' }).click()
    await page().getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
    await page().getByRole('alertdialog').waitFor({ state: 'hidden' })
    expect(departments().some(({ name }) => name === 'Mine')).toBe(false)

    const used = departments()[0]!
    const member = [...clinic.hospital.staff.rows.values()].find(({ departmentId }) => departmentId === used.id)!
    await page().getByRole('button', { name: `Delete ${used.name}` }).click()
    const warning = page().getByRole('alertdialog')
    await warning.getByText(member.name).first().waitFor()
    await warning.getByRole('textbox').fill(used.name)
    await warning.getByRole('button', { name: 'Delete' }).click()
    await expect.poll(() => warning.getByRole('alert').innerText()).toMatch(/./)
    expect(clinic.hospital.departments.rows.has(used.id)).toBe(true)
    await page().keyboard.press('Escape')
  })
})

describe('an account that may only read', () => {
  it('is told so once it tries to write, and can not try again', async () => {
    const viewer = clinic.accounts[1]!
    await page().getByRole('button', { name: 'Sign out' }).click()
    await signIn(page(), { server: clinic.server, email: viewer.email, password: viewer.password })
    await page().getByRole('link', { name: 'Departments' }).click()
    await page().getByRole('button', { name: 'Add department' }).click()
    await dialog().getByRole('textbox', { name: 'Name' }).fill('Not Mine To Make')
    await dialog().getByRole('button', { name: 'Save' }).click()
    await expect.poll(() => page().locator('body').innerText()).toMatch(/may only read/i)
    expect(departments().some(({ name }) => name === 'Not Mine To Make')).toBe(false)
    await close()
    expect(await page().getByRole('button', { name: 'Add department' }).getAttribute('aria-disabled')).toBe('true')
  })
})
