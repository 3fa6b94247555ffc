import { nextTick, watch, type ComputedRef } from 'vue'
import type { BoardView } from './useBoardView'
import type { Range } from './window'
import type { Scale } from './zoom'

/** Pixels above and below a fitted day: half the height of a time on the axis. */
export const MARGIN = 9

interface Board {
  /** Undefined without slots, null while nothing is known. */
  used: () => Range | undefined | null
  waiting: () => boolean
  now: () => number | null
  fit: () => boolean
  hours: ComputedRef<Range>
  scale: ComputedRef<Scale>
  view: BoardView
}

/** Used hours as whole ones; office hours when none is. */
export const wholeHours = (used: Range | undefined | null): Range =>
  used ? { from: Math.floor(used.from / 3600) * 3600, to: Math.ceil(used.to / 3600) * 3600 } : { from: 8 * 3600, to: 18 * 3600 }

/**
 * Where in the day the board starts. The first day starts at the present time or at its first slot; later days stay at the same hours,
 * for comparison. Returns what shows the present time, now or as soon as today is there.
 */
export function useDayStart({ used, waiting, now, fit, hours, scale, view }: Board): () => Promise<void> {
  let placed = false
  const placeOnce = () => {
    const known = used()
    if (placed || known === null || waiting() || view.height.value === 0) return
    const present = now()
    const inHours = present !== null && present >= hours.value.from && present < hours.value.to
    const before = Math.min(2700, view.height.value / scale.value.pixelsPerMinute * 15)
    view.scrollToTime(Math.max(0, inHours ? present - before : hours.value.from - scale.value.line * 30))
    placed = known !== undefined
  }
  watch([used, view.height], placeOnce, { flush: 'post' })
  watch([fit, hours, () => scale.value.pixelsPerMinute], () => {
    if (fit()) view.scrollToTime(hours.value.from - MARGIN * view.text.value / scale.value.pixelsPerMinute * 60)
  }, { flush: 'post' })
  return async () => {
    placed = false
    await nextTick()
    placeOnce()
  }
}
