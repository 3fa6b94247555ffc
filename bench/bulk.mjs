import { randomUUID } from 'node:crypto'
import { openApp } from './frame/openApp.mjs'
import { openServer } from './frame/openServer.mjs'
import { byTurns, median, ratios } from './frame/statistics.mjs'

const SLOTS = 1000
const ROUNDS = 7
const CLINICS = 10
const AIM = 0.8
const DAY_ZERO = Math.floor(Date.now() / 86_400_000) + 400

/** A thousand slots that nobody has published yet; each round has days of its own. */
const plan = (round) => {
  const places = Array.from({ length: SLOTS }, (_, place) => place)
  const start = (place) => 8 * 3600 + 600 * (Math.floor(place / CLINICS) % 50)
  return {
    clinicIds: places.map((place) => 1 + place % CLINICS),
    days: places.map((place) => DAY_ZERO + 4 * round + Math.floor(place / CLINICS / 50)),
    starts: places.map(start),
    ends: places.map((place) => start(place) + 600),
  }
}

/** The same as bodies of requests, for clinics that the app does not look at. */
const bodies = (round) => {
  const { clinicIds, days, starts, ends } = plan(round)
  const clock = (seconds) => new Date(seconds * 1000).toISOString().slice(11, 19)
  const date = (day) => new Date(day * 86_400_000).toISOString().slice(0, 10)
  return clinicIds.map((id, place) =>
    JSON.stringify({ date: date(days[place]), start_time: clock(starts[place]), end_time: clock(ends[place]), clinic: 1000 + id }))
}

const instant = () => performance.timeOrigin + performance.now()

/** Creates a second, from the order until the server had answered the last one. Throws when it were not exactly as many. */
const rate = async (server, order) => {
  await server.seen()
  const begun = instant()
  await order()
  const seen = await server.seen()
  if (seen.creates !== SLOTS) throw new Error(`${seen.creates} creates arrived instead of ${SLOTS}`)
  return { perSecond: SLOTS / (seen.lastAt - begun) * 1000, ...seen }
}

/** The app's own way: a job, until all of it is made. */
const byJob = (app) => async (round) => {
  const id = randomUUID()
  await app.ask('jobs:start', { id, title: 'bench', slots: plan(round) })
  for (;;) {
    const job = (await app.ask('jobs:read')).find((each) => each.id === id)
    if (job?.counts.made === SLOTS) break
    if (job?.state === 'finished') throw new Error(`the job ended with ${JSON.stringify(job.counts)}`)
    // As often as a page that hears of it: each question takes its share of the processor.
    await new Promise((resolve) => { setTimeout(resolve, 500) })
  }
}

/** A bare client in the app's own main process: as many lanes, each a session of its own that closes its connections before each create. */
const bySession = (app, url, lanes) => (round) => app.main(async ({ session }, { address, texts, width }) => {
  let next = 0
  await Promise.all(Array.from({ length: width }, async (_, lane) => {
    const own = session.fromPartition(`bench-${lane}`, { cache: false })
    while (next < texts.length) {
      const body = texts[next++]
      await own.closeAllConnections()
      const answer = await own.fetch(address, {
        method: 'POST', body, headers: { 'content-type': 'application/json', authorization: 'Bearer x' }, redirect: 'error', credentials: 'omit',
      })
      await answer.json()
    }
  }))
}, { address: url, texts: bodies(round), width: lanes })

/** For information: Node's client over as many connections that are kept. It knows no proxy and none of the system's certificates. */
const byNode = (app, url, lanes) => (round) => app.main(async (_electron, { address, texts, width }) => {
  const http = process.getBuiltinModule('node:http')
  const agent = new http.Agent({ keepAlive: true, maxSockets: width })
  const post = (body) => new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', authorization: 'Bearer x', 'content-length': Buffer.byteLength(body) }
    const request = http.request(address, { method: 'POST', agent, headers }, (answer) => {
      answer.resume()
      answer.on('end', resolve)
    })
    request.on('error', reject)
    request.end(body)
  })
  let next = 0
  await Promise.all(Array.from({ length: width }, async () => { while (next < texts.length) await post(texts[next++]) }))
  agent.destroy()
}, { address: url, texts: bodies(round), width: lanes })

const against = async (runtime, delay) => {
  const server = await openServer({ clinics: CLINICS, delay })
  const app = await openApp(runtime, server.url)
  try {
    await app.ask('settings:change', { holdSeconds: 0 })
    const url = `${server.url}/v1/api/integrate/api/create-appointment-slot/`
    const warm = await rate(server, () => byJob(app)(ROUNDS))
    const lanes = warm.connections
    const way = (order) => async (round) => (await rate(server, () => order(round))).perSecond
    const { job, bare, node } = await byTurns({
      job: way(byJob(app)), bare: way(bySession(app, url, lanes)), node: way(byNode(app, url, lanes)),
    }, ROUNDS)
    const share = median(ratios(job, bare))
    const row = {
      'ratio to bare client': share, aim: `>= ${AIM}`, met: share >= AIM ? 'yes' : 'no', 'server takes': `${delay} ms`, connections: lanes,
      'job, slots/s': median(job), 'bare client, slots/s': median(bare), 'Node keep-alive, slots/s': median(node), rounds: ROUNDS,
    }
    return { row, all: { job, bare, node } }
  } finally {
    await app.close()
    await server.close()
  }
}

export const measurement = {
  about: `${SLOTS} slots by a job, against a bare client in the same program that sends the same creates over as many connections.`,
  async measure(runtime) {
    const results = [await against(runtime, 0), await against(runtime, 20)]
    return { rows: results.map(({ row }) => row), rounds: results.map(({ all }) => all) }
  },
}
