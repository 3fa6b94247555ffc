import { onBeforeUnmount, onMounted, shallowRef, type ShallowRef } from 'vue'
import { boardSpot } from './boardElement'
import type { UnsettledState } from './unsettledSlots'
import type { BoardLane } from './useRoving'

/** Long enough that a pointer or the keyboard passing over shows nothing, and that the card can be reached with the pointer. */
const DWELL_MILLISECONDS = 400
const LEAVE_MILLISECONDS = 160

/** What the card is about and the place of that on screen, in pixels of the window. */
export interface CardSubject {
  lane: BoardLane
  /** Start and end of the slot in seconds, and how far it is when it is not settled; undefined for a clinic's header. */
  slot: { start: number, end: number, unsettled: UnsettledState | undefined } | undefined
  box: { top: number, bottom: number, left: number, right: number }
}

export interface BoardCardControl {
  shown: ShallowRef<CardSubject | undefined>
  /** The pointer or the focus is on something of the board. */
  onEnter: (event: Event) => void
  onMove: (event: PointerEvent) => void
  onLeave: () => void
  /** The pointer is on the card. */
  stay: () => void
  hide: () => void
}

/** Shows a card with everything about the slot or the clinic on which the pointer or the focus rests; Escape puts it away. */
export function useBoardCard(lanes: () => readonly BoardLane[]): BoardCardControl {
  const shown = shallowRef<CardSubject>()
  let about: Element | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const after = (milliseconds: number, task: () => void) => {
    clearTimeout(timer)
    timer = setTimeout(task, milliseconds)
  }
  const stay = () => clearTimeout(timer)
  const hide = () => {
    stay()
    about = undefined
    shown.value = undefined
  }
  const onLeave = () => {
    about = undefined
    after(LEAVE_MILLISECONDS, hide)
  }

  // What slides under a pointer at rest, when a drawer opens or the board scrolls, was not pointed at.
  let pointer = ''
  const positionOf = ({ clientX, clientY }: MouseEvent) => `${clientX} ${clientY}`
  const onMove = (event: PointerEvent) => { pointer = positionOf(event) }

  const onEnter = (event: Event) => {
    if (event instanceof PointerEvent && positionOf(event) === pointer) return
    const spot = boardSpot(event.target)
    const lane = spot && lanes()[spot.column]
    const slot = lane && slotAt(lane, spot.item)
    const isHeader = lane !== undefined && spot!.item < 0 && !(event.target as Element).closest('.truth')
    if (!slot && !isHeader) return onLeave()
    if (spot!.element === about) return
    about = spot!.element
    after(DWELL_MILLISECONDS, () => {
      const { top, bottom, left, right } = spot!.element.getBoundingClientRect()
      shown.value = { lane: lane!, slot, box: { top, bottom, left, right } }
    })
  }

  const onEscape = (event: KeyboardEvent) => { if (event.key === 'Escape') hide() }
  onMounted(() => window.addEventListener('keydown', onEscape))
  onBeforeUnmount(() => {
    window.removeEventListener('keydown', onEscape)
    stay()
  })

  return { shown, onEnter, onMove, onLeave, stay, hide }
}

function slotAt({ layout, column }: BoardLane, item: number): CardSubject['slot'] {
  const slot = item < 0 ? -1 : layout.slotOf[item]!
  return slot < 0 ? undefined : { start: layout.starts[item]!, end: layout.ends[item]!, unsettled: column?.unsettled?.get(slot) }
}
