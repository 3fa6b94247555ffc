import { tinykeys } from 'tinykeys'
import { onBeforeUnmount, onMounted } from 'vue'

/** What the calendar's keys do. */
export interface CalendarKeys {
  today: () => void
  /** -1 for the day before, 1 for the next. */
  turn: (days: 1 | -1) => void
  goToDate: () => void
  zoom: (direction: 1 | -1) => void
  fit: () => void
}

/** Where single letters are text, or where keys belong to something that lies over the board. */
const OTHERS = 'input, textarea, select, [contenteditable], [role=dialog], [role=alertdialog], [role=menu], [role=listbox]'

/**
 * The calendar's keys, while it is on screen. Single keys do nothing while somebody types (WCAG 2.1.4), arrows without Alt belong to
 * the board.
 */
export function useCalendarKeys(keys: CalendarKeys): void {
  const guarded = (task: () => void) => (event: KeyboardEvent) => {
    if (event.defaultPrevented || (event.target instanceof Element && event.target.closest(OTHERS))) return
    event.preventDefault()
    task()
  }
  let stop: (() => void) | undefined
  onMounted(() => {
    stop = tinykeys(window, {
      't': guarded(keys.today),
      '(\\[)': guarded(() => keys.turn(-1)),
      '(\\])': guarded(() => keys.turn(1)),
      'Alt+ArrowLeft': guarded(() => keys.turn(-1)),
      'Alt+ArrowRight': guarded(() => keys.turn(1)),
      'g': guarded(keys.goToDate),
      '-': guarded(() => keys.zoom(-1)),
      '[Shift]+(\\+|=)': guarded(() => keys.zoom(1)),
      'f': guarded(keys.fit),
    })
  })
  onBeforeUnmount(() => stop?.())
}
