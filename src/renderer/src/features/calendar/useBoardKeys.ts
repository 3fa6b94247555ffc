import { columnState } from './boardDay'
import { stepOfKey, type Step } from './roving'
import { proposedIn, usualLength, type Stretch } from './slotProposal'
import type { BoardLane, Roving } from './useRoving'

interface Board {
  lanes: () => readonly BoardLane[]
  /** Where the keyboard is. */
  place: Roving['place']
  waiting: () => boolean
  creatable: () => boolean
  /** The present time in a lane, seconds since midnight. */
  now: (lane: BoardLane) => number | null
  /** How far a page is, in seconds. */
  page: () => number
  step: (step: Step, page: number) => void
  open: (key: number, slotId: number) => void
  create: (key: number, stretch: Stretch) => void
  retry: () => void
}

/** What Enter and the other keys do on the board. */
export interface BoardKeys {
  /** Opens the slot where the keyboard is, offers one where none is, or tries again where nothing is known. */
  activate: () => void
  onKey: (event: KeyboardEvent) => void
}

/** See `BoardKeys`. */
export function useBoardKeys({ lanes, place, waiting, creatable, now, page, step, open, create, retry }: Board): BoardKeys {
  /** Offers a slot of the usual length within a stretch without slots. */
  const propose = (lane: BoardLane, item: number) => {
    if (!creatable()) return
    const stretch = { start: lane.layout.starts[item]!, end: lane.layout.ends[item]! }
    create(lane.key, proposedIn(stretch, usualLength(lane.column!.slots), now(lane)))
  }
  const activate = () => {
    const lane = place.value && lanes()[place.value.column]
    if (!lane || waiting()) return
    const { item } = place.value!
    const slot = lane.layout.slotOf[item] ?? -1
    const state = columnState(lane.column)
    if (slot >= 0) open(lane.key, lane.column!.slots.ids[slot]!)
    else if (item >= 0 && state === 'known') propose(lane, item)
    else if (lane.column?.stamp.failed && state !== 'loading') retry()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLButtonElement) return
    if (event.key === 'Enter' || event.key === ' ') activate()
    else {
      const to = stepOfKey(event, getComputedStyle(event.currentTarget as HTMLElement).direction === 'rtl')
      if (!to) return
      step(to, page())
    }
    event.preventDefault()
  }
  return { activate, onKey }
}
