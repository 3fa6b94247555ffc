import type { WallWindow } from '@main/ports'
import type { WallPicture, WallScreen } from '@shared/domain/wall'

/** A computer with two screens, one of them on a wall. */
export interface MemoryWall extends WallWindow {
  /** What the wall's page would be told now; undefined while it is closed. */
  picture: () => Promise<WallPicture | undefined>
  /** The screen that it was opened on, and how often its page was told to look again. */
  seen: { screen: string, told: number }
  /** Somebody closes it by Escape. */
  escape: () => void
}

const screens: WallScreen[] = [
  { id: '1', name: 'Desk', width: 1280, height: 800, isDesks: true }, { id: '2', name: 'Wall', width: 1920, height: 1080, isDesks: false },
]

/** See `MemoryWall`. */
export function memoryWall(): MemoryWall {
  let ask: (() => Promise<WallPicture>) | undefined
  const listeners = new Set<() => void>()
  const seen = { screen: '', told: 0 }
  const close = () => {
    ask = undefined
    for (const run of listeners) run()
  }
  return {
    seen, close, escape: close,
    isOpen: () => ask !== undefined,
    open({ screen, picture }) {
      ask = picture
      seen.screen = screen
      for (const run of listeners) run()
    },
    tell() { seen.told += 1 },
    screens: () => screens,
    isLost: () => seen.screen !== '' && !screens.some(({ id }) => id === seen.screen),
    onChange: (run) => { listeners.add(run) },
    picture: async () => ask?.(),
  }
}
