import { readFileSync } from 'node:fs'
import path from 'node:path'
import { app } from 'electron'
import type { AppUpdater } from 'electron-updater'
import type { Log, Updater, UpdaterNews } from '../ports'

/** Where newer versions are published; undefined for a copy that was built without an address, or runs unpackaged. */
function feed(): string | undefined {
  if (!app.isPackaged) return undefined
  const { updateFeed } = JSON.parse(readFileSync(path.join(app.getAppPath(), 'package.json'), 'utf8')) as { updateFeed?: string }
  return updateFeed
}

/** A program that comes over an open line may be anybody's; a feed on this computer itself is for trying. */
const isSafe = (url: string) => {
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' || protocol === 'http:' && hostname === '127.0.0.1'
}

/** By electron-updater: SHA-512 everywhere, the publisher's signature where the system has one, never to an older version. */
export async function electronUpdates(log: Log): Promise<Updater | undefined> {
  const url = feed()
  if (!url) return undefined
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
  updater.on('error', (error) => { hear(isInstalling ? { kind: 'refused' } : { kind: 'failed', why: reasonOf(error) }) })
}

function reasonOf(error: Error): 'offline' | 'notGenuine' | 'other' {
  const code = 'code' in error ? String(error.code) : ''
  if (/CHECKSUM|SIGNATURE|SHA/.test(code)) return 'notGenuine'
  return /net::|ENOTFOUND|ECONN|ETIMEDOUT/.test(error.message) ? 'offline' : 'other'
}
