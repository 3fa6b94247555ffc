import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { aimed } from './frame/aim.mjs'
import { newFolder } from './frame/newFolder.mjs'
import { openApp } from './frame/openApp.mjs'
import { openServer } from './frame/openServer.mjs'
import { openStage } from './frame/openStage.mjs'
import { byTurns, median } from './frame/statistics.mjs'

const COLUMNS = 200
const DAILY = 288
const ROUNDS = 7
const AIM = 2
/** Pixels a second: as one reads along, and as one throws the wheel. */
const SPEEDS = { reading: 800, hurrying: 3000 }
const SECONDS = 0.7
const FRAME = 1000 / 60

/* Runs in the page: counts its frames until asked. */
const count = () => {
  const times = []
  const each = (at) => {
    times.push(at)
    if (globalThis.benchFrames === times) requestAnimationFrame(each)
  }
  globalThis.benchFrames = times
  requestAnimationFrame(each)
}
const counted = () => {
  const times = globalThis.benchFrames
  globalThis.benchFrames = undefined
  return times
}

/** Percent of the frames of 60 a second that did not come, while the wheel turns by this much. */
const scrolled = async (client, page, { x = 0, y = 0 }, speed) => {
  await page.evaluate(count)
  await client.send('Input.synthesizeScrollGesture', { x: 700, y: 500, xDistance: -x, yDistance: -y, speed, gestureSourceType: 'mouse', preventFling: true })
  const times = await page.evaluate(counted)
  const steps = times.slice(1).map((at, index) => at - times[index])
  const missed = steps.reduce((sum, step) => sum + Math.max(0, Math.round(step / FRAME) - 1), 0)
  return missed / (steps.length + missed) * 100
}

/** There and back, across and down, at each speed. Answers the percents by speed. */
const course = async (client, page) => {
  const lost = {}
  for (const [name, speed] of Object.entries(SPEEDS)) {
    const way = speed * SECONDS
    const parts = []
    for (const move of [{ x: way }, { y: way / 2 }, { x: -way }, { y: -way / 2 }]) parts.push(await scrolled(client, page, move, speed))
    lost[name] = parts.reduce((sum, part) => sum + part, 0) / parts.length
  }
  return lost
}

/** A page of the same size with as good as nothing in it: what this machine can show. */
const bare = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bare</title><style>
html, body { height: 100%; margin: 0 } #view { height: 100%; overflow: auto } #all { width: 30000px; height: 6000px }
</style></head><body><div id="view"><div id="all">nothing</div></div></body></html>`

export const measurement = {
  about: `Frames of 60 a second that are missed while ${COLUMNS} columns of ${DAILY} slots are scrolled, against a bare page on the same machine.`,
  async measure(runtime) {
    const { folder, remove } = newFolder()
    const file = path.join(folder, 'bare.html')
    writeFileSync(file, bare)
    const server = await openServer({ clinics: COLUMNS, published: DAILY * 3, daily: DAILY, length: 5, from: 0, daysBack: 1 })
    const app = await openApp(runtime, server.url, { clinics: COLUMNS })
    const stage = await openStage(runtime, file)
    try {
      const subjects = {}
      for (const [name, { page }] of Object.entries({ board: app, bare: stage })) {
        const client = await page.context().newCDPSession(page)
        subjects[name] = () => course(client, page)
      }
      for (const subject of Object.values(subjects)) await subject()
      const { board, bare: least } = await byTurns(subjects, ROUNDS)
      const of = (rounds, name) => median(rounds.map((round) => round[name]))
      return {
        rows: Object.entries(SPEEDS).map(([name, speed]) => {
          const row = { speed: `${name}, ${speed} px/s`, 'bare page, % missed': of(least, name), rounds: ROUNDS }
          return aimed({ '% missed': of(board, name), most: AIM, unit: '%' }, row)
        }),
        rounds: { board, least },
      }
    } finally {
      for (const { close } of [app, stage, server]) await close()
      remove()
    }
  },
}
