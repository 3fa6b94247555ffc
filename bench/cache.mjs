import { execFile } from 'node:child_process'
import fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { build } from 'vite'
import { askDay } from './frame/daysInPage.mjs'
import { openApp } from './frame/openApp.mjs'
import { openServer } from './frame/openServer.mjs'
import { summary } from './frame/statistics.mjs'

const CLINICS = 25
const PUBLISHED = 36_000
const DELAY_AIM = 50
const READ_AIM = 10

/** Builds the program that measures the cache by itself, and runs it with Node. */
const measuredAlone = async (root) => {
  const folder = await fs.mkdtemp(path.join(tmpdir(), 'clinic-bench-'))
  try {
    await build({
      configFile: false, logLevel: 'silent',
      resolve: { alias: { '@shared': path.join(root, 'src/shared'), '@main': path.join(root, 'src/main') } },
      ssr: { noExternal: true },
      build: { ssr: path.join(root, 'src/main/testing/cacheMeasure.ts'), outDir: folder, target: 'node20.18', rollupOptions: { output: { entryFileNames: 'measure.mjs' } } },
    })
    const { stdout } = await promisify(execFile)(process.execPath, [path.join(folder, 'measure.mjs')], { maxBuffer: 2 ** 24 })
    return JSON.parse(stdout)
  } finally {
    await fs.rm(folder, { recursive: true, force: true })
  }
}

/** The main process of the real program while it fetches all slots of 25 clinics for the first time, and keeps them. */
const measuredInApp = async (runtime) => {
  const server = await openServer({ clinics: CLINICS, published: PUBLISHED })
  const app = await openApp(runtime, server.url)
  const clinicIds = Array.from({ length: CLINICS }, (_, index) => index + 1)
  try {
    await app.main(() => {
      const histogram = process.getBuiltinModule('node:perf_hooks').monitorEventLoopDelay({ resolution: 1 })
      histogram.enable()
      Object.assign(globalThis, { benchDelay: histogram })
    })
    const begun = performance.now()
    const date = new Date().toISOString().slice(0, 10)
    const isLoading = async () => (await askDay(app.page, { date, clinicIds })).columns.some(({ stamp }) => stamp.fetchedAt === null)
    while (await isLoading()) await new Promise((resolve) => { setTimeout(resolve, 200) })
    const took = performance.now() - begun
    // What came last is written half a second later.
    await new Promise((resolve) => { setTimeout(resolve, 2000) })
    const delay = await app.main(() => ({ p99: globalThis.benchDelay.percentile(99) / 1e6, max: globalThis.benchDelay.max / 1e6 }))
    return { took, ...delay }
  } finally {
    await app.close()
    await server.close()
  }
}

const row = (what, values, aim) => {
  const { median, least, most } = summary(values)
  return { 'figure, ms': median, aim: aim ? `<= ${aim} ms` : '', met: aim ? (median <= aim ? 'yes' : 'no') : '', what, 'least, ms': least, 'most, ms': most }
}
const delayRow = (what, { p99, max, took }) =>
  ({ 'figure, ms': p99, aim: `<= ${DELAY_AIM} ms`, met: p99 <= DELAY_AIM ? 'yes' : 'no', what: `p99: ${what}`, 'most, ms': max, 'took, ms': took })

export const measurement = {
  about: 'The sealed cache: by itself with about 100,000 kept slots, and in the main process of the program while 25 clinics of 36,000 slots are fetched.',
  async measure(runtime) {
    const alone = await measuredAlone(runtime.root)
    const inApp = await measuredInApp(runtime)
    return {
      rows: [
        row(`reading one day of ${alone.slots} kept slots, the manifest with it`, alone.readDay, READ_AIM),
        row('reading all 75 days', alone.readAll),
        row(`the first write of all (${alone.bytes} bytes in all)`, alone.first),
        row('writing after an answer that changed one day in all clinics', alone.oneDay),
        row('writing after an answer without news', alone.noChange),
        row(`a day of all clinics into columns (${alone.columns.bytes} bytes)`, alone.columns.times),
        row(`the same day into JSON (${alone.json.bytes} bytes)`, alone.json.times),
        delayRow('event loop: 25 x 36,000 slots, all kept and all changed (cache alone)', alone.heavy),
        delayRow('event loop of the main process: 25 x 36,000 slots fetched and kept', inApp),
      ],
    }
  },
}
