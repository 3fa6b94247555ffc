import { readFileSync } from 'node:fs'
import path from 'node:path'
import { app } from 'electron'
import type { AppUpdater } from 'electron-updater'
import type { Log, Updater, UpdaterNews } from '../ports'
import { faultOf } from '../updates/faultOf'
import { isFromDebian } from '../updates/isFromDebian'

/** Where newer versions are published; undefined for a copy that was built without an address, or runs unpackaged. */
function feed(): string | undefined {
  if (!app.isPackaged) return undefined
  const { updateFeed } = JSON.parse(readFileSync(path.join(app.getAppPath(), 'package.json'), 'utf8')) as { updateFeed?: string }
  return updateFeed
}

/** A program that comes over an open line may be anybody's. */
const isSafe = (url: string) => new URL(url).protocol === 'https:'

/** Whether this copy can be replaced by a newer one: on Linux the package manager does that, for what it put in place itself. */
const isReplaceable = async () => process.platform !== 'linux' || await isFromDebian(process.execPath)

/** By electron-updater: SHA-512 everywhere, the publisher's signature where the system has one, never to an older version. */
export async function electronUpdates(log: Log): Promise<Updater | undefined> {
  const url = feed()
  if (!url || !await isReplaceable()) return undefined
  if (!isSafe(url)) {
    log.warn('updates.unsafeFeed')
    return undefined
  }
  // Loaded by a copy that has a use for it.
  const { default: { autoUpdater: updater } } = await import('electron-updater')
  updater.setFeedURL({ provider: 'generic', url })
  updater.logger = null
  updater.allowDowngrade = false
  updater.allowPrerelease = false
  updater.autoDownload = true
  // Not without a word: on Linux the system asks for an administrator's password.
  updater.autoInstallOnAppQuit = false
  updater.disableWebInstaller = true
  return {
    check: () => { updater.checkForUpdates().catch(() => undefined) },
    install: () => { updater.quitAndInstall(true, true) },
    onNews: newsOf(updater),
  }
}

const newsOf = (updater: AppUpdater) => (hear: (news: UpdaterNews) => void) => {
  let version = ''
  let isInstalling = false
  updater.on('update-not-available', () => { hear({ kind: 'none' }) })
  updater.on('update-available', (info) => {
    version = info.version
    hear({ kind: 'downloading', version, percent: 0 })
  })
  updater.on('download-progress', ({ percent }) => { hear({ kind: 'downloading', version, percent: Math.floor(percent) }) })
  updater.on('update-downloaded', (info) => {
    isInstalling = true
    hear({ kind: 'ready', version: info.version })
  })
  updater.on('error', (error) => { hear(isInstalling ? { kind: 'refused' } : { kind: 'failed', why: faultOf(error) }) })
}
