import type { WallPicture } from '../domain/wall'

/** A wall's window has two channels of its own, and none of the desk's. */
export const wallChannels = { look: 'wallWindow:look', changed: 'wallWindow:changed' } as const

/** What the wall's preload puts on `window.wall`. */
export interface WallBridge {
  /** What is to be shown now; null when it was asked too often. */
  look: () => Promise<WallPicture | null>
  onChange: (listener: () => void) => void
}
