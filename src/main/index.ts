import { mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { app, BrowserWindow, dialog } from 'electron'
import { compose } from './compose'
import { electronClipboard } from './electron/clipboard'
import { askBeforeLoss } from './electron/closeGuard'
import { electronDemoHost } from './electron/demoHost'
import { erase } from './electron/erase'
import { electronFiles } from './electron/files'
import { electronDesktop } from './electron/desktop'
import { keepCrashDumps } from './electron/crashDumps'
import { reviveDead, surviveFaults } from './electron/faults'
import { electronIpc, isOwnPage, push } from './electron/ipc'
import { electronKeyStore } from './electron/keyStore'
import { dangerousSwitch, lockDown } from './electron/lockdown'
import { electronLogFile, readLog } from './electron/log'
import { isStartedHidden } from './electron/loginItem'
import { setMenu } from './electron/menu'
import { electronTransport } from './electron/network'
import { pagesOrigin, registerPagesScheme, servePages } from './electron/pages'
import { electronPreferences } from './electron/preferences'
import { electronPresence } from './electron/presence'
import { electronPress } from './electron/press'
import { stayInTray } from './electron/staying'
import { electronUpdates } from './electron/updater'
import { openWindow } from './electron/window'
import { threadReader } from './feed/threadReader'
import { policyFile, readPolicy } from './policy/policy'
import { removeLeftovers } from './secrets/durableFile'
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

async function open(voice: Speaker): Promise<void> {
  const profile = app.getPath('userData')
  const folder = path.join(profile, 'desk')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  await removeLeftovers(folder)
  const logs = path.join(profile, 'logs')
  const log = electronLogFile(logs, development !== undefined)
  surviveFaults(log)
  const preferences = electronPreferences(profile, log)
  const { policy, told } = readPolicy(administrators())
  keepCrashDumps(policy.crashDumps)
  if (told.state !== 'none') log.info('policy.read', { state: told.state })
  const origin = development ? new URL(development).origin : pagesOrigin
  lockDown(origin)
  const chosen = () => settings({ preferences, fixed: policy, onChange: () => undefined }).read()
  await voice.follow(chosen())
  servePages(built('../renderer'), chosen)
  const desktop = electronDesktop({
    platform: process.platform, folder: inResources('tray'),
    showWindow() {
      if (BrowserWindow.getAllWindows().length === 0) openMain(false)
      else showFirst()
    },
  })
  let answerCalls: () => void
  const ready = new Promise<void>((resolve) => { answerCalls = resolve })
  const desk = compose({
    ipc: electronIpc, isTrusted: isOwnPage(origin), ready, push,
    transport: electronTransport(), keyStore: electronKeyStore(process.platform), preferences, log, clock: Date.now,
    desktop, speaker: voice,
    demo: electronDemoHost(built('demoProcess.js')),
    files: electronFiles, press: electronPress(), clipboard: electronClipboard,
    presence: electronPresence(),
    reader: threadReader({ entry: built('readerThread.js'), onCrash: (cause) => { log.warn('reader.died', { name: cause.name }) } }),
    info: {
      version: app.getVersion(), electron: process.versions.electron, chromium: process.versions.chrome, platform: process.platform,
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      policy: told,
    },
    licences: async () => JSON.parse(await readFile(built('../licences.json'), 'utf8')),
    updater: await electronUpdates(log),
    folder, policy, readLog: () => readLog(logs),
    start: { server: process.env['CLINIC_SERVER'], withDemo: process.env['CLINIC_DEMO'] === '1' },
  })
  const openMain = (hidden: boolean) => {
    const window = openWindow({
      preload: built('../preload/index.cjs'), url: development ?? `${pagesOrigin}/index.html`, preferences, hidden, theme: chosen().theme,
      icon: inResources('icon.png'), devTools: !app.isPackaged,
      onPreloadError: () => { log.warn('preload.failed') },
    })
    reviveDead(window, { log, giveUp: () => { giveUp(voice) } })
    stayInTray(window, { desktop, preferences, speaking: voice.speaking, hidden })
    askBeforeLoss(window, voice.speaking, desk.atStake)
  }
  openMain(isStartedHidden(process.argv, process.platform, () => chosen().startHidden))
  // The page loads meanwhile: the key store may take longer to answer than all the rest.
  await desk.restore()
  answerCalls!()
  app.on('activate', desktop.showWindow)
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
  const [window] = BrowserWindow.getAllWindows()
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
