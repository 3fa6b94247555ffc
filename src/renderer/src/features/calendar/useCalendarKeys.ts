import { useActionsHere } from '@renderer/composables/useActionsHere'

/** What the calendar's keys do. */
export interface CalendarKeys {
  today: () => void
  /** -1 for the day or week before, 1 for the next. */
  turn: (by: 1 | -1) => void
  goToDate: () => void
  zoom: (direction: 1 | -1) => void
  fit: () => void
  newSlot: () => void
  plan: () => void
  /** From the day to the week, or back. */
  turnOver: () => void
}

/** The calendar's keys, while it is on screen. Arrows without Alt belong to the board. */
export function useCalendarKeys(keys: CalendarKeys): void {
  useActionsHere({
    today: keys.today,
    previousDay: () => keys.turn(-1),
    nextDay: () => keys.turn(1),
    goToDate: keys.goToDate,
    zoomOut: () => keys.zoom(-1),
    zoomIn: () => keys.zoom(1),
    fitDay: keys.fit,
    newSlot: keys.newSlot,
    planSlots: keys.plan,
    turnOver: keys.turnOver,
  })
}
