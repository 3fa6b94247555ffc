import { afterAll, beforeAll, expect, it } from 'vitest'
import { openClinic, type Clinic } from './clinic'
import { closeAll, openDeskAt, type Desk } from './desk'

let clinic: Clinic
let desk: Desk

beforeAll(async () => {
  clinic = await openClinic()
  desk = await openDeskAt('Settings', clinic)
})
afterAll(closeAll)

const marks = () => desk.page.evaluate(() => ({ ...document.documentElement.dataset }))
const paper = (selector: string) => desk.page.evaluate((at) => getComputedStyle(document.querySelector(at)!).backgroundColor, selector)
const choose = (name: string) => desk.page.getByRole('radio', { name, exact: true }).click()

it('holds at once, and is in the page before its first script when it starts again', async () => {
  await desk.page.emulateMedia({ colorScheme: 'light' })
  await choose('Dark, high contrast')
  await expect.poll(marks).toEqual({ theme: 'dark', contrast: 'more' })
  await expect.poll(() => paper('html')).toBe('oklch(0.14 0.008 220)')
  await choose('Compact')
  await expect.poll(marks).toEqual({ theme: 'dark', contrast: 'more', density: 'compact' })
  // "interactive" comes when the page is read, before any module runs: nothing of ours can have put the marks there.
  await desk.page.addInitScript(() => {
    document.addEventListener('readystatechange', () => {
      if (document.readyState === 'interactive') Object.assign(window, { firstMarks: { ...document.documentElement.dataset } })
    })
  })
  await desk.page.reload()
  await desk.page.getByRole('heading', { name: 'Settings' }).waitFor()
  expect(await desk.page.evaluate(() => (window as unknown as { firstMarks: object }).firstMarks)).toEqual({ theme: 'dark', contrast: 'more', density: 'compact' })
})

it('makes rows lower when it is compact, and the lists know it', async () => {
  const rowHeight = async () => {
    await desk.page.getByRole('link', { name: 'Staff' }).click()
    const row = await desk.page.getByRole('row').nth(2).boundingBox()
    return Math.round(row!.height)
  }
  expect(await rowHeight()).toBe(28)
  await desk.page.getByRole('link', { name: 'Settings' }).click()
  await choose('Comfortable')
  await expect.poll(marks).toEqual({ theme: 'dark', contrast: 'more' })
  expect(await rowHeight()).toBe(36)
})

it('follows the system again', async () => {
  await desk.page.getByRole('link', { name: 'Settings' }).click()
  await choose('System')
  await expect.poll(marks).toEqual({})
  await desk.page.emulateMedia({ colorScheme: 'dark', contrast: 'more' })
  await expect.poll(marks).toEqual({ contrast: 'more' })
  await desk.page.emulateMedia({ colorScheme: 'dark', contrast: 'no-preference' })
  await expect.poll(marks).toEqual({})
})

it('tells the selected from the rest by the system’s colours where colours are forced', async () => {
  await desk.page.emulateMedia({ forcedColors: 'active' })
  await expect.poll(() => paper('nav a[aria-current=page]')).not.toBe(await paper('nav a:not([aria-current])'))
  await expect.poll(() => paper('[role=radio][data-state=checked]')).not.toBe(await paper('[role=radio][data-state=unchecked]'))
  await desk.page.emulateMedia({ forcedColors: null })
})
