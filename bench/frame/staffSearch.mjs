import { keyToPaint } from './keyToPaint.mjs'
import { openApp } from './openApp.mjs'
import { openServer } from './openServer.mjs'

/** What is typed: letters that leave most of the list, then fewer and fewer. */
export const TYPED = 'ben'

/** What changes with each letter: how many are shown, as the head of the staff says it, and what the palette lists. */
const headcount = () => document.querySelector('.headcount')?.textContent ?? ''
const listed = () => document.querySelector('[role=dialog] [role=listbox]')?.textContent ?? ''

/** Types the word into a field that is empty and has the focus; answers, by letter, the milliseconds until what it leaves is painted. */
const typed = async (page, shown) => {
  const times = []
  for (const letter of TYPED) times.push(await keyToPaint(page, letter, { prepare: `(${shown})()`, holds: `((before) => (${shown})() !== before)` }))
  return times
}

/** Opens the staff of a clinic of this many people and waits until all of it is there. */
export const openStaff = async (runtime, people) => {
  const server = await openServer({ clinics: 1, people })
  const app = await openApp(runtime, server.url)
  const { page } = app
  await page.getByRole('link', { name: 'Staff' }).click()
  const search = page.getByRole('searchbox')
  await search.waitFor()
  await page.getByText((people + 1).toLocaleString('en')).first().waitFor({ timeout: 60_000 })
  return {
    app, search,
    /** In the search of the staff. */
    async type() {
      await search.fill('')
      await page.waitForTimeout(100)
      await search.focus()
      return typed(page, headcount)
    },
    /** In the command palette, opened anew. */
    async typeInPalette() {
      await search.fill('')
      await page.keyboard.press('Control+k')
      const palette = page.getByRole('dialog', { name: 'Command palette' })
      await palette.getByRole('option').first().waitFor()
      await page.waitForTimeout(500)
      const times = await typed(page, listed)
      await page.keyboard.press('Escape')
      await palette.waitFor({ state: 'hidden' })
      return times
    },
    async close() {
      await app.close()
      await server.close()
    },
  }
}
