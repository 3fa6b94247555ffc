import { Menu } from 'electron'
import type { Tongue } from '../tongue/tongue'

/** The window's menu: text editing, magnification, windows. Electron's own would add reloading and developer tools. */
export function setMenu(platform: NodeJS.Platform, { texts: { menu } }: Tongue): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate([
    // The system writes its own words there.
    ...platform === 'darwin' ? [{ role: 'appMenu' as const }] : [],
    {
      label: menu.edit,
      submenu: [
        { role: 'undo', label: menu.undo },
        { role: 'redo', label: menu.redo },
        { type: 'separator' },
        { role: 'cut', label: menu.cut },
        { role: 'copy', label: menu.copy },
        { role: 'paste', label: menu.paste },
        { role: 'delete', label: menu.delete },
        { role: 'selectAll', label: menu.selectAll },
      ],
    },
    {
      label: menu.view,
      submenu: [
        { role: 'resetZoom', label: menu.resetZoom },
        { role: 'zoomIn', label: menu.zoomIn },
        // On many keyboards the plus sign is the shifted equals sign.
        { role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false },
        { role: 'zoomOut', label: menu.zoomOut },
        { role: 'togglefullscreen', label: menu.fullScreen },
      ],
    },
    {
      label: menu.window,
      role: 'window',
      submenu: [{ role: 'minimize', label: menu.minimise }, { role: 'close', label: menu.close }],
    },
  ]))
}
