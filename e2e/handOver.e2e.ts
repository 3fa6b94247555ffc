import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openClinic, type Clinic } from './clinic'
import { ask, closeAll, kill, openDesk, openDeskAtBoard, signIn, type Desk } from './desk'

let clinic: Clinic
let desk: Desk

beforeAll(async () => {
  clinic = await openClinic()
  desk = await openDeskAtBoard(clinic)
})
afterAll(closeAll)

const part = (name: string) => desk.page.getByRole('region', { name, exact: true })
const note = () => desk.page.getByRole('textbox', { name: 'Your note for the next shift' })
const show = async () => {
  await desk.page.getByRole('link', { name: 'Hand-over', exact: true }).click()
  await note().waitFor()
}
const texts = async () => (await ask(desk.page, 'handOver:read')).notes.map(({ text }) => text)

it('is reached from the palette and says what is open, what waits and what runs out', async () => {
  await desk.page.keyboard.press('Control+k')
  await desk.page.getByRole('dialog', { name: 'Command palette' }).getByRole('combobox').fill('next shift')
  await desk.page.getByRole('option', { name: /^Hand-over/ }).first().click()
  await desk.page.getByRole('heading', { level: 1, name: 'Shift hand-over' }).waitFor()
  for (const name of ['Notes', 'Open call requests', 'Not on the server yet', 'Plans that need a look', 'Clinics that run out', 'What changed today']) {
    await part(name).waitFor()
  }
  await part('Not on the server yet').getByText('Nothing waits to be sent, and nothing failed.').waitFor()
})

it('counts what was made today, by itself, and lists what could not be sent', async () => {
  const make = (name: string) => ask(desk.page, 'outbox:create', { key: crypto.randomUUID(), reason: '', create: { kind: 'department', form: { name } } })
  await make('Travel Medicine')
  await part('What changed today').getByRole('cell', { name: 'New department' }).waitFor()
  await clinic.goAway()
  void make('Sports Medicine').catch(() => undefined)
  await part('Not on the server yet').getByRole('cell', { name: 'Sports Medicine' }).waitFor()
  await part('Not on the server yet').getByRole('cell', { name: 'waiting' }).waitFor()
  await clinic.comeBack()
  await part('Not on the server yet').getByText('Nothing waits to be sent, and nothing failed.').waitFor({ timeout: 60_000 })
})

it('goes with its note to a PDF file', async () => {
  const folder = path.join(desk.profile, 'papers')
  mkdirSync(folder)
  const file = path.join(folder, 'hand-over.pdf')
  await desk.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (() => Promise.resolve({ canceled: false, filePath })) as typeof dialog.showSaveDialog
  }, file)
  await note().fill('Room 2 opens late.')
  await desk.page.getByRole('button', { name: 'To a PDF file…' }).click()
  await desk.page.getByText('The file was written.').waitFor({ timeout: 60_000 })
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
})

it('keeps the note while one is elsewhere, while the desk is locked, and when the program is killed', async () => {
  await desk.page.getByRole('link', { name: 'Staff', exact: true }).click()
  await desk.page.getByRole('heading', { level: 1, name: 'Staff' }).waitFor()
  await show()
  await expect.poll(() => note().inputValue()).toBe('Room 2 opens late.')
  await note().press('End')
  await note().pressSequentially(' Key at the back.')
  await desk.page.keyboard.press('Control+Shift+L')
  await desk.page.getByRole('dialog', { name: 'Locked' }).waitFor()
  expect(await desk.page.getByText('Room 2').count()).toBe(0)
  await desk.page.getByRole('dialog', { name: 'Locked' }).getByLabel('Password').fill(clinic.password)
  await desk.page.getByRole('button', { name: 'Unlock' }).click()
  await show()
  await expect.poll(() => note().inputValue()).toBe('Room 2 opens late. Key at the back.')
  await expect.poll(texts).toEqual(['Room 2 opens late. Key at the back.'])
})

it('shows the next person who wrote it and when, to be ticked, and nothing else of the one before', async () => {
  const viewer = clinic.accounts.find(({ readOnly }) => readOnly)!
  await desk.page.getByRole('button', { name: 'Sign out' }).click()
  await desk.page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await signIn(desk.page, { ...clinic, ...viewer })
  await show()
  const left = part('Notes').getByRole('listitem')
  await left.getByText('Room 2 opens late. Key at the back.').waitFor()
  await left.getByText(/^reception, /).waitFor()
  expect(await note().inputValue()).toBe('')
  await part('What changed today').getByText('No changes, neither yours nor by others.').waitFor()
  const done = part('Notes').getByRole('checkbox', { name: /^Done: note by reception/ })
  await done.check()
  await left.getByText(/^Done: viewer, /).waitFor()
  expect(await done.isChecked()).toBe(true)
})

it('keeps what was typed last when the program is killed', async () => {
  await note().fill('Lift is out of order')
  await expect.poll(texts).toContain('Lift is out of order')
  await kill(desk)
  desk = await openDesk({ profile: desk.profile })
  await desk.page.getByRole('link', { name: 'Hand-over', exact: true }).click()
  await expect.poll(() => note().inputValue()).toBe('Lift is out of order')
})
