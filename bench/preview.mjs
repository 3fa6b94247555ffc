import { openApp } from './frame/openApp.mjs'
import { openServer } from './frame/openServer.mjs'
import { summary } from './frame/statistics.mjs'

const CLINICS = 10
const PUBLISHED = 10_000
const PLANNED = 10_000
const ROUNDS = 15
const AIM = 200

const dayText = (offset) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10)

/** Twenty-five slots a day, forty days, ten clinics; half of the days have slots already. */
const plan = () => ({
  targets: Array.from({ length: CLINICS }, (_, index) => ({ kind: 'clinic', id: index + 1 })),
  weekdays: [1, 2, 3, 4, 5, 6, 7], everyWeeks: 1, from: dayText(180), end: { kind: 'until', day: dayText(219) },
  sessions: [{ start: 8 * 3600, end: 13 * 3600 }], duration: 720, gap: 0, breaks: [], skip: 'all', off: [], plus: [],
})

export const measurement = {
  about: `The preview of ${PLANNED} planned slots against ${CLINICS * PUBLISHED} published ones, from the page's question until its answer is there.`,
  async measure(runtime) {
    const server = await openServer({ clinics: CLINICS, published: PUBLISHED })
    const app = await openApp(runtime, server.url)
    try {
      const preview = async () => {
        const { planned, took } = await app.page.evaluate(async (source) => {
          const begun = performance.now()
          const reply = await window.desk.invoke('planner:preview', source)
          const took = performance.now() - begun
          if (!reply.ok) throw new Error(JSON.stringify(reply.error))
          return { planned: reply.value.days.length, took }
        }, { kind: 'pattern', plan: plan() })
        if (planned !== PLANNED) throw new Error(`${planned} slots were planned instead of ${PLANNED}`)
        return took
      }
      const first = await preview()
      const times = []
      for (let round = 0; round < ROUNDS; round += 1) times.push(await preview())
      const { median, least, most } = summary(times)
      return {
        rows: [{
          'aim / median': AIM / median, aim: `<= ${AIM} ms`, met: median <= AIM ? 'yes' : 'no', 'median, ms': median, 'least, ms': least, 'most, ms': most,
          rounds: ROUNDS, 'the first, which fetches the lists, ms': first,
        }],
        rounds: times,
      }
    } finally {
      await app.close()
      await server.close()
    }
  },
}
