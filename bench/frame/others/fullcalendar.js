// The same slots in FullCalendar: a column for each clinic, all slots of the days known beforehand, editing on. A key (x) changes the day.
import { Calendar } from 'fullcalendar'
import interaction from 'fullcalendar/interaction'
import classic from 'fullcalendar/themes/classic'
import resourceTimeGrid from 'fullcalendar-scheduler/resource-timegrid'
import scrollGrid from 'fullcalendar-scheduler/scrollgrid'
import 'fullcalendar/skeleton.css'
import 'fullcalendar/themes/classic/theme.css'
import 'fullcalendar/themes/classic/palette.css'

const { days, clinics } = window.given
const calendar = new Calendar(document.getElementById('calendar'), {
  plugins: [classic, interaction, resourceTimeGrid, scrollGrid],
  initialView: 'resourceTimeGridDay', initialDate: days[0].date, timeZone: 'UTC', height: '100%', slotMinTime: '07:00', slotMaxTime: '20:00',
  editable: true, dayMinWidth: 132,
  resources: clinics.map(({ id, name }) => ({ id: String(id), title: name })),
  events: days.flatMap(({ slots }) => slots.map(({ id, clinic, start, end, text }) =>
    ({ id: String(id), resourceId: String(clinic), start, end, title: text }))),
})
calendar.render()
let at = 0
addEventListener('keydown', ({ key }) => {
  if (key !== 'x') return
  at = 1 - at
  calendar.gotoDate(days[at].date)
})
