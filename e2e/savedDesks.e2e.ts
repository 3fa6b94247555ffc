import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openClinic, type Clinic } from './clinic'
import { closeAll, newProfile, openDesk, openDeskAtBoard, type Desk } from './desk'

let clinic: Clinic
let desk: Desk
const profile = newProfile()

beforeAll(async () => {
  clinic = await openClinic()
  desk = await openDeskAtBoard(clinic, { profile })
})
afterAll(closeAll)

const dialog = () => desk.page.getByRole('dialog', { name: 'Saved desks' })
const columns = () => desk.page.getByRole('columnheader')
const save = async (name: string) => {
  await desk.page.getByRole('button', { name: 'Saved desks' }).click()
  await dialog().getByRole('textbox', { name: 'Name' }).fill(name)
  await dialog().getByRole('button', { name: 'Save desk' }).click()
  await dialog().getByRole('listitem').filter({ hasText: name }).waitFor()
  await desk.page.keyboard.press('Escape')
  await dialog().waitFor({ state: 'hidden' })
}
/** Takes all but the first clinic off the board. */
const keepFirst = async () => {
  await expect.poll(() => columns().count()).toBeGreaterThan(1)
  const first = await columns().first().getAttribute('aria-label') ?? await columns().first().innerText()
  await desk.page.evaluate(async () => {
    type Bridge = { invoke: (call: string, input?: unknown) => Promise<{ value: { clinics: { id: number }[] } }> }
    const { desk: bridge } = window as unknown as { desk: Bridge }
    const ids = (await bridge.invoke('directory:read')).value.clinics.map(({ id }) => id)
    await bridge.invoke('slots:choose', { clinicIds: ids.slice(0, 1) })
  })
  await desk.page.reload()
  await expect.poll(() => columns().count()).toBe(1)
  return first
}

it('calls a saved desk up by its key from anywhere', async () => {
  const { page } = desk
  await expect.poll(() => columns().count()).toBeGreaterThan(1)
  const all = await columns().count()
  await save('Everybody')
  await keepFirst()
  await save('Alone')
  await page.getByRole('link', { name: 'Staff' }).click()
  await page.getByRole('searchbox', { name: 'Search staff' }).focus()
  await page.keyboard.press('F1')
  await expect.poll(() => columns().count()).toBe(all)
  await page.keyboard.press('F2')
  await expect.poll(() => columns().count()).toBe(1)
})

it('gives desks to a colleague as a file, and says what is wrong with another', async () => {
  const { page, app } = desk
  const file = path.join(profile, 'given.json')
  await app.evaluate(({ dialog: system }, filePath) => {
    system.showSaveDialog = (async () => ({ canceled: false, filePath })) as typeof system.showSaveDialog
  }, file)
  await page.getByRole('button', { name: 'Saved desks' }).click()
  await dialog().getByRole('button', { name: 'Save as a file' }).click()
  await dialog().getByText('The desks are saved as a file.').waitFor()
  expect(JSON.parse(readFileSync(file, 'utf8')).desks).toHaveLength(2)

  await dialog().getByRole('button', { name: 'Remove Alone' }).click()
  await dialog().getByText('“Alone” is removed.').waitFor()
  await dialog().getByLabel('File of saved desks').setInputFiles(file)
  await dialog().getByText('2 desks were taken from the file.').waitFor()
  await dialog().getByRole('listitem').filter({ hasText: 'Alone' }).waitFor()

  const other = path.join(profile, 'other.json')
  writeFileSync(other, '{"name":"not a desk"}')
  await dialog().getByLabel('File of saved desks').setInputFiles(other)
  await dialog().getByRole('alert').getByText('“other.json” has no saved desks.').waitFor()
})

it('begins with the one that was chosen for it', async () => {
  const begin = dialog().getByRole('button', { name: 'Begin with Alone' })
  await begin.click()
  await expect.poll(() => begin.getAttribute('aria-pressed')).toBe('true')
  await desk.page.keyboard.press('Escape')
  await dialog().waitFor({ state: 'hidden' })
  await desk.page.keyboard.press('F1')
  await expect.poll(() => columns().count()).toBeGreaterThan(1)
  await desk.close()
  desk = await openDesk({ profile })
  await expect.poll(() => columns().count()).toBe(1)
})
