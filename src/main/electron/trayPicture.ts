import path from 'node:path'
import { nativeImage, nativeTheme, screen, type NativeImage } from 'electron'
import { overlaid } from '../alerts/overlaid'
import type { TrayView } from '../ports'

const SIZE = 22
const SCALES = [1, 2]

/** The tray's pictures, from `folder` (resources/tray), for the panel's colours as far as they can be known. */
export function trayPictures(folder: string, platform: NodeJS.Platform): (view: Pick<TrayView, 'icon' | 'count'>) => NativeImage {
  const read = (name: string) => nativeImage.createFromPath(path.join(folder, `${name}.png`))

  function picture({ icon, count }: Pick<TrayView, 'icon' | 'count'>): NativeImage {
    const base = read(`${icon}-${isDark(platform) ? 'dark' : 'light'}`)
    if (count === 0) return base
    const badge = read(count > 9 ? 'badge-more' : `badge-${count}`)
    const hole = read(count > 9 ? 'hole-more' : 'hole')
    const whole = nativeImage.createEmpty()
    for (const scaleFactor of SCALES) {
      const [under, cut, over] = [base, hole, badge].map((image) => image.toBitmap({ scaleFactor })) as [Buffer, Buffer, Buffer]
      const size = SIZE * scaleFactor
      whole.addRepresentation({ scaleFactor, width: size, height: size, buffer: overlaid(under, cut, over) })
    }
    return whole
  }
  return (view) => forScreen(picture(view), platform)
}

/** Linux's trays are given one picture, which Electron takes at 1x: on a dense screen the larger one has to pass for that. */
function forScreen(picture: NativeImage, platform: NodeJS.Platform): NativeImage {
  if (platform !== 'linux' || screen.getPrimaryDisplay().scaleFactor <= 1) return picture
  return nativeImage.createFromBitmap(picture.toBitmap({ scaleFactor: 2 }), { width: SIZE * 2, height: SIZE * 2 })
}

/** Panels follow the system's theme, but for GNOME's, which is always dark. */
const isDark = (platform: NodeJS.Platform) =>
  nativeTheme.shouldUseDarkColors || (platform === 'linux' && /gnome/i.test(process.env['XDG_CURRENT_DESKTOP'] ?? ''))
