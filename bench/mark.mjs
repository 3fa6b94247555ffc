import { aimed } from './frame/aim.mjs'
import { keyToPaint } from './frame/keyToPaint.mjs'
import { openApp } from './frame/openApp.mjs'
import { openServer } from './frame/openServer.mjs'
import { median, summary } from './frame/statistics.mjs'

const REQUESTS = 10_000
const ROUNDS = 9
const AIM = 100

/** How many are new, as the navigation counts them; and when that changed, the mark was kept and read again. */
const unseen = (page) => page.evaluate(async () => (await window.desk.invoke('triage:read')).value.unseen)
const until = async (page, holds) => {
  while (!await holds()) await page.waitForTimeout(100)
}

/** The page's longest task since the last time; 0 when none took 50 ms. */
const longestTask = async (page) => {
  await page.evaluate(() => {
    globalThis.benchTasks = []
    new PerformanceObserver((list) => globalThis.benchTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' })
  })
  return () => page.evaluate(() => Math.max(0, ...globalThis.benchTasks.splice(0)))
}

export const measurement = {
  about: `From the key that marks a call request as done until that is painted, among ${REQUESTS} new ones, and how long the page is busy with it.`,
  async measure(runtime) {
    const server = await openServer({ clinics: 1 })
    const app = await openApp(runtime, server.url)
    const { page } = app
    try {
      await until(page, async () => (await page.evaluate(async () => (await window.desk.invoke('triage:read')).value.since)) !== null)
      server.arrive(REQUESTS)
      await app.ask('sync:now')
      await until(page, async () => await unseen(page) === REQUESTS)
      await page.getByRole('link', { name: 'Call requests' }).click()
      await page.getByRole('list', { name: 'Call requests' }).waitFor()
      await page.keyboard.press('j')
      const tasks = await longestTask(page)
      const times = []
      const busy = []
      for (let round = 0; round <= ROUNDS; round += 1) {
        await page.waitForTimeout(1000)
        await tasks()
        const took = await keyToPaint(page, 'e', {
          // How many there are of each kind.
          prepare: () => document.querySelector('main .bar').textContent,
          holds: (before) => document.querySelector('main .bar').textContent !== before,
        })
        await page.waitForTimeout(1000)
        if (round === 0) continue
        times.push(took)
        busy.push(await tasks())
      }
      const { median: middle, least, most } = summary(times)
      return {
        rows: [
          aimed({ 'median, ms': middle, most: AIM, unit: 'ms' }, { what: 'until painted', 'least, ms': least, 'most, ms': most, rounds: ROUNDS }),
          { 'median, ms': median(busy), what: 'longest task of the page meanwhile, ms (0: none over 50)', rounds: ROUNDS },
        ],
        rounds: { times, busy },
      }
    } finally {
      await app.close()
      await server.close()
    }
  },
}
