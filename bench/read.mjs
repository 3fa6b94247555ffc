import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { aimed } from './frame/aim.mjs'
import { daysInPage } from './frame/daysInPage.mjs'
import { newFolder } from './frame/newFolder.mjs'
import { clinicIds, openApp } from './frame/openApp.mjs'
import { openServer } from './frame/openServer.mjs'
import { byTurns, median, ratios, summary } from './frame/statistics.mjs'

const CLINICS = 60
const DAYS = 60
const DAILY = 28
const ROUNDS = 15
const RATIO_AIM = 3
const AIM = 20

/** Asks by the page's own code for a day that is not on the board; answers the milliseconds until its columns are there, unpacked. */
const dayInPage = (app) => (round) => app.page.evaluate(async ({ date, ids }) => {
  const begun = performance.now()
  const { columns } = await globalThis.benchDays.askDay({ date, clinicIds: ids })
  const took = performance.now() - begun
  if (columns.length !== ids.length || columns.some(({ starts }) => starts.length === 0)) throw new Error('a clinic has no slots on that day')
  return took
}, { date: new Date(Date.now() + (1 + round % 20) * 86_400_000).toISOString().slice(0, 10), ids: clinicIds(CLINICS) })

/** Reads as many bytes in main as that day's columns are, from a file. */
const bytesFromDisk = (app, file) => () => app.main(async (_electron, name) => {
  const { readFile } = process.getBuiltinModule('node:fs/promises')
  const begun = performance.now()
  await readFile(name)
  return performance.now() - begun
}, file)

export const measurement = {
  about: `One day of ${CLINICS} clinics out of ${CLINICS * DAYS * DAILY} slots that are kept, from the page's question through IPC until its columns are there, against reading the same bytes from the disk.`,
  async measure(runtime) {
    const server = await openServer({ clinics: CLINICS, published: DAYS * DAILY, daily: DAILY, length: 15, daysBack: 10 })
    const { folder, remove } = newFolder()
    const app = await openApp(runtime, server.url, { clinics: CLINICS })
    const file = path.join(folder, 'day')
    // Three columns of four bytes for each slot.
    fs.writeFileSync(file, Buffer.alloc(CLINICS * DAILY * 12, 1))
    try {
      await daysInPage(app.page)
      // What came last is still being written.
      await sleep(3000)
      const subjects = { program: dayInPage(app), disk: bytesFromDisk(app, file) }
      for (const subject of Object.values(subjects)) for (let round = 0; round < 5; round += 1) await subject(round)
      const { program, disk } = await byTurns(subjects, ROUNDS)
      const { median: took, least, most } = summary(program)
      return {
        rows: [
          aimed({ figure: took, most: AIM, unit: 'ms' }, { what: 'time, ms', 'least, ms': least, 'most, ms': most, rounds: ROUNDS }),
          aimed({ figure: median(ratios(program, disk)), most: RATIO_AIM }, { what: 'ratio to the disk', 'disk, ms': median(disk), rounds: ROUNDS }),
        ],
        rounds: { program, disk },
      }
    } finally {
      await app.close()
      await server.close()
      remove()
    }
  },
}
