import { afterAll, expect, it } from 'vitest'
import { findings } from './axe'
import { ask, closeAllDesks, newProfile, openDesk } from './desk'

afterAll(closeAllDesks)

it('is a look around in the demo clinic that anybody can leave, and that does not come again by itself', async () => {
  const profile = newProfile()
  const desk = await openDesk({ profile })
  const { page } = desk
  await page.getByRole('button', { name: 'Try the demo clinic' }).click()
  const tour = page.getByRole('region', { name: 'A look around' })
  await tour.waitFor()
  expect(await findings(page)).toEqual([])
  for (const stop of ['The day at a glance', 'One slot, or weeks of them', 'Call requests', 'Everything by a few letters', 'Is it up to date?', 'When you leave the desk']) {
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: stop, exact: true }).waitFor()
    await expect.poll(() => page.locator('[data-pointed]').count(), { message: stop }).toBe(1)
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent.trim())).toMatch(/^(Next|Done)$/)
  }
  await page.keyboard.press('Escape')
  await expect.poll(() => page.locator('[data-pointed]').count()).toBe(0)
  await expect.poll(() => ask(page, 'settings:read')).toMatchObject({ tourTaken: true, newsSeen: '0.1' })
})

it('says after an update what is new', async () => {
  const { page } = await openDesk()
  await ask(page, 'settings:change', { newsSeen: '0.0' })
  await page.getByRole('button', { name: 'Try the demo clinic' }).click()
  await page.getByRole('button', { name: 'What is new' }).click()
  await page.getByRole('dialog', { name: 'What is new in 0.1' }).waitFor()
  expect(await findings(page)).toEqual([])
})
