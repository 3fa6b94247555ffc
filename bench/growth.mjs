import { openStaff } from './frame/staffSearch.mjs'
import { openApp } from './frame/openApp.mjs'
import { openServer } from './frame/openServer.mjs'
import { refreshed } from './frame/refreshed.mjs'
import { exponent, median } from './frame/statistics.mjs'
import { turnDay } from './frame/turnDay.mjs'

const ROUNDS = 7
const rounds = async (task) => {
  await task(0)
  await task(1)
  const values = []
  for (let round = 0; round < ROUNDS; round += 1) values.push(await task(round))
  return values
}
const withApp = async (runtime, { clinics, ...options }, task) => {
  const server = await openServer({ clinics, ...options })
  const app = await openApp(runtime, server.url, { clinics })
  try {
    return await rounds((round) => task(app, round))
  } finally {
    await app.close()
    await server.close()
  }
}

/** What grows, in which steps, and what is measured of it in milliseconds, over several rounds. */
const courses = [
  {
    what: 'rows of one clinic, refreshed', steps: [1_200, 12_000, 36_000, 105_000],
    measure: (runtime, published) => withApp(runtime, { clinics: 1, published, daily: 60, daysBack: 300 }, (app) => refreshed(app, 1)),
  },
  {
    what: 'columns of 48 slots, another day', steps: [6, 25, 60, 200],
    measure: (runtime, clinics) =>
      withApp(runtime, { clinics, published: 48 * 20, daily: 48, length: 10, daysBack: 10 }, (app, round) => turnDay(app.page, round % 2 === 0 ? ']' : '[')),
  },
  {
    what: 'people, a letter in the search', steps: [40, 1_000, 10_000, 80_000],
    async measure(runtime, people) {
      const staff = await openStaff(runtime, people)
      try {
        return (await rounds(() => staff.type())).flat()
      } finally {
        await staff.close()
      }
    },
  },
]

export const measurement = {
  about: 'How the times grow with what there is: the exponent e of time ~ size^e, 1 where twice as much takes twice as long.',
  async measure(runtime) {
    const results = []
    for (const { what, steps, measure } of courses) {
      const times = []
      for (const step of steps) times.push(median(await measure(runtime, step)))
      results.push({ what, steps, times })
    }
    return {
      rows: results.flatMap(({ what, steps, times }) => steps.map((size, place) => ({
        exponent: place === 0 ? '' : exponent(steps.slice(0, place + 1).slice(-2), times.slice(0, place + 1).slice(-2)), what, size, 'median, ms': times[place], rounds: ROUNDS,
      })).concat([{ exponent: exponent(steps, times), what: `${what}: all of it`, size: '', 'median, ms': '', rounds: '' }])),
      rounds: results,
    }
  },
}
