import * as fs from 'node:fs/promises'
import { homedir } from 'node:os'
import path from 'node:path'
import { app } from 'electron'
import { autostartEntry } from '../alerts/autostartEntry'
import { removeDurably, writeDurably } from '../secrets/durableFile'

/** Has the system start the program at login, or no longer. Throws the file system's error, or an `Error` where the system refuses. */
export async function startAtLogin({ on, hidden }: { on: boolean, hidden: boolean }, platform: NodeJS.Platform): Promise<void> {
  const args = hidden ? ['--hidden'] : []
  if (platform === 'linux') return setAutostart(on ? [...command(), ...args] : undefined)
  const [path, ...first] = command()
  // macOS starts the program itself, without arguments: see `isStartedHidden`.
  const item = platform === 'win32' ? { path: path!, args: [...first, ...args] } : {}
  app.setLoginItemSettings({ openAtLogin: on, ...item })
  if (app.getLoginItemSettings(item).openAtLogin !== on) throw new Error('login item refused')
}

/** Whether the window is to stay away at this start, as the system starts the program at login if somebody chose that. */
export const isStartedHidden = (words: readonly string[], platform: NodeJS.Platform, wish: () => boolean): boolean =>
  words.includes('--hidden') || (platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin && wish())

/** An AppImage runs from a folder that is another one each time, and a program that is being developed needs its folder. */
const command = () => [process.env['APPIMAGE'] ?? process.execPath, ...app.isPackaged ? [] : [app.getAppPath()]]

/** By the desktop's "Autostart" specification: a file that names the command. */
async function setAutostart(words: string[] | undefined): Promise<void> {
  const folder = path.join(process.env['XDG_CONFIG_HOME'] || path.join(homedir(), '.config'), 'autostart')
  const file = path.join(folder, 'clinic-reception.desktop')
  if (!words) return removeDurably(file)
  await fs.mkdir(folder, { recursive: true })
  await writeDurably(file, Buffer.from(autostartEntry(app.getName(), words)))
}
