import { setTimeout as sleep } from 'node:timers/promises'
import { openApp } from './frame/openApp.mjs'
import { openServer } from './frame/openServer.mjs'
import { emptyIn, newFolder, startAgainstEmpty } from './frame/startAgainstEmpty.mjs'
import { switches } from './frame/startProgram.mjs'

const CLINICS = 25
const DAILY = 48
const DAYS = 75

/** Signs in, has the board show all clinics, and leaves everything in the profile. */
const prepare = async (runtime, server, profile) => {
  const app = await openApp(runtime, server.url, { profile, clinics: CLINICS })
  // What came last is written half a second later.
  await sleep(3000)
  await app.close()
}

/** The board with its slots, and after the key the next day's name above it. */
const board = {
  shown: "document.querySelector('[role=grid] .slot') !== null && document.querySelector('[role=grid]').getAttribute('aria-busy') !== 'true'",
  answered: "document.querySelector('h1').textContent !== before.text",
  key: { key: ']', code: 'BracketRight' },
}

export const measurement = {
  about: `From the start until the kept board of ${CLINICS} x ${DAILY} slots is painted and has answered a key, against an empty window in the same Electron.`,
  async measure(runtime) {
    const server = await openServer({ clinics: CLINICS, published: DAILY * DAYS, daily: DAILY, length: 10, daysBack: 20 })
    const [profile, bare] = [newFolder(), newFolder()]
    try {
      await prepare(runtime, server, profile.folder)
      return await startAgainstEmpty(runtime, {
        program: () => ({ start: { args: [...switches(runtime, profile.folder), runtime.root], ...board } }),
        empty: emptyIn(runtime, bare.folder),
        most: 1.3,
      })
    } finally {
      await server.close()
      for (const { remove } of [profile, bare]) remove()
    }
  },
}
