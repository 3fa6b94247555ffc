import { computed, nextTick, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import type { Day } from '@shared/domain/time'
import type { BoardClinic } from './boardClinic'
import type { BoardColumn } from './boardDay'
import type { ColumnLayout } from './layout'
import { itemAt, moved, type Place, type Step } from './roving'
import type { Range } from './window'

/** One column as the keyboard sees it. */
export interface BoardLane {
  /** Told apart by this: the clinic's id on a board of clinics, the day's number on one of days. */
  key: number
  clinic: BoardClinic
  /** The shown day; '' while none is known. */
  date: Day
  column: BoardColumn | undefined
  layout: ColumnLayout
}

/** What stays when data change: the lane, the slot if it is one, and the time. */
interface Anchor { key: number, slotId: number | undefined, header: boolean, time: number }

interface Board {
  lanes: () => readonly BoardLane[]
  now: () => number | null
  /** The lane to begin in; the first one without it. */
  begin: () => number | undefined
  waiting: () => boolean
  reveal: (column: number, seconds: Range) => void
}

export interface Roving {
  /** Where the one tab stop is; undefined without columns. */
  place: ComputedRef<Place | undefined>
  set: (place: Place) => void
  step: (step: Step, page: number) => void
  /** Scrolls the place into view, waits until it is in the document, and focuses it. */
  focus: () => Promise<void>
}

/**
 * The board's one tab stop. It is kept as data and looked up anew in each day's columns, so it survives scrolling,
 * another day and another order of columns.
 */
export function useRoving(grid: Ref<HTMLElement | null>, { lanes, now, begin, waiting, reveal }: Board): Roving {
  const anchor = shallowRef<Anchor>()
  const place = computed(() =>
    lanes().length === 0 ? undefined : anchored(lanes(), anchor.value) ?? firstPlace(lanes(), begin(), now() ?? 0))

  const set = ({ column, item, time }: Place) => {
    const { key, column: data, layout } = lanes()[column]!
    anchor.value = { key, slotId: data?.slots.ids[layout.slotOf[item] ?? -1], header: item < 0, time }
  }

  const focus = async () => {
    const at = place.value
    if (!at) return
    const { layout } = lanes()[at.column]!
    if (at.item >= 0) reveal(at.column, { from: layout.starts[at.item]!, to: layout.ends[at.item]! })
    else reveal(at.column, { from: at.time, to: at.time })
    await nextTick()
    grid.value?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true })
  }

  const step = (to: Step, page: number) => {
    if (!place.value) return
    set(moved(lanes().map((lane) => lane.layout), place.value, to, page))
    void focus()
  }

  // A cell that leaves, or is hidden while another day loads, drops the focus; a cell that stays may be another slot's now.
  // Either way the focus goes to where the keyboard was: the same slot, else the same time.
  let held = false
  watch(() => [lanes(), waiting()], () => {
    held ||= grid.value?.contains(document.activeElement) ?? false
    if (!held || waiting()) return
    held = false
    void nextTick(() => {
      const focused = document.activeElement
      const astray = grid.value?.contains(focused) && focused?.getAttribute('tabindex') !== '0'
      if (astray || focused === document.body) void focus()
    })
  })

  return { place, set, step, focus }
}

function anchored(lanes: readonly BoardLane[], anchor: Anchor | undefined): Place | undefined {
  if (!anchor) return undefined
  const column = lanes.findIndex((lane) => lane.key === anchor.key)
  const lane = lanes[column]
  if (!lane) return undefined
  if (anchor.header) return { column, item: -1, time: anchor.time }
  const slot = anchor.slotId === undefined ? -1 : lane.column?.slots.ids.indexOf(anchor.slotId) ?? -1
  return { column, item: slot < 0 ? itemAt(lane.layout, anchor.time) : lane.layout.slotOf.indexOf(slot), time: anchor.time }
}

/** The first slot that has not ended, else the first item. */
function firstPlace(lanes: readonly BoardLane[], begin: number | undefined, now: number): Place {
  const column = Math.max(0, lanes.findIndex(({ key }) => key === begin))
  const { layout } = lanes[column]!
  const item = Math.max(0, layout.slotOf.findIndex((slot, i) => slot >= 0 && layout.ends[i]! > now))
  return { column, item, time: layout.starts[item]! }
}
