import { onBeforeUnmount, shallowRef, type Ref, type ShallowRef } from 'vue'
import { boardSpot } from './boardElement'
import { columnState } from './boardDay'
import { draggedIn, type Stretch } from './slotProposal'
import type { BoardLane } from './useRoving'

/** A pointer that moves less than this many pixels clicks. */
const THRESHOLD = 4

/** Part of a column. */
export interface ColumnSpan extends Stretch { column: number }

interface Board {
  grid: Ref<HTMLElement | null>
  lanes: () => readonly BoardLane[]
  pixelsPerMinute: () => number
  enabled: () => boolean
  create: (span: ColumnSpan) => void
}

export interface BoardDrag {
  /** What is being dragged out. */
  span: ShallowRef<ColumnSpan | undefined>
  onDown: (event: PointerEvent) => void
  onMove: (event: PointerEvent) => void
  onUp: () => void
  cancel: () => void
}

/** Drags a slot out of a stretch without slots. A finger scrolls instead; Escape gives up. */
export function useBoardDrag({ grid, lanes, pixelsPerMinute, enabled, create }: Board): BoardDrag {
  const span = shallowRef<ColumnSpan>()
  let held: { pointer: number, column: number, stretch: Stretch, from: number, y: number, top: number } | undefined

  const cancel = () => {
    held = undefined
    span.value = undefined
    window.removeEventListener('keydown', onKey, true)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    cancel()
  }

  const onDown = (event: PointerEvent) => {
    cancel()
    const spot = boardSpot(event.target)
    const lane = spot && spot.item >= 0 ? lanes()[spot.column] : undefined
    if (!enabled() || event.button !== 0 || event.pointerType === 'touch' || !lane || columnState(lane.column) !== 'known') return
    const { layout } = lane
    if (layout.slotOf[spot!.item]! >= 0) return
    const stretch = { start: layout.starts[spot!.item]!, end: layout.ends[spot!.item]! }
    const inside = event.clientY - spot!.element.getBoundingClientRect().top
    const from = stretch.start + inside / pixelsPerMinute() * 60
    held = { pointer: event.pointerId, column: spot!.column, stretch, from, y: event.clientY, top: grid.value!.getBoundingClientRect().top }
  }

  const onMove = (event: PointerEvent) => {
    if (!held || event.pointerId !== held.pointer) return
    // The board may scroll under a pointer that is held.
    const moved = event.clientY - held.y - (grid.value!.getBoundingClientRect().top - held.top)
    if (!span.value) {
      if (Math.abs(moved) < THRESHOLD) return
      grid.value!.setPointerCapture(held.pointer)
      window.addEventListener('keydown', onKey, true)
    }
    span.value = { column: held.column, ...draggedIn(held.stretch, held.from, held.from + moved / pixelsPerMinute() * 60) }
  }

  const onUp = () => {
    const dragged = span.value
    cancel()
    if (dragged) create(dragged)
  }
  onBeforeUnmount(cancel)

  return { span, onDown, onMove, onUp, cancel }
}
