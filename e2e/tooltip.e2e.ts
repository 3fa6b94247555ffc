import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openClinic } from './clinic'
import { closeAll, openDeskAtBoard, type Desk } from './desk'
import { goTo } from './focus'

let desk: Desk

beforeAll(async () => { desk = await openDeskAtBoard(await openClinic()) })
afterAll(closeAll)

const button = () => desk.page.getByRole('button', { name: 'Lock', exact: true })
/** What is heard, and what is seen around it. */
const heard = () => desk.page.getByRole('tooltip')
const seen = () => desk.page.locator('[data-reka-popper-content-wrapper]')
const middle = async (of: Locator) => {
  const { x, y, width, height } = (await of.boundingBox())!
  return [x + width / 2, y + height / 2] as const
}

it('shows what a button is to the pointer, which may go over to it', async () => {
  const { mouse } = desk.page
  await button().hover()
  await heard().waitFor()
  expect(await button().getAttribute('aria-describedby')).toBe(await heard().getAttribute('id'))
  await mouse.move(...await middle(seen()), { steps: 10 })
  await mouse.move(...await middle(seen()))
  expect(await heard().count()).toBe(1)
  await mouse.move(640, 400, { steps: 10 })
  await heard().waitFor({ state: 'detached' })
  expect(await button().getAttribute('aria-describedby')).toBeNull()
})

it('shows it to the keyboard, one at a time, until Escape', async () => {
  await goTo(desk.page, 'Lock')
  await heard().waitFor()
  await desk.page.keyboard.press('Tab')
  await expect.poll(() => button().getAttribute('aria-describedby')).toBeNull()
  await desk.page.keyboard.press('Shift+Tab')
  await expect.poll(() => button().getAttribute('aria-describedby')).not.toBeNull()
  await expect.poll(() => heard().count()).toBe(1)
  await desk.page.keyboard.press('Escape')
  await heard().waitFor({ state: 'detached' })
  expect(await button().evaluate((element) => element === document.activeElement)).toBe(true)
})
