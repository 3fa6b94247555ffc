import { DAY_SECONDS } from '@shared/domain/time'
import type { ColumnLayout } from './layout'

/** A half-open range: `from` is in it, `to` is not. */
export interface Range { from: number, to: number }

/** Rendered rows change in steps of about this many pixels, so that most scroll events change nothing. */
const STEP_PIXELS = 128

/** Columns change their rows by turns, each at other places of the scroller: what one frame has to draw anew is a part of the board. */
export const TURNS = 5

/** How much must show of what is longer than the view: a free day should not scroll the board to midnight. */
const PART_PIXELS = 64

/** Columns beyond each edge that are rendered ahead of the scrolling. */
const AHEAD = 1

/**
 * Indexes of the columns to render.
 * `scroll` is the distance scrolled and `view` the width left beside the time axis; all in pixels, columns equally wide.
 */
export function columnRange(scroll: number, view: number, columnWidth: number, count: number): Range {
  const from = Math.floor(scroll / columnWidth) - AHEAD
  const to = Math.ceil((scroll + view) / columnWidth) + AHEAD
  return { from: clamp(from, 0, count), to: clamp(to, 0, count) }
}

/**
 * Seconds of the day to render, in coarse steps with one step to spare on both sides.
 * `scroll` and `view` are pixels below the sticky headers; `turn` moves the places where the range changes by its part of a step.
 */
export function timeRange(scroll: number, view: number, pixelsPerMinute: number, turn = 0): Range {
  const step = Math.max(1, Math.ceil(STEP_PIXELS / pixelsPerMinute / 30)) * 1800
  const moved = step * turn / TURNS
  const steps = (pixels: number) => (pixels / pixelsPerMinute * 60 - moved) / step
  return {
    from: clamp((Math.floor(steps(scroll)) - 1) * step + moved, 0, DAY_SECONDS),
    to: clamp((Math.ceil(steps(scroll + view)) + 1) * step + moved, 0, DAY_SECONDS),
  }
}

/** Indexes of the items that run within a range of seconds; items between them that do not are included. */
export function itemRange(layout: ColumnLayout, seconds: Range): Range {
  const from = firstIndex(layout.starts.length, (i) => layout.reach[i]! > seconds.from)
  return { from, to: Math.max(from, firstIndex(layout.starts.length, (i) => layout.starts[i]! >= seconds.to)) }
}

/** Scroll position that shows `from` to `to` with the least movement; of what is longer than the view, a part. */
export function scrolledTo(scroll: number, view: number, from: number, to: number): number {
  if (to - from > view) return clamp(scroll, from - view + PART_PIXELS, to - PART_PIXELS)
  return clamp(scroll, to - view, from)
}

/** First index below `count` for which `holds`, else `count`; once it holds, it holds for all that follow. */
export function firstIndex(count: number, holds: (index: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value))
