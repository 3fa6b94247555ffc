import type { ColumnLayout } from './layout'
import type { Range } from './window'
import { itemRange } from './window'

/**
 * Index of the slot that a pointer means, or undefined. Short slots may be a few pixels high: a target should be 24 px
 * (WCAG 2.5.8), so the nearest slot within `slack` seconds counts.
 * `across` is the place within the column's width, 0 to 1 in reading direction; `seconds` the time under the pointer.
 */
export function slotNear(layout: ColumnLayout, seconds: number, across: number, slack: number): number | undefined {
  const near: Range = itemRange(layout, { from: seconds - slack, to: seconds + slack + 1 })
  let best: number | undefined
  let least = Infinity
  for (let i = near.from; i < near.to; i++) {
    if (layout.slotOf[i]! < 0 || Math.floor(across * layout.lanes[i]!) !== layout.lane[i]!) continue
    const distance = Math.max(0, layout.starts[i]! - seconds, seconds - layout.ends[i]!)
    if (distance <= slack && distance < least) {
      best = i
      least = distance
    }
  }
  return best
}
