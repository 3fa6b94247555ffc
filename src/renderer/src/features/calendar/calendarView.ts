/** What the board shows: one day of several clinics, or several days of one. */
export type CalendarViewName = 'day' | 'week'
