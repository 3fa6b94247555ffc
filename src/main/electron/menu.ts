import { Menu } from 'electron'
import en from '@shared/locales/en.json'

/**
 * The window's menu: text editing, magnification, windows. Electron's own would add reloading and developer tools.
 * Its items have the system's words by their roles.
 */
export function setMenu(platform: NodeJS.Platform): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate([
    ...platform === 'darwin' ? [{ role: 'appMenu' as const }] : [],
    { role: 'editMenu' },
    {
      label: en.menu.view,
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        // On many keyboards the plus sign is the shifted equals sign.
        { role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu' },
  ]))
}
