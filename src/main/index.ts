import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { app, dialog } from 'electron'
import { erase } from './electron/erase'
import { keepCrashDumps } from './electron/crashDumps'
import { reviveDead, surviveFaults } from './electron/faults'
import { deskWindows } from './electron/deskWindows'
import { electronIpc, isOwnPage } from './electron/ipc'
import { dangerousSwitch, lockDown } from './electron/lockdown'
import { electronLogFile } from './electron/log'
import { isStartedHidden } from './electron/loginItem'
import { setMenu } from './electron/menu'
import { pagesOrigin, registerPagesScheme, servePages, wallOrigin } from './electron/pages'
import { electronPreferences } from './electron/preferences'
import { electronPresence } from './electron/presence'
import { openWindow } from './electron/window'
import { policyFile, readPolicy } from './policy/policy'
import { settings } from './settings/settings'
import { speaker, type Speaker } from './tongue/speaker'

const built = (name: string) => path.join(import.meta.dirname, name)

const inResources = (name: string) => path.join(app.getAppPath(), 'resources', name)

/** Vite's server while developing; a packaged program knows its own pages only. */
const development = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']

/** The administrator's file. A packaged program takes no other: whoever sets a variable would get rid of it. */
const administrators = () => (app.isPackaged ? undefined : process.env['CLINIC_POLICY']) ?? policyFile(process.platform)

function refuseDangerousSwitches(): void {
  const found = app.isPackaged ? dangerousSwitch() : undefined
  if (!found) return
  process.stderr.write(`Clinic Reception does not start with the switch --${found}.\n`)
  app.exit(2)
}

/**
 * The window comes first: while its page's process starts, the desk behind it is loaded and put together. Calls of the page wait
 * for that, and for the session to be restored.
 */
async function open(voice: Speaker): Promise<void> {
  const profile = app.getPath('userData')
  const folder = path.join(profile, 'desk')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const logs = path.join(profile, 'logs')
  const log = electronLogFile(logs, development !== undefined)
  surviveFaults(log)
  const preferences = electronPreferences(profile, log)
  const found = readPolicy(administrators())
  keepCrashDumps(found.policy.crashDumps)
  if (found.told.state !== 'none') log.info('policy.read', { state: found.told.state })
  const origin = development ? new URL(development).origin : pagesOrigin
  lockDown(origin)
  const chosen = () => settings({ preferences, fixed: found.policy, onChange: () => undefined }).read()
  await voice.follow(chosen())
  servePages(built('../renderer'), chosen)
  const [ipc, presence] = [electronIpc(), electronPresence()]
  const hidden = isStartedHidden(process.argv, process.platform, () => chosen().startHidden)
  const openPage = (isHidden: boolean) => {
    const window = openWindow({
      preload: built('../preload/index.cjs'), url: development ?? `${pagesOrigin}/index.html`, preferences, hidden: isHidden, theme: chosen().theme,
      icon: inResources('icon.png'), devTools: !app.isPackaged,
      onPreloadError: () => { log.warn('preload.failed') },
    })
    reviveDead(window, { log, giveUp: () => { giveUp(voice) } })
    return window
  }
  const first = openPage(hidden)
  const { openDesk } = await import('./electron/openDesk')
  await openDesk({
    first, hidden, openPage, showFirst, voice, ipc, presence, isTrusted: isOwnPage(origin),
    preferences, log, logs, folder, found, built, inResources,
    wallUrl: development ?? `${wallOrigin}/index.html`, theme: () => chosen().theme,
  })
}

/** The menu is made anew in each language. */
function withMenu(voice: Speaker): Speaker {
  const make = () => { setMenu(process.platform, voice.speaking()) }
  make()
  return { ...voice, follow: (choice) => voice.follow(choice)?.then(make) }
}

/** A second start at login shows nothing. */
const isHidden = (words: readonly string[]) => words.includes('--hidden')

/**
 * A start that fails would else leave a program that runs without a window. Its folder is all of it that is not the program's own.
 * Says it at once, in the language that is known by then: nothing is read for it, for reading may be what fails.
 */
function giveUp(voice: Speaker): void {
  const { texts, say } = voice.speaking()
  const sentence = say(texts.app.cannotStart, { folder: app.getPath('userData') })
  process.stderr.write(`${sentence}\n`)
  dialog.showErrorBox(texts.app.name, sentence)
  app.exit(1)
}

function showFirst(): void {
  const [window] = deskWindows()
  if (window?.isMinimized()) window.restore()
  window?.show()
  window?.focus()
}

refuseDangerousSwitches()
registerPagesScheme()
// As root Chromium has no sandbox to enable, and with both the renderers would crash again and again.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
if (process.argv.includes('--erase')) {
  void erase(process.platform).then((code) => { app.exit(code) })
} else if (app.requestSingleInstanceLock()) {
  app.on('second-instance', (_event, words) => { if (!isHidden(words)) showFirst() })
  app.on('window-all-closed', () => { app.quit() })
  // Not awaited: Electron is ready only after this module has been evaluated.
  void app.whenReady().then(() => {
    const voice = withMenu(speaker(app.getPreferredSystemLanguages()))
    return open(voice).catch(() => { giveUp(voice) })
  })
} else {
  app.exit(0)
}
