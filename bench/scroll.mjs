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

/* Runs in the page: how far it is scrolled. */
const place = () => {
  const { scrollLeft, scrollTop } = document.querySelector('.scroller')
  return scrollLeft + scrollTop
}

/** Percent of the frames of 60 a second that did not come, while the wheel turns by this much. */
const scrolled = async (client, page, { x = 0, y = 0 }, speed) => {
  // A card that the pointer called up would take the wheel.
  await client.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: 700, y: 30 })
  await page.waitForTimeout(300)
  const before = await page.evaluate(place)
  await page.evaluate(count)
  await client.send('Input.synthesizeScrollGesture', { x: 700, y: 500, xDistance: -x, yDistance: -y, speed, gestureSourceType: 'mouse', preventFling: true })
  const times = await page.evaluate(counted)
  const moved = Math.abs(await page.evaluate(place) - before)
  if (moved < (Math.abs(x) + Math.abs(y)) / 2) throw new Error(`only ${moved} of ${Math.abs(x) + Math.abs(y)} pixels were scrolled`)
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

/** As many boxes as are scrolled through, all there from the beginning: what this machine shows when nothing is left to be done. */
const still = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Still</title><style>
html, body { height: 100%; margin: 0 } .scroller { height: 100%; overflow: auto }
#all { position: relative; width: 26400px;
  height: 2744px } #all div { position: absolute; width: 125px; height: 8px; border-left: 3px solid #47c; background: #def; contain: strict }
</style></head><body><div class="scroller"><div id="all"></div></div><script>
for (let column = 0; column < 28; column += 1) for (let slot = 0; slot < 288; slot += 1) {
  const box = document.createElement('div')
  box.style.cssText = \`left:\${column * 132}px;top:\${slot * 9.33}px\`
  document.getElementById('all').append(box)
}
</script></body></html>`

export const measurement = {
  about: `Frames of 60 a second that are missed while ${COLUMNS} columns of ${DAILY} slots are scrolled, against a page that only has as many boxes.`,
  async measure(runtime) {
    const { folder, remove } = newFolder()
    const file = path.join(folder, 'still.html')
    writeFileSync(file, still)
    const server = await openServer({ clinics: COLUMNS, published: DAILY * 3, daily: DAILY, length: 5, from: 0, daysBack: 1 })
    const app = await openApp(runtime, server.url, { clinics: COLUMNS })
    const stage = await openStage(runtime, file)
    try {
      const subjects = {}
      for (const [name, { page }] of Object.entries({ board: app, boxes: stage })) {
        const client = await page.context().newCDPSession(page)
        subjects[name] = () => course(client, page)
      }
      for (const subject of Object.values(subjects)) await subject()
      const { board, boxes: least } = await byTurns(subjects, ROUNDS)
      const of = (rounds, name) => median(rounds.map((round) => round[name]))
      return {
        rows: Object.entries(SPEEDS).map(([name, speed]) => {
          const row = { speed: `${name}, ${speed} px/s`, 'boxes alone, % missed': of(least, name), rounds: ROUNDS }
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
