import { setTimeout as sleep } from 'node:timers/promises'
import { newFolder } from './newFolder.mjs'
import { openApp } from './openApp.mjs'
import { openServer } from './openServer.mjs'
import { switches } from './startProgram.mjs'

const CLINICS = 25
const DAILY = 48
const DAYS = 75

/** What a desk with this profile shows first, as startProgram wants it: the board with its slots, and after a key the next day's name. */
const board = {
  shown: "document.querySelector('[role=grid] .slot') !== null && document.querySelector('[role=grid]').getAttribute('aria-busy') !== 'true'",
  answered: "document.querySelector('h1').textContent !== before.text",
  key: { key: ']', code: 'BracketRight' },
}

/**
 * A clinic server, and a profile that is signed in to it, with 25 clinics of 48 slots a day on the board and all of it kept.
 * Answers { start, server, folder, close }: `start` is what startProgram is to start.
 */
export const preparedProfile = async (runtime) => {
  const server = await openServer({ clinics: CLINICS, published: DAILY * DAYS, daily: DAILY, length: 10, daysBack: 20 })
  const { folder, remove } = newFolder()
  const app = await openApp(runtime, server.url, { profile: folder, clinics: CLINICS })
  // What came last is written half a second later.
  await sleep(3000)
  await app.close()
  return {
    server, folder,
    start: { args: [...switches(runtime, folder), runtime.root], ...board },
    async close() {
      await server.close()
      remove()
    },
  }
}
