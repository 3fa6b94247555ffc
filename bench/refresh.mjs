import { aimed } from './frame/aim.mjs'
import { openApp } from './frame/openApp.mjs'
import { openServer } from './frame/openServer.mjs'
import { onlyFetched, refreshed } from './frame/refreshed.mjs'
import { byTurns, median, ratios } from './frame/statistics.mjs'

const CLINICS = 25
const PUBLISHED = 36_000
const ROUNDS = 7
/** As many clinics as the program fetches at once. */
const LANES = 4
const AIM = 1.6
const DELAY_AIM = 50
const TASK_AIM = 50

/** Follows how long the main process keeps others waiting; answers what reads that and begins anew. */
const watchMain = async (app) => {
  await app.main(() => {
    const histogram = process.getBuiltinModule('node:perf_hooks').monitorEventLoopDelay({ resolution: 1 })
    histogram.enable()
    Object.assign(globalThis, { benchDelay: histogram })
  })
  const read = () => app.main(() => {
    const { benchDelay: delay } = globalThis
    const seen = { p99: delay.percentile(99) / 1e6, most: delay.max / 1e6 }
    delay.reset()
    return seen
  })
  return read
}

/** The same for the page: its longest task, 0 when none took 50 ms. */
const watchPage = async (app) => {
  await app.page.evaluate(() => {
    globalThis.benchTasks = []
    new PerformanceObserver((list) => globalThis.benchTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' })
  })
  return () => app.page.evaluate(() => Math.max(0, ...globalThis.benchTasks.splice(0)))
}

/** Each clinic has another slot since the last time: one more at the end of its list, or another at the beginning of it. */
const changeAll = async (url, round, isFirst) => {
  const date = new Date(Date.now() + (60 + round) * 86_400_000).toISOString().slice(0, 10)
  for (let clinic = 1; clinic <= CLINICS; clinic += 1) {
    const body = JSON.stringify({ date, start_time: '06:00:00', end_time: '06:10:00', clinic, isFirst })
    await fetch(`${url}/v1/api/integrate/api/create-appointment-slot/`, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
  }
}

export const measurement = {
  about: `A refresh of ${CLINICS} clinics of ${PUBLISHED} rows: fetched, checked, indexed and kept, against fetching and parsing the same lists alone.`,
  async measure(runtime) {
    const server = await openServer({ clinics: CLINICS, published: PUBLISHED })
    const app = await openApp(runtime, server.url, { clinics: CLINICS })
    try {
      const [mainDelay, longestTask] = [await watchMain(app), await watchPage(app)]
      const delays = []
      const tasks = []
      const program = (isFirst) => async (round) => {
        await changeAll(server.url, round, isFirst)
        await mainDelay()
        await longestTask()
        const took = await refreshed(app, CLINICS)
        // What came last is written half a second later.
        await app.page.waitForTimeout(1500)
        delays.push(await mainDelay())
        tasks.push(await longestTask())
        return took
      }
      const values = await byTurns({
        program: program(false), anew: program(true), bare: () => onlyFetched(app, server.url, { clinics: CLINICS, lanes: LANES }),
      }, ROUNDS)
      const p99 = median(delays.map((delay) => delay.p99))
      return {
        rows: [
          ...[['a slot more at the end of each list', values.program], ['their first slot is another: all rows are read anew', values.anew]].map(([what, ours]) =>
            aimed({ ratio: median(ratios(ours, values.bare)), most: AIM }, {
              what: `time, ${what}`, 'program, ms': median(ours), 'fetch and parse, ms': median(values.bare), rounds: ROUNDS,
            })),
          aimed({ ratio: p99, most: DELAY_AIM, unit: 'ms' }, { what: 'main: delay of the event loop, p99, ms', 'most, ms': median(delays.map(({ most }) => most)), rounds: ROUNDS }),
          aimed({ ratio: median(tasks), most: TASK_AIM, unit: 'ms' }, { what: 'page: longest task, ms (0: none over 50)', rounds: ROUNDS }),
        ],
        rounds: { ...values, delays, tasks },
      }
    } finally {
      await app.close()
      await server.close()
    }
  },
}
