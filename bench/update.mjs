import { aimed } from './frame/aim.mjs'
import { openApp } from './frame/openApp.mjs'
import { openServer } from './frame/openServer.mjs'
import { median, summary } from './frame/statistics.mjs'

const CLINICS = 25
const DAILY = 48
const ROUNDS = 11
/** A frame of 60 a second. */
const AIM = 1000 / 60

/* Runs in the page: waits for a slot of this name, and notes when the page was told, when the answer was there, and what was drawn anew. */
const arm = (label) => {
  const grid = document.querySelector('[role=grid]')
  const touched = new Set()
  const note = (node) => { if (node instanceof Element && node.closest('.slot')) touched.add(node.closest('.slot')) }
  const observer = new MutationObserver((records) => {
    for (const { target, addedNodes } of records) for (const node of [target, ...addedNodes]) note(node)
  })
  observer.observe(grid, { subtree: true, childList: true, characterData: true, attributes: true })
  const times = {}
  const date = new Date().toISOString().slice(0, 10)
  const stop = window.desk.on('slots:changed', () => {
    const hinted = performance.now()
    void window.desk.invoke('slots:day', { date, clinicIds: [1] }).then(() => { Object.assign(times, { hinted, answered: performance.now() }) })
    stop()
  })
  globalThis.benchUpdate = new Promise((resolve) => {
    const look = () => {
      if (!grid.querySelector(`[aria-label^="${label}"]`)) return requestAnimationFrame(look)
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        const painted = performance.now()
        observer.disconnect()
        const all = [...grid.querySelectorAll('.slot')]
        resolve({ ...times, painted, drawn: all.filter((slot) => touched.has(slot)).length, shown: all.length })
      }
      port2.postMessage(0)
    }
    requestAnimationFrame(look)
  })
}

/** A time of today that shows in the first clinic's column and has no slot: slots are 5 minutes long and begin every 10. */
const freeTime = (page) => page.evaluate(() => {
  const view = document.querySelector('.scroller').getBoundingClientRect()
  const free = [...document.querySelectorAll('[role=grid] .stretch')].filter((cell) => {
    const box = cell.getBoundingClientRect()
    return box.top > view.top + 80 && box.bottom < view.bottom && / Clinic 1,|, Clinic 1\b/.test(cell.getAttribute('aria-label'))
  })
  const label = free.at(Math.floor(free.length / 2)).getAttribute('aria-label')
  return /(\d\d:\d\d) – (\d\d:\d\d)/.exec(label).slice(1)
})

const publish = (url, [start, end]) => fetch(`${url}/v1/api/integrate/api/create-appointment-slot/`, {
  method: 'POST', headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ date: new Date().toISOString().slice(0, 10), start_time: `${start}:00`, end_time: `${end}:00`, clinic: 1 }),
})

export const measurement = {
  about: `One slot that somebody else published, on a board of ${CLINICS} x ${DAILY}: from the page's data until it is painted, and how much is drawn anew.`,
  async measure(runtime) {
    const server = await openServer({ clinics: CLINICS, published: DAILY * 10, daily: DAILY, length: 5, step: 10, daysBack: 3, from: 480 })
    const app = await openApp(runtime, server.url, { clinics: CLINICS })
    try {
      const rounds = []
      for (let round = 0; round < ROUNDS; round += 1) {
        const time = await freeTime(app.page)
        await app.page.evaluate(arm, time.join(' – '))
        await publish(server.url, time)
        await app.ask('sync:now')
        rounds.push(await app.page.evaluate(() => globalThis.benchUpdate))
        await app.page.waitForTimeout(1500)
      }
      const toPaint = summary(rounds.map(({ painted, answered }) => Math.max(0, painted - answered)))
      return {
        rows: [
          aimed({ 'median, ms': toPaint.median, most: Number(AIM.toPrecision(3)), unit: 'ms' }, { what: 'from the data in the page until painted', 'least, ms': toPaint.least, 'most, ms': toPaint.most, rounds: ROUNDS }),
          { 'median, ms': median(rounds.map(({ painted, hinted }) => painted - hinted)), what: 'from main\'s hint until painted, the question to main included', rounds: ROUNDS },
          aimed({ 'slots drawn anew': median(rounds.map(({ drawn }) => drawn)), most: 1 }, { what: 'of all slots in the page', shown: median(rounds.map(({ shown }) => shown)), rounds: ROUNDS }),
        ],
        rounds,
      }
    } finally {
      await app.close()
      await server.close()
    }
  },
}
