import { zoomSteps, type Settings } from '@shared/domain/settings'
import type { Range } from './window'

export type Zoom = Settings['zoom']

/** Height of one line, in pixels at the ordinary text size. */
const LINE = 28

/** Lines of a fitted day may come closer than this many pixels only where even hours would. */
const CLOSEST = 18

/** What the board is drawn by. */
export interface Scale {
  pixelsPerMinute: number
  /** Minutes between two lines. */
  line: number
}

/** Scale of a zoom step; `text` is the text size relative to the ordinary one. */
export const scaleOf = (zoom: Zoom, text: number): Scale => ({ pixelsPerMinute: LINE * text / zoom, line: zoom })

/**
 * Scale at which a range of seconds fits into a height in pixels. Lines fall on whole pixels, so that they stay sharp;
 * the range is then up to a line's pixel per line shorter than the height.
 */
export function fittedScale(seconds: Range, height: number, text: number): Scale {
  const minutes = Math.max(60, (seconds.to - seconds.from) / 60)
  const exact = Math.max(height, 1) / minutes
  const line = [...zoomSteps, 120, 180].find((step) => step * exact >= CLOSEST * text) ?? 360
  const sharp = Math.floor(line * exact) / line
  return { pixelsPerMinute: sharp > 0 ? sharp : exact, line }
}

/** The zoom step next to this one: 1 is closer, -1 farther; undefined at the end. */
export const nextZoom = (zoom: Zoom, direction: 1 | -1): Zoom | undefined => zoomSteps[zoomSteps.indexOf(zoom) - direction]
