import { aimed } from './frame/aim.mjs'
import { boardSnapshot } from './frame/boardSnapshot.mjs'
import { askDay } from './frame/daysInPage.mjs'
import { keyToPaint } from './frame/keyToPaint.mjs'
import { newFolder } from './frame/newFolder.mjs'
import { clinicIds, openApp } from './frame/openApp.mjs'
import { openServer } from './frame/openServer.mjs'
import { openStage } from './frame/openStage.mjs'
import { fetchOthers, otherPage } from './frame/otherCalendars.mjs'
import { turnDay } from './frame/turnDay.mjs'
import { byTurns, median, ratios } from './frame/statistics.mjs'

const ROUNDS = 9
const LIMIT_AIM = 1.25
const OTHERS_AIM = 15
const SHAPES = [{ clinics: 10, daily: 40 }, { clinics: 60, daily: 50 }]
const NAMES = { fullcalendar: 'FullCalendar 7', daypilot: 'DayPilot Lite 5' }

/** Two days as the other calendars take them. A slot's text says its day, by which the page is known to show it. */
const given = async (app, clinics) => {
  const ids = clinicIds(clinics)
  const clock = (seconds) => new Date(seconds * 1000).toISOString().slice(11, 19)
  const dates = [0, 1].map((day) => new Date(Date.now() + day * 86_400_000).toISOString().slice(0, 10))
  const days = await Promise.all(dates.map(async (date) => {
    const { columns } = await askDay(app.page, { date, clinicIds: ids })
    const slots = columns.flatMap(({ clinicId, ids: own, starts, ends }) => own.map((id, at) =>
      ({ id, clinic: clinicId, start: `${date}T${clock(starts[at])}`, end: `${date}T${clock(ends[at])}`, text: `day ${date}` })))
    return { date, slots }
  }))
  return { days, clinics: ids.map((id) => ({ id, name: `Clinic ${id}` })) }
}

/** Changes the day in a page of ours: another day stands in its slots and not the one before. */
const turnOther = (stage) => () => keyToPaint(stage.page, 'x', {
  prepare: () => /day \d{4}-\d\d-\d\d/.exec(document.getElementById('calendar').textContent)?.[0] ?? '',
  holds: (before) => { const now = /day \d{4}-\d\d-\d\d/.exec(document.getElementById('calendar').textContent)?.[0]; return now !== undefined && now !== before },
})
const turnLimit = (stage) => () => keyToPaint(stage.page, 'x', {
  prepare: () => document.querySelector('h1').textContent,
  holds: (before) => document.querySelector('h1').textContent !== before,
})

const measureShape = async (runtime, { clinics, daily }, folder, hasOthers) => {
  const server = await openServer({ clinics, published: daily * 20, daily, length: 12, from: 480, daysBack: 10 })
  const app = await openApp(runtime, server.url, { clinics })
  const stages = []
  const stage = async (file) => {
    const opened = await openStage(runtime, file)
    stages.push(opened)
    return opened
  }
  try {
    const turn = (key) => turnDay(app.page, key)
    const limit = await stage(await boardSnapshot(app.page, { root: runtime.root, folder, turn }))
    const subjects = { own: (round) => turn(round % 2 === 0 ? ']' : '['), limit: turnLimit(limit) }
    if (hasOthers) {
      const known = await given(app, clinics)
      for (const name of Object.keys(NAMES)) subjects[name] = turnOther(await stage(otherPage(folder, name, known)))
    }
    for (const round of [0, 1]) for (const subject of Object.values(subjects)) await subject(round)
    return await byTurns(subjects, ROUNDS)
  } finally {
    for (const each of [app, ...stages]) await each.close()
    await server.close()
  }
}

const rowsOf = ({ clinics, daily }, { own, limit, ...others }) => {
  const board = `${clinics} x ${daily}`
  const times = { 'own, ms': median(own), rounds: ROUNDS }
  return [
    aimed({ ratio: median(ratios(own, limit)), most: LIMIT_AIM }, { board, against: 'the visible slots through innerHTML', ...times, 'theirs, ms': median(limit) }),
    ...Object.entries(others).map(([name, theirs]) => {
      const row = { board, against: `${NAMES[name]} (how many times faster)`, ...times, 'theirs, ms': median(theirs) }
      const ratio = median(ratios(theirs, own))
      return clinics === 60 ? aimed({ ratio, least: OTHERS_AIM }, row) : { ratio, ...row }
    }),
  ]
}

export const measurement = {
  about: 'From a key press until the next day is painted, the slots known to the program: against the same slots by innerHTML, and in other calendars.',
  async measure(runtime) {
    const { folder, remove } = newFolder()
    try {
      const hasOthers = await fetchOthers(folder)
      const results = []
      for (const shape of SHAPES) results.push({ shape, values: await measureShape(runtime, shape, folder, hasOthers) })
      return {
        rows: results.flatMap(({ shape, values }) => rowsOf(shape, values)), rounds: results,
        notes: hasOthers ? [] : ['FullCalendar and DayPilot could not be fetched: they are not in the table.'],
      }
    } finally {
      remove()
    }
  },
}
