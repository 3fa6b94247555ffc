import { afterAll, beforeAll, expect, it } from 'vitest'
import { openClinic, type Clinic } from './clinic'
import { closeAll, openDeskAt, type Desk } from './desk'

let clinic: Clinic
let desk: Desk

beforeAll(async () => {
  clinic = await openClinic()
  desk = await openDeskAt('Runway', clinic)
})
afterAll(closeAll)

const article = () => desk.page.getByRole('article')
const heading = (name: string, level: number) => article().getByRole('heading', { name, level, exact: true })
const hasFocus = (name: string) => expect.poll(() => heading(name, 2).evaluate((element) => element === document.activeElement)).toBe(true)

it('is opened by F1 where it tells of the place on the screen, without the server', async () => {
  await desk.page.getByRole('heading', { name: 'Runway' }).first().waitFor()
  await clinic.goAway()
  await desk.page.keyboard.press('F1')
  await hasFocus('Runway')
  await expect.poll(() => desk.page.title()).toBe('Help – Clinic Reception')
  await clinic.comeBack()
})

it('leads from chapter to chapter, and shows each picture in the theme of the page', async () => {
  await article().getByRole('link', { name: 'Planning weeks of slots' }).click()
  await heading('Planning weeks of slots', 1).waitFor()
  for (const colorScheme of ['light', 'dark'] as const) {
    await desk.page.emulateMedia({ colorScheme })
    const shown = article().getByRole('img', { name: 'The planner with its exact preview beside the board' })
    await shown.scrollIntoViewIfNeeded()
    expect(await shown.count()).toBe(1)
    expect(await shown.getAttribute('src')).toMatch(new RegExp(`planner-${colorScheme}`))
    await expect.poll(() => shown.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(600)
  }
})

it('is found in the command palette', async () => {
  await desk.page.getByRole('link', { name: 'Call requests', exact: true }).click()
  await desk.page.getByRole('list', { name: 'Call requests' }).waitFor()
  await desk.page.keyboard.press('Control+k')
  await desk.page.keyboard.type('user guide')
  await desk.page.getByRole('option', { name: 'Open the user guide' }).waitFor()
  await desk.page.keyboard.press('Enter')
  await heading('The call-request desk', 1).waitFor()
})
