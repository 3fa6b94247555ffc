import { stretchesOf } from './gridStretches'

/** One clinic's slots of a day as main sends them: sorted by start, times in seconds since midnight. */
export interface SlotArrays { ids: Int32Array, starts: Int32Array, ends: Int32Array }

/**
 * What a column draws and the keyboard visits, in order of start: slots, and the stretches between them.
 * All arrays are equally long; times are seconds since midnight.
 */
export interface ColumnLayout {
  /** Index of the slot; -1 for a stretch without one. */
  slotOf: Int32Array
  starts: Int32Array
  ends: Int32Array
  /** Which of `lanes` side-by-side parts of the column the item fills. */
  lane: Int32Array
  lanes: Int32Array
  /** Latest end of this item and all before it. */
  reach: Int32Array
}

/** Places a column's slots side by side where they overlap, and puts the free stretches between them. */
export function layoutColumn(slots: SlotArrays): ColumnLayout {
  const lanes = lanesOf(slots.starts, slots.ends)
  const free = stretchesOf(slots.starts, slots.ends)
  const count = slots.starts.length + free.starts.length
  const column = () => new Int32Array(count)
  const layout: ColumnLayout = {
    slotOf: column().fill(-1), starts: column(), ends: column(), lane: column(), lanes: column().fill(1), reach: column(),
  }
  let slot = 0
  let stretch = 0
  for (let i = 0; i < count; i++) {
    const isSlot = stretch === free.starts.length || (slot < slots.starts.length && slots.starts[slot]! < free.starts[stretch]!)
    if (isSlot) {
      layout.slotOf[i] = slot
      layout.lane[i] = lanes.lane[slot]!
      layout.lanes[i] = lanes.lanes[slot]!
    }
    layout.starts[i] = isSlot ? slots.starts[slot]! : free.starts[stretch]!
    layout.ends[i] = isSlot ? slots.ends[slot++]! : free.ends[stretch++]!
    layout.reach[i] = Math.max(i > 0 ? layout.reach[i - 1]! : 0, layout.ends[i]!)
  }
  return layout
}

/**
 * Lanes for slots sorted by start: a slot takes the first lane whose last slot has ended, and all slots that overlap,
 * directly or through others, share one number of lanes. Slots that only touch do not overlap.
 */
export function lanesOf(starts: ArrayLike<number>, ends: ArrayLike<number>): { lane: Int32Array, lanes: Int32Array } {
  const lane = new Int32Array(starts.length)
  const lanes = new Int32Array(starts.length)
  let laneEnds: number[] = []
  let first = 0
  let reached = -1
  for (let i = 0; i <= starts.length; i++) {
    if (i === starts.length || starts[i]! >= reached) {
      lanes.fill(laneEnds.length, first, i)
      first = i
      laneEnds = []
    }
    if (i === starts.length) break
    const freed = laneEnds.findIndex((end) => end <= starts[i]!)
    lane[i] = freed < 0 ? laneEnds.length : freed
    laneEnds[lane[i]!] = ends[i]!
    reached = Math.max(reached, ends[i]!)
  }
  return { lane, lanes }
}
