import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findingsInEveryTheme } from './axe'
import { answering, openClinic, type Clinic } from './clinic'
import { closeAll, openDeskAt, type Desk } from './desk'

let clinic: Clinic
let desk: Desk

beforeAll(async () => {
  clinic = await openClinic()
  desk = await openDeskAt('Departments', clinic)
  await desk.page.getByRole('table', { name: 'Departments' }).waitFor()
})
afterAll(closeAll)

const page = () => desk.page
const history = () => page().getByRole('table', { name: 'Activity' })
const open = () => page().getByRole('list', { name: 'Not on the server yet' })
const go = (place: string) => page().getByRole('link', { name: place, exact: true }).click()

async function add(name: string): Promise<void> {
  await go('Departments')
  await page().getByRole('button', { name: 'Add department' }).click()
  const dialog = page().getByRole('dialog', { name: 'Department' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

describe('activity', () => {
  it('says what this desk did, and is right about the present names', async () => {
    await add('=Sports')
    await go('Activity')
    await expect.poll(() => history().getByRole('row').nth(1).innerText()).toMatch(/New department\s+=Sports\s+made/)
    expect(await findingsInEveryTheme(page())).toEqual([])
  })

  it('is searched', async () => {
    await page().getByRole('searchbox', { name: 'Search activity' }).fill('nobody')
    await page().getByRole('button', { name: 'Show all activity' }).click()
    await history().waitFor()
  })

  it('goes to the clipboard as a table and to a file as CSV, without the force of formulas', async () => {
    const file = path.join(desk.profile, 'activity.csv')
    await desk.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = (() => Promise.resolve({ canceled: false, filePath })) as typeof dialog.showSaveDialog
    }, file)
    await page().getByRole('button', { name: 'Export as CSV' }).click()
    await page().getByText('The activity was saved.').waitFor()
    const [head, row] = readFileSync(file, 'utf8').split('\r\n')
    expect(head).toBe('\uFEFFTime,What,Which,Outcome,Why,Who')
    expect(row).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d,New department,'=Sports,made,,/)
    await page().getByRole('button', { name: 'Copy' }).click()
    await expect.poll(() => desk.app.evaluate(({ clipboard }) => clipboard.readText())).toMatch(/\tNew department\t'=Sports\tmade\t/)
  })

  it('lists what waits on top, where it is edited and sent', async () => {
    await clinic.goAway()
    await add('Later')
    await go('Activity')
    const entry = open().getByRole('listitem', { name: /department: Later, waiting/ })
    await entry.getByRole('button', { name: 'Edit' }).click()
    const dialog = page().getByRole('dialog', { name: 'Department' })
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Much later')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await go('Activity')
    await open().getByRole('listitem', { name: /department: Much later, waiting/ }).waitFor()
    expect(await findingsInEveryTheme(page())).toEqual([])
    await clinic.comeBack()
    await page().getByRole('button', { name: 'Send now' }).click()
    await open().waitFor({ state: 'detached' })
    expect([...clinic.hospital.departments.rows.values()].filter(({ name }) => /later/i.test(name)).map(({ name }) => name)).toEqual(['Much later'])
  })

  it('keeps what the server refused after it had waited, with the reason, until a person has decided', async () => {
    await clinic.goAway()
    await add('Refused')
    clinic.fail('/hospitalstaffdepartment/', (request, response, next) => request.method === 'POST'
      ? answering(400, JSON.stringify({ name: ['No more departments.'] }))(request, response, next)
      : next())
    await clinic.comeBack()
    await page().getByRole('button', { name: 'Sync now' }).click()
    await go('Activity')
    const entry = open().getByRole('listitem', { name: /Refused, refused/ })
    await expect.poll(() => entry.innerText()).toContain('No more departments.')
    await expect.poll(() => page().getByRole('link', { name: 'Activity' }).innerText()).toContain('1')
    clinic.heal()
    await entry.getByRole('button', { name: 'Retry' }).click()
    await open().waitFor({ state: 'detached' })
    expect([...clinic.hospital.departments.rows.values()].filter(({ name }) => name === 'Refused')).toHaveLength(1)
  })
})
