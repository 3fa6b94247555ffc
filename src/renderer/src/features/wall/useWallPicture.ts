import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import type { WallPicture } from '@shared/domain/wall'
import type { WallBridge } from '@shared/ipc/wallBridge'

const MINUTE_MS = 60_000

/** What a wall shows: asked for at once, at each hint, and with each minute of the clock. */
export function useWallPicture(wall: WallBridge): Readonly<ShallowRef<WallPicture | undefined>> {
  const picture = shallowRef<WallPicture>()
  let timer: ReturnType<typeof setTimeout>
  let latest = 0

  const look = async () => {
    const mine = ++latest
    const found = await wall.look().catch(() => null)
    if (mine === latest && found) picture.value = found
  }
  const nextMinute = () => {
    timer = setTimeout(() => {
      void look()
      nextMinute()
    }, MINUTE_MS - Date.now() % MINUTE_MS)
  }
  wall.onChange(() => void look())
  void look()
  nextMinute()
  onScopeDispose(() => { clearTimeout(timer) })
  return picture
}
