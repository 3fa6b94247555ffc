import { boardSpot, type BoardSpot } from './boardElement'
import { slotNear } from './hit'
import type { Place } from './roving'
import type { BoardLane } from './useRoving'

/** A target should reach 24 px (WCAG 2.5.8): half of that on both sides of a slot. */
const REACH = 12

/** Wheel movement that makes one zoom step, so that a touchpad does not run through all of them. */
const WHEEL_STEP = 60

interface Board {
  lanes: () => readonly BoardLane[]
  pixelsPerMinute: () => number
  place: (place: Place) => void
  activate: () => void
  /** `pixels` is the pointer's distance from the top of the board. */
  zoom: (direction: 1 | -1, pixels: number) => void
}

/** What a mouse or a finger does on the board. */
export function useBoardPointer(board: Board) {
  let wheeled = 0

  const spotOf = (event: MouseEvent): BoardSpot | undefined => {
    const spot = boardSpot(event.target)
    const lane = spot && board.lanes()[spot.column]
    // A click by assistive technology has no position; it means the element itself.
    if (!lane || spot.item < 0 || event.detail === 0 || lane.layout.slotOf[spot.item]! >= 0) return spot
    const { layout } = lane
    const box = spot.element.getBoundingClientRect()
    const minutes = (event.clientY - box.top) / board.pixelsPerMinute()
    const across = (event.clientX - box.left) / Math.max(1, box.width)
    const near = slotNear(layout, layout.starts[spot.item]! + minutes * 60, across, REACH / board.pixelsPerMinute() * 60)
    return near === undefined ? spot : { ...spot, item: near }
  }

  const placeAt = ({ column, item }: BoardSpot) => {
    const layout = board.lanes()[column]?.layout
    if (layout && item < layout.starts.length) board.place({ column, item, time: layout.starts[Math.max(0, item)]! })
  }

  const onClick = (event: MouseEvent) => {
    const spot = spotOf(event)
    if (!spot || (event.target as Element).closest('button')) return
    placeAt(spot)
    if (spot.item >= 0 && board.lanes()[spot.column]!.layout.slotOf[spot.item]! >= 0) board.activate()
  }

  /** Focus can come from a pointer or from assistive technology; the tab stop follows it. */
  const onFocus = (event: FocusEvent) => {
    const spot = boardSpot(event.target)
    if (spot && spot.element === event.target && spot.element.tabIndex !== 0) placeAt(spot)
  }

  const onWheel = (event: WheelEvent) => {
    if (!event.ctrlKey) return
    event.preventDefault()
    wheeled = Math.sign(event.deltaY) === Math.sign(wheeled) ? wheeled + event.deltaY : event.deltaY
    if (Math.abs(wheeled) < WHEEL_STEP) return
    board.zoom(wheeled < 0 ? 1 : -1, event.clientY - (event.currentTarget as HTMLElement).getBoundingClientRect().top)
    wheeled = 0
  }

  return { onClick, onFocus, onWheel }
}
