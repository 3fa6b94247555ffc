// The same slots in DayPilot Lite: a column for each clinic, editing on. A key (x) changes the day.
import { DayPilot } from '@daypilot/daypilot-lite-javascript'

const { days, clinics } = window.given
const eventsOf = ({ slots }) => slots.map(({ id, clinic, start, end, text }) => ({ id, resource: clinic, start, end, text }))
const board = new DayPilot.Calendar('calendar', {
  viewType: 'Resources', startDate: days[0].date, dayBeginsHour: 7, dayEndsHour: 20, businessBeginsHour: 7, businessEndsHour: 20, columnWidth: 132,
  columns: clinics.map(({ id, name }) => ({ id, name })), events: eventsOf(days[0]),
})
board.init()
let at = 0
addEventListener('keydown', ({ key }) => {
  if (key !== 'x') return
  at = 1 - at
  board.update({ startDate: days[at].date, events: eventsOf(days[at]) })
})
