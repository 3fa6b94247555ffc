import { Menu, nativeTheme, Tray as ElectronTray, type MenuItemConstructorOptions } from 'electron'
import { trayHost } from '../bus/trayHost'
import { after } from '../feed/after'
import type { Tray, TrayItem, TrayView } from '../ports'
import { trayPictures } from './trayPicture'

interface Options {
  /** resources/tray */
  folder: string
  platform: NodeJS.Platform
  onClick: () => void
  onChange: () => void
}

/**
 * The tray. On Linux there is one only while a panel shows it: before that none is made, for without a host Chromium may put an icon of
 * its own somewhere else.
 */
export function electronTray({ folder, platform, onClick, onChange }: Options): Tray {
  const picture = trayPictures(folder, platform)
  const host = platform === 'linux' ? trayHost({ address: process.env['DBUS_SESSION_BUS_ADDRESS'], after, onChange: follow }) : undefined
  let tray: ElectronTray | undefined
  let view: TrayView | undefined
  let drawn = ''
  let listed = ''

  const isThere = () => host?.isThere() ?? true

  function follow() {
    if (!isThere()) {
      tray?.destroy()
      tray = undefined
    }
    draw()
    onChange()
  }

  function draw(): void {
    if (!view || !isThere()) return
    const face = JSON.stringify([view.icon, view.count, nativeTheme.shouldUseDarkColors])
    const words = JSON.stringify(view.menu)
    const isNew = tray === undefined
    tray ??= made(picture(view), onClick)
    if (!isNew && face !== drawn) tray.setImage(picture(view))
    tray.setToolTip(view.tooltip)
    // A menu's items do not change once it is set: each change is a new menu.
    if (isNew || words !== listed) tray.setContextMenu(Menu.buildFromTemplate(view.menu.map(itemOf)))
    drawn = face
    listed = words
  }

  /** What is chosen is done as the view says at that moment: a menu with the same words stays open over changes. */
  const itemOf = (item: TrayItem, place: number): MenuItemConstructorOptions => {
    if (item.kind === 'line') return { type: 'separator' }
    const label = item.label.replaceAll('&', '&&')
    if (item.kind === 'words') return { label, enabled: false }
    return {
      label,
      click() {
        const now = view?.menu[place]
        if (now?.kind === 'action') now.run()
      },
    }
  }

  nativeTheme.on('updated', draw)
  return {
    isThere,
    show(next) {
      view = next
      draw()
    },
  }
}

function made(...[image, onClick]: [Electron.NativeImage, () => void]): ElectronTray {
  const tray = new ElectronTray(image)
  tray.on('click', onClick)
  return tray
}
