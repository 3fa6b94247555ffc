import { keyToPaint } from './keyToPaint.mjs'
import { openApp } from './openApp.mjs'
import { openServer } from './openServer.mjs'

/** What is typed: letters that leave most of the list, then fewer and fewer. */
export const TYPED = 'ben'

/** How many are shown, as the head of the list says it: what changes with each letter. */
const shown = () => document.querySelector('.headcount')?.textContent ?? ''

/** Types a letter for real; answers the milliseconds until the list that it leaves is painted. */
const typed = (page, letter) => keyToPaint(page, letter, {
  prepare: `(${shown})()`,
  holds: `((before) => (${shown})() !== before)`,
})

/** Opens the staff of a clinic of this many people and waits until all of it is there. */
export const openStaff = async (runtime, people) => {
  const server = await openServer({ clinics: 1, people })
  const app = await openApp(runtime, server.url)
  await app.page.getByRole('link', { name: 'Staff' }).click()
  const search = app.page.getByRole('searchbox')
  await search.waitFor()
  await app.page.getByText((people + 1).toLocaleString('en')).first().waitFor({ timeout: 60_000 })
  return {
    app, search,
    /** Types the word from the beginning; answers the milliseconds of each letter. */
    async type() {
      await search.fill('')
      await app.page.waitForTimeout(100)
      await search.focus()
      const times = []
      for (const letter of TYPED) times.push(await typed(app.page, letter))
      return times
    },
    async close() {
      await app.close()
      await server.close()
    },
  }
}
