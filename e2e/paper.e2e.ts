import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, it } from 'vitest'
import en from '@shared/locales/en.json'
import { findingsInEveryTheme } from './axe'
import { openClinic, type Clinic } from './clinic'
import { ask, closeAll, openDeskAtBoard, type Desk } from './desk'

let clinic: Clinic
let desk: Desk
const folder = () => path.join(desk.profile, 'papers')
const inFolder = (name: string) => path.join(folder(), name)

beforeAll(async () => {
  clinic = await openClinic()
  desk = await openDeskAtBoard(clinic)
  mkdirSync(folder())
})
afterAll(closeAll)

const dialog = (name: string) => desk.page.getByRole('dialog', { name })
const pages = (file: string) => readFileSync(file, 'latin1').match(/\/Type \/Page\b/g)!.length
const chosen = () => desk.page.getByRole('columnheader').count()

/** The system's dialogs answer with these. */
const answer = (file: string) => desk.app.evaluate(({ dialog }, filePath) => {
  dialog.showSaveDialog = (() => Promise.resolve({ canceled: false, filePath })) as typeof dialog.showSaveDialog
  dialog.showOpenDialog = (() => Promise.resolve({ canceled: false, filePaths: [filePath] })) as typeof dialog.showOpenDialog
}, file)

async function save(file: string, week = false): Promise<string> {
  await answer(inFolder(file))
  await desk.page.getByRole('button', { name: file.endsWith('pdf') ? 'Print…' : 'Export…' }).click()
  if (week) await dialog('Print').getByRole('radio', { name: 'This week' }).click()
  await desk.page.getByRole('button', { name: file.endsWith('pdf') ? 'To a PDF file…' : 'To a CSV file…' }).click()
  await desk.page.getByRole('dialog').waitFor({ state: 'hidden' })
  return inFolder(file)
}

it('the day goes to a PDF file of a page or more for each clinic, and the week too', async () => {
  expect(pages(await save('day.pdf'))).toBeGreaterThanOrEqual(await chosen())
  expect(pages(await save('week.pdf', true))).toBeGreaterThanOrEqual(await chosen())
  expect(readFileSync(inFolder('day.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  expect(await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

it.each([
  ['hi', 'NotoSansDevanagari'], ['ar', 'NotoSansArabic'],
] as const)('a document in %s carries the program’s own font for its script', async (language, font) => {
  const [clinicId] = [...clinic.hospital.clinics.keys()]
  const file = inFolder(`${language}.pdf`)
  await answer(file)
  await ask(desk.page, 'settings:change', { language })
  await expect.poll(async () => {
    const of = { kind: 'clinics' as const, clinicIds: [clinicId!] }
    await ask(desk.page, 'sheets:savePdf', { span: 'day', date: '2026-11-26', of, large: false })
    return readFileSync(file, 'latin1')
  }).toMatch(new RegExp(`/FontName /(\\w+\\+)?${font}`))
  await ask(desk.page, 'settings:change', { language: 'en' })
  await desk.page.getByRole('button', { name: 'Print…' }).waitFor()
})

it('says that there is no printer, and stays where it is', async () => {
  await desk.page.getByRole('button', { name: 'Print…' }).click()
  await dialog('Print').getByRole('button', { name: 'To a printer…' }).click()
  await dialog('Print').getByRole('alert').getByText('Nothing was printed.').waitFor()
  expect(await findingsInEveryTheme(desk.page)).toEqual([])
  await desk.page.keyboard.press('Escape')
})

it('the week goes to a calendar file, and to the clipboard as a table', async () => {
  await answer(inFolder('week.ics'))
  await desk.page.getByRole('button', { name: 'Export…' }).click()
  await dialog('Export').getByRole('radio', { name: 'This week' }).click()
  await dialog('Export').getByRole('button', { name: 'To a calendar file…' }).click()
  await desk.page.getByRole('dialog').waitFor({ state: 'hidden' })
  const events = new ICAL.Component(ICAL.parse(readFileSync(inFolder('week.ics'), 'utf8'))).getAllSubcomponents('vevent')
  expect(events.length).toBeGreaterThan(20)
  expect(new Set(events.map((event) => event.getFirstPropertyValue('uid'))).size).toBe(events.length)
  await desk.page.getByRole('button', { name: 'Export…' }).click()
  await dialog('Export').getByRole('button', { name: 'Copy as a table' }).click()
  await desk.page.getByRole('dialog').waitFor({ state: 'hidden' })
  const copied = () => desk.app.evaluate(({ clipboard }) => {
    const old = clipboard as unknown as { readText: () => string, readHTML: () => string }
    return { text: old.readText(), html: old.readHTML() }
  })
  await expect.poll(async () => (await copied()).text).toMatch(/^Clinic\tDoctors\tDate\tStart\tEnd\tMinutes\tAs of\n/)
  await expect.poll(async () => (await copied()).html).toContain('<table><thead><tr><th>Clinic</th>')
})

it('a downtime pack is written when somebody chooses a folder, and anew when the server goes away', async () => {
  await answer(folder())
  await desk.page.getByRole('link', { name: 'Settings' }).click()
  await desk.page.getByRole('button', { name: 'Choose a folder…' }).click()
  await desk.page.getByText(/Last made \d\d:\d\d/).waitFor()
  expect(await findingsInEveryTheme(desk.page)).toEqual([])
  const packs = () => readdirSync(folder()).filter((name) => /^downtime-pack-.+\.(pdf|csv)$/.test(name))
  expect(packs()).toHaveLength(2)
  const [csv] = packs().filter((name) => name.endsWith('.csv'))
  expect(readFileSync(inFolder(csv!), 'utf8').split('\r\n').length).toBeGreaterThan(50)
  await clinic.goAway()
  await desk.page.getByRole('button', { name: 'Sync now' }).click()
  await expect.poll(() => packs().length).toBe(4)
})

it('a downtime pack for a folder that may not be written to is refused in words, and made in the next one', async () => {
  const [locked, other] = [inFolder('locked'), inFolder('other')]
  mkdirSync(locked, { mode: 0o555 })
  mkdirSync(other)
  const choose = async (folder: string) => {
    await answer(folder)
    await desk.page.getByRole('button', { name: 'Another folder…' }).click()
  }
  const refusals = () => desk.page.getByText(en.pack.failing.readOnly).count()
  await choose(locked)
  // In the settings, and as a notice that is seen from everywhere.
  await expect.poll(refusals).toBe(2)
  expect(readdirSync(locked)).toEqual([])
  await choose(other)
  await expect.poll(() => readdirSync(other).length).toBe(2)
  await expect.poll(refusals).toBe(0)
  await choose(folder())
  await desk.page.getByText(/Last made \d\d:\d\d/).waitFor()
})

it('prints and exports without a network, and says since when', async () => {
  await desk.page.getByRole('link', { name: 'Calendar' }).click()
  await desk.page.getByRole('grid', { name: 'Day board' }).waitFor()
  expect(pages(await save('offline.pdf'))).toBe(pages(inFolder('day.pdf')))
  const [, row] = readFileSync(await save('offline.csv'), 'utf8').split('\r\n')
  expect(row).toMatch(/,\d\d:\d\d,\d\d:\d\d,\d+,\d{4}-\d\d-\d\d \d\d:\d\d$/)
})

it('signing out says where a pack lies that is not renewed any more', async () => {
  await desk.page.getByRole('button', { name: 'Sign out' }).click()
  await desk.page.getByText(`The downtime pack in ${folder()} is not renewed`).waitFor()
})
