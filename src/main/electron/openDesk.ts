import { readFile } from 'node:fs/promises'
import { app, type BrowserWindow, type WebFrameMain } from 'electron'
import { compose } from '../compose'
import { after } from '../feed/after'
import { readHere } from '../feed/openAnswers'
import { threadReader } from '../feed/threadReader'
import { afterFirstPicture } from '../http/firstPicture'
import type { IpcServer } from '../ipc/router'
import type { Theme } from '@shared/domain/look'
import type { FoundPolicy } from '../policy/policy'
import type { Log, Preferences, Presence } from '../ports'
import { readerKinds } from '../readerKinds'
import { removeLeftovers } from '../secrets/durableFile'
import type { Speaker } from '../tongue/speaker'
import { electronClipboard } from './clipboard'
import { askBeforeLoss } from './closeGuard'
import { electronDemoHost } from './demoHost'
import { deskWindows } from './deskWindows'
import { electronDesktop } from './desktop'
import { electronFiles } from './files'
import { push } from './ipc'
import { electronKeyStore } from './keyStore'
import { readLog } from './log'
import { electronTransport } from './network'
import { paperFonts } from './paperFonts'
import { electronPress } from './press'
import { stayInTray } from './staying'
import { electronUpdates } from './updater'
import { electronWall } from './wallWindow'

interface Options {
  /** The first window, which is there already, and whether nobody sees it yet. */
  first: BrowserWindow
  hidden: boolean
  /** Opens another one when the first is gone. */
  openPage: (hidden: boolean) => BrowserWindow
  showFirst: () => void
  voice: Speaker
  ipc: IpcServer<WebFrameMain | null>
  isTrusted: (frame: WebFrameMain | null) => boolean
  presence: Presence
  preferences: Preferences
  log: Log
  /** Folder of the log. */
  logs: string
  /** Folder of the sealed files. */
  folder: string
  found: FoundPolicy
  built: (name: string) => string
  inResources: (name: string) => string
  /** Of the wall's page: another origin than the desk's. */
  wallUrl: string
  theme: () => Theme
}

/** Puts the desk together behind the first window, and answers what its page has been asking since. */
export async function openDesk(options: Options): Promise<void> {
  const { folder, preferences, first, hidden, openPage, showFirst, voice } = options
  await removeLeftovers(folder)
  const desktop = electronDesktop({
    platform: process.platform, folder: options.inResources('tray'),
    showWindow() {
      if (deskWindows().length === 0) follow(openPage(false), false)
      else showFirst()
    },
  })
  let answerCalls: () => void
  const ready = new Promise<void>((resolve) => { answerCalls = resolve })
  const { transport, onPictured } = afterFirstPicture(electronTransport(), after)
  const desk = compose({ ...await platform(options), desktop, speaker: voice, transport, onPictured, ready })
  const follow = (window: BrowserWindow, isHidden: boolean) => {
    if (window.isDestroyed()) return
    stayInTray(window, { desktop, preferences, speaking: voice.speaking, hidden: isHidden })
    askBeforeLoss(window, voice.speaking, desk.atStake)
  }
  follow(first, hidden)
  const { status } = await desk.restore()
  if (status !== 'signedIn') onPictured()
  answerCalls!()
  app.on('activate', desktop.showWindow)
}

/** What the desk needs of Electron and of this computer, but for its desktop. */
const platform = async (
  { ipc, isTrusted, presence, preferences, log, logs, folder, found: { policy, told }, built, inResources, wallUrl, theme }: Options,
) => ({
  ipc, isTrusted, push, presence, preferences, log, folder, policy,
  keyStore: electronKeyStore(process.platform), clock: Date.now,
  demo: electronDemoHost(built('demoProcess.js')),
  files: electronFiles, press: electronPress(paperFonts(built('../renderer/assets'))), clipboard: electronClipboard,
  wallWindow: electronWall({
    preload: built('../preload/wall.cjs'), url: wallUrl, icon: inResources('icon.png'), devTools: !app.isPackaged, preferences, theme,
  }),
  reader: threadReader({
    entry: built('readerThread.js'), short: readHere(readerKinds), after, onCrash: (cause) => { log.warn('reader.died', { name: cause.name }) },
  }),
  info: {
    version: app.getVersion(), electron: process.versions.electron, chromium: process.versions.chrome, platform: process.platform,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    policy: told,
  },
  licences: async () => JSON.parse(await readFile(built('../licences.json'), 'utf8')),
  updater: await electronUpdates(log),
  readLog: () => readLog(logs),
  start: { server: process.env['CLINIC_SERVER'], withDemo: process.env['CLINIC_DEMO'] === '1' },
})
