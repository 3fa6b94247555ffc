import { useShortcuts } from '@renderer/composables/useShortcuts'

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
  useShortcuts({
    single: {
      't': keys.today,
      '(\\[)': () => keys.turn(-1),
      '(\\])': () => keys.turn(1),
      'Alt+ArrowLeft': () => keys.turn(-1),
      'Alt+ArrowRight': () => keys.turn(1),
      'g': keys.goToDate,
      '-': () => keys.zoom(-1),
      '[Shift]+(\\+|=)': () => keys.zoom(1),
      'f': keys.fit,
      'n': keys.newSlot,
      'p': keys.plan,
      'w': keys.turnOver,
    },
  })
}
