import * as fs from 'node:fs/promises'
import { homedir } from 'node:os'
import path from 'node:path'
import { app } from 'electron'
import { autostartEntry } from '../alerts/autostartEntry'
import { removeDurably, writeDurably } from '../secrets/durableFile'

/** Has the system start the program at login, or no longer. Throws the file system's error. */
export async function startAtLogin({ on, hidden }: { on: boolean, hidden: boolean }, platform: NodeJS.Platform): Promise<void> {
  const args = hidden ? ['--hidden'] : []
  if (platform === 'linux') await setAutostart(on ? [...command(), ...args] : undefined)
  else app.setLoginItemSettings({ openAtLogin: on, args })
}

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
