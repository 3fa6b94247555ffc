import { aimed } from './frame/aim.mjs'
import { openApp } from './frame/openApp.mjs'
import { openServer } from './frame/openServer.mjs'
import { memoryOf } from './frame/processTree.mjs'
import { refreshed } from './frame/refreshed.mjs'
import { median, ratios } from './frame/statistics.mjs'

const CLINICS = 6
const DAILY = 40
/** A poll each minute of eight hours. */
const MINUTES = 480
/** Everything that a shift does was done at least once by then. */
const BEGUN = 30
const ROUNDS = 7
const AIM = 1.05

const publish = (url, minute) => fetch(`${url}/v1/api/integrate/api/create-appointment-slot/`, {
  method: 'POST', headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    date: new Date(Date.now() + minute % 20 * 86_400_000).toISOString().slice(0, 10), clinic: 1 + minute % CLINICS,
    start_time: `0${minute % 8}:${String(10 + minute % 50)}:00`, end_time: '08:00:00',
  }),
})

const places = ['Staff', 'Call requests', 'Calendar', 'Departments', 'Calendar', 'Settings', 'Calendar']

/** A minute at a desk: something new from the server, every other minute another day, now and then a form, details, other places. */
const minuteOf = async ({ app, server }, minute) => {
  const { page } = app
  await publish(server.url, minute)
  await refreshed(app, CLINICS)
  if (minute % 2 === 0) await page.keyboard.press(minute % 20 < 10 ? ']' : '[')
  if (minute % 5 === 1) {
    await page.keyboard.press('n')
    await page.getByRole('button', { name: 'Cancel' }).first().waitFor()
    await page.keyboard.press('Escape')
  }
  if (minute % 5 === 3) {
    await page.locator('[role=grid] .slot').first().focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
  }
  if (minute % 10 === 9) {
    for (const place of places) await page.getByRole('link', { name: place }).click()
    await page.locator('[role=grid] .slot').first().waitFor()
  }
}

/** Megabytes of all processes after what nobody refers to was collected. */
const settledMemory = async (app, client) => {
  for (let time = 0; time < 2; time += 1) {
    await client.send('HeapProfiler.collectGarbage')
    await app.main(() => {
      process.getBuiltinModule('node:v8').setFlagsFromString('--expose-gc')
      process.getBuiltinModule('node:vm').runInNewContext('gc')()
    })
    await app.page.waitForTimeout(500)
  }
  return memoryOf(await app.main(() => process.pid))
}

const shift = async (runtime, minutes) => {
  const server = await openServer({ clinics: CLINICS, published: DAILY * 75, daily: DAILY })
  const app = await openApp(runtime, server.url, { clinics: CLINICS })
  try {
    const client = await app.page.context().newCDPSession(app.page)
    for (let minute = 0; minute < BEGUN; minute += 1) await minuteOf({ app, server }, minute)
    const first = await settledMemory(app, client)
    for (let minute = BEGUN; minute < minutes; minute += 1) await minuteOf({ app, server }, minute)
    return { first, last: await settledMemory(app, client) }
  } finally {
    await app.close()
    await server.close()
  }
}

export const measurement = {
  about: `Memory after a shift of ${MINUTES / 60} hours, its ${MINUTES} polls and what a desk does meanwhile one after the other without the waits, against its beginning.`,
  async measure(runtime) {
    const minutes = runtime.quick ? MINUTES / 4 : MINUTES
    const rounds = []
    for (let round = 0; round < (runtime.quick ? 1 : ROUNDS); round += 1) rounds.push(await shift(runtime, minutes))
    const [last, first] = ['last', 'first'].map((name) => rounds.map((each) => each[name]))
    return {
      rows: [aimed({ ratio: median(ratios(last, first)), most: AIM }, {
        'at the end, MB': median(last), 'at the beginning, MB': median(first), minutes, 'beginning: after minutes': BEGUN, rounds: rounds.length,
      })],
      rounds,
    }
  },
}
