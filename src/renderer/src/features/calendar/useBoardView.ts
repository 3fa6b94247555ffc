import { computed, onBeforeUnmount, onMounted, shallowReactive, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import { tokenPixels } from '@renderer/ui/tokenPixels'
import { DAY_SECONDS } from '@shared/domain/time'
import { columnRange, scrolledTo, timeRange, TURNS, type Range } from './window'
import type { Scale } from './zoom'

/** As the style sheet has it. */
const AXIS = 56

/** Room around what is scrolled into view for its focus ring. */
const RING = 4

/** What part of the board is in view, and how large things are. All lengths are pixels. */
export interface BoardView {
  /** Text size relative to the ordinary one. */
  text: Ref<number>
  /** Height below the header cells. */
  height: ComputedRef<number>
  columnWidth: ComputedRef<number>
  columns: ComputedRef<Range>
  /** Columns change theirs by turns: a column's is the one of its place among these. */
  seconds: readonly ComputedRef<Range>[]
  onScroll: () => void
  /** Scrolls with the least movement until a column's stretch of time shows. */
  reveal: (column: number, seconds: Range) => void
  /** Puts a time under the headers. */
  scrollToTime: (seconds: number) => void
  /** The next change of scale keeps this distance from the top of the board where it is, instead of its middle. */
  keepStill: (pixels: number) => void
}

/** Follows the scroller's size and position; rendered ranges keep their identity until they change. */
export function useBoardView(scroller: Ref<HTMLElement | null>, count: () => number, scale: () => Scale): BoardView {
  const size = shallowReactive({ width: 0, height: 0, top: 0, left: 0 })
  const text = shallowRef(1)
  const head = shallowRef(0)
  const least = shallowRef(0)
  let still: number | undefined

  const measure = () => {
    const element = scroller.value!
    text.value = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1
    head.value = tokenPixels('--board-head', 3.5)
    least.value = Math.floor(tokenPixels('--board-column', 8.25))
    size.width = element.clientWidth
    size.height = element.clientHeight
    onScroll()
  }
  const onScroll = () => {
    size.top = scroller.value!.scrollTop
    // Right-to-left scrolling counts below zero.
    size.left = Math.abs(scroller.value!.scrollLeft)
  }
  const resized = new ResizeObserver(measure)
  onMounted(() => {
    measure()
    resized.observe(scroller.value!)
    // Header cells are sized by the text: they tell when only the text size changes.
    resized.observe(scroller.value!.querySelector('.corner')!)
  })
  onBeforeUnmount(() => resized.disconnect())

  const height = computed(() => Math.max(0, size.height - head.value))
  const width = computed(() => Math.max(0, size.width - AXIS * text.value))
  const columnWidth = computed(() => Math.max(least.value, Math.floor(width.value / Math.max(1, count()))))

  watch(() => scale().pixelsPerMinute, (next, before) => {
    const fixed = still ?? height.value / 2
    still = undefined
    scroller.value!.scrollTop = (size.top + fixed) / before * next - fixed
    onScroll()
  }, { flush: 'post' })

  const reveal = (column: number, { from, to }: Range) => {
    const pixels = (seconds: number) => seconds / 60 * scale().pixelsPerMinute
    const element = scroller.value!
    element.scrollTop = scrolledTo(element.scrollTop, height.value, pixels(from) - RING, pixels(to) + RING)
    const left = scrolledTo(Math.abs(element.scrollLeft), width.value, column * columnWidth.value, (column + 1) * columnWidth.value)
    element.scrollLeft = getComputedStyle(element).direction === 'rtl' ? -left : left
    onScroll()
  }

  return {
    text,
    height,
    columnWidth,
    columns: stable(() => columnRange(size.left, width.value, columnWidth.value, count())),
    seconds: Array.from({ length: TURNS }, (_, turn) =>
      stable(() => size.height === 0 ? { from: 0, to: DAY_SECONDS } : timeRange(size.top, height.value, scale().pixelsPerMinute, turn))),
    onScroll,
    reveal,
    scrollToTime: (seconds) => {
      scroller.value!.scrollTop = seconds / 60 * scale().pixelsPerMinute
      onScroll()
    },
    keepStill: (pixels) => { still = Math.max(0, pixels - head.value) },
  }
}

const stable = (range: () => Range) => computed<Range>((before) => {
  const next = range()
  return before && before.from === next.from && before.to === next.to ? before : next
})
