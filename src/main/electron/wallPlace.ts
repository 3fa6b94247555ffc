import type { Rectangle } from 'electron'
import { isOnAScreen } from './onAScreen'

/** A screen; `workArea` is what panels leave of it. */
export interface Place { id: string, bounds: Rectangle, workArea: Rectangle }

interface Wanted {
  screens: readonly [Place, ...Place[]]
  /** The id of the screen that was chosen; '' for another than the desk's. */
  chosen: string
  /** The id of the one that the desk's window is on. */
  desks: string
  /** Where a wall that was a window like others stood the last time. */
  kept: Rectangle | undefined
}

const USUAL = { width: 1280, height: 720 }

/**
 * Where a wall's window goes: over the whole of another screen, and never over the desk's own, where it is a window like others.
 * `isLost`: the chosen screen is not there.
 */
export function wallPlace({ screens, chosen, desks, kept }: Wanted): { bounds: Rectangle, isFull: boolean, isLost: boolean } {
  const wanted = screens.find(({ id }) => id === chosen)
  const isLost = chosen !== '' && !wanted
  const target = wanted ?? screens.find(({ id }) => id !== desks)
  if (target && target.id !== desks) return { bounds: target.bounds, isFull: true, isLost }
  const own = screens.find(({ id }) => id === desks) ?? screens[0]
  const isKept = kept && isOnAScreen(kept, [own.workArea])
  return { bounds: isKept ? kept : centred(own.workArea), isFull: false, isLost }
}

function centred({ x, y, width, height }: Rectangle): Rectangle {
  const size = { width: Math.min(USUAL.width, width), height: Math.min(USUAL.height, height) }
  return { x: x + Math.floor((width - size.width) / 2), y: y + Math.floor((height - size.height) / 2), ...size }
}
