import { afterAll, beforeAll, expect, it } from 'vitest'
import { begin, put, sync, upToDate } from './arrivals'
import { findingsInEveryTheme } from './axe'
import { openClinic, type Clinic } from './clinic'
import { ask, closeAll, newProfile, openDesk, removeProfile, type Desk } from './desk'

let clinic: Clinic
let desk: Desk
let profile: string

beforeAll(async () => {
  clinic = await openClinic()
  profile = newProfile()
  desk = await openDesk({ profile })
  await begin(desk, clinic)
  await desk.page.getByRole('link', { name: 'Call requests' }).click()
})
afterAll(async () => {
  await closeAll()
  removeProfile(profile)
})

const list = () => desk.page.getByRole('list', { name: 'Call requests' })
const row = (id: number) => list().getByRole('listitem').filter({ hasText: `no. ${id}` })
const label = (id: number) => row(id).getAttribute('aria-label')
const press = (keys: string) => desk.page.keyboard.press(keys)
const show = (name: string) => desk.page.getByRole('radio', { name }).click()
const details = (text: string) => desk.page.locator('section.details').getByText(text)
const notice = (text: string) => desk.page.getByRole('log', { name: 'Notices' }).getByText(text)
const open = (id: number) => row(id).click()

it('is worked by keys alone: seen, in hand, pinned, noted, done and undone', async () => {
  const [third, second, first] = put(clinic, 3)
  await sync(desk, clinic)
  await expect.poll(() => label(first!)).toContain('New')
  await desk.page.getByRole('main').focus()
  await press('j')
  await expect.poll(() => label(first!)).not.toContain('New')
  expect(await row(first!).evaluate((element) => element === document.activeElement)).toBe(true)

  await press('h')
  await expect.poll(() => label(first!)).toMatch(/In hand · \w+/)
  await press('j')
  await press('p')
  await expect.poll(() => list().getByRole('listitem').first().textContent()).toContain(`no. ${second}`)
  await press('n')
  await desk.page.keyboard.type('Call after four, e. g. half past')
  await press('Escape')
  await expect.poll(() => label(second!)).toContain('has a note')

  await press('j')
  await press('j')
  await press('e')
  await expect.poll(() => row(third!).count()).toBe(0)
  await notice(': done').waitFor()
  await press('Control+z')
  await row(third!).waitFor()
  await notice('Undone: ').waitFor()
  await press('e')
  await desk.page.getByRole('button', { name: 'Undo' }).click()
  await row(third!).waitFor()
  await press('e')
  await expect.poll(() => row(third!).count()).toBe(0)
})

it('a snooze says until when, hides no other request for the doctor, and is over by itself', async () => {
  const [old] = put(clinic, 1)
  await sync(desk, clinic)
  await open(old!)
  await press('s')
  const dialog = desk.page.getByRole('dialog', { name: 'Snooze until' })
  await dialog.getByRole('textbox', { name: 'Day' }).fill('+400')
  await dialog.getByRole('textbox', { name: 'Time' }).fill('9:15')
  await press('Enter')
  await expect.poll(() => row(old!).count()).toBe(0)
  const [young] = put(clinic, 1)
  await sync(desk, clinic)
  await row(young!).waitFor()
  await show('Snoozed')
  await expect.poll(() => label(old!)).toMatch(/Snoozed until .*09:15/)
  await ask(desk.page, 'triage:change', [{ id: old!, snoozedUntil: Date.now() - 120_000 }])
  await show('Open')
  await expect.poll(() => label(old!)).toContain('Back since')
})

it('shows what left the server as gone, and since when', async () => {
  const [id] = put(clinic, 1)
  await sync(desk, clinic)
  await row(id!).waitFor()
  clinic.hospital.callRequests.rows.delete(id!)
  await sync(desk, clinic)
  await expect.poll(() => row(id!).count()).toBe(0)
  await show('Gone 1')
  await expect.poll(() => label(id!)).toMatch(/Gone since \d\d:\d\d/)
  await open(id!)
  await details('No longer on the server.').waitFor()
})

it('is there again after a restart, but for what was undone', async () => {
  await desk.close()
  desk = await openDesk({ profile })
  await desk.page.getByRole('link', { name: 'Call requests' }).click()
  await upToDate(desk, clinic)
  await show('Mine 1')
  await expect.poll(() => list().getByRole('listitem').count()).toBe(1)
  await expect.poll(() => list().getByRole('listitem').first().getAttribute('aria-label')).toContain('In hand')
  await show('Done 1')
  await show('All')
  const pinned = list().getByRole('listitem').first()
  await expect.poll(() => pinned.getAttribute('aria-label')).toMatch(/pinned, has a note/)
  await pinned.click()
  await expect.poll(() => desk.page.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('Call after four, e. g. half past')
})

it('goes together by department, and has nothing that axe complains of', async () => {
  await show('Department')
  await desk.page.getByRole('heading', { name: 'Cardiology' }).waitFor()
  expect(await findingsInEveryTheme(desk.page)).toEqual([])
  await press('Escape')
  await expect.poll(() => desk.page.getByText('States and notes are kept on this computer only.').isVisible()).toBe(true)
})

it('goes on by keys with 10,000 new requests', async () => {
  const { page } = desk
  await show('Nothing')
  await show('Open')
  put(clinic, 10_000)
  await sync(desk, clinic)
  await expect.poll(() => page.getByRole('radio', { name: /^Open 1[\d,]+$/ }).count()).toBe(1)
  await page.getByRole('main').focus()
  await press('j')
  await list().locator('[aria-current]').waitFor()
  const current = () => list().locator('[aria-current]').textContent()
  for (const key of ['j', 'e', 'j', 'e']) {
    const before = await current()
    await press(key)
    await expect.poll(current).not.toBe(before)
  }
})
