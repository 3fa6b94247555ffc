import { computed, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import type { CellRoom } from './cells'
import { useBoardView, type BoardView } from './useBoardView'
import { MARGIN } from './useDayStart'
import type { Range } from './window'
import { fittedScale, scaleOf, type Scale, type Zoom } from './zoom'

interface Board {
  scroller: Ref<HTMLElement | null>
  /** How many columns there are. */
  count: () => number
  zoom: () => Zoom
  /** Draw `hours` as high as the board instead of at the zoom step. */
  fit: () => boolean
  hours: ComputedRef<Range>
}

export interface BoardScale {
  scale: ComputedRef<Scale>
  view: BoardView
  /** What a slot has room to say. */
  room: ComputedRef<CellRoom>
  /** Seconds around the present time in which the axis has room for no other. */
  clear: ComputedRef<number>
}

/** How large the board is drawn, and what of it is in view: a fitted day's scale follows from the size of the view. */
export function useBoardScale({ scroller, count, zoom, fit, hours }: Board): BoardScale {
  const measured = shallowRef({ height: 0, text: 1 })
  const scale = computed(() => fit() && measured.value.height > 0
    ? fittedScale(hours.value, measured.value.height - 2 * MARGIN * measured.value.text, measured.value.text)
    : scaleOf(zoom(), measured.value.text))
  const view = useBoardView(scroller, count, () => scale.value)
  watch([view.height, view.text], ([height, text]) => { measured.value = { height, text } }, { immediate: true })
  const room = computed(() => ({
    pixelsPerMinute: scale.value.pixelsPerMinute / measured.value.text,
    rangesAbreast: Math.floor((view.columnWidth.value - 7) / (98 * measured.value.text) * 2) / 2,
  }))
  const clear = computed(() => 17 * measured.value.text / scale.value.pixelsPerMinute * 60)
  return { scale, view, room, clear }
}
