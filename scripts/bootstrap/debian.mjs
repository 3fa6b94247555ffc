import fs from 'node:fs'
import { runCommand } from './command.mjs'
import { explain } from './failure.mjs'

/** What Electron's executable loads. Two names: Debian 13 and Ubuntu 24.04 renamed packages whose time type grew to 64 bits. */
export const libraries = [
  ['libgtk-3-0t64', 'libgtk-3-0'], ['libasound2t64', 'libasound2'], ['libnss3'], ['libnotify4'], ['libsecret-1-0'], ['libgbm1'],
]

/** A display, a message bus and a key store for running without a desktop. libglib2.0-bin has gdbus. */
export const desktop = [['xvfb'], ['dbus'], ['gnome-keyring'], ['libglib2.0-bin']]

export const isDebian = () => fs.existsSync('/usr/bin/dpkg-query') && fs.existsSync('/usr/bin/apt-get')

/** Those of `wanted` of which no name is installed; `listing` has lines such as "xvfb installed" and "dbus config-files". */
export const missingFrom = (listing, wanted) => {
  const installed = new Set([...listing.matchAll(/^(\S+) installed$/gm)].map(([, name]) => name))
  return wanted.filter((names) => !names.some((name) => installed.has(name)))
}

const missing = async (wanted) => {
  const { output } = await runCommand('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\\n', ...wanted.flat()])
  return missingFrom(output, wanted)
}

/** The name that this release has; the last one when apt knows neither. */
const availableName = async (names) => {
  for (const name of names.slice(0, -1)) {
    const { code } = await runCommand('apt-cache', ['show', name])
    if (code === 0) return name
  }
  return names.at(-1)
}

const apt = async (args) => {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' }
  const { code, output } = await runCommand('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], { env })
  if (code === 0) return
  const error = output.split('\n').find((line) => /^E: /.test(line)) ?? output
  // apt's own words for an unreachable server differ from everybody else's.
  throw new Error(/Temporary failure|Could not connect|Failed to fetch|Unable to fetch|no installation candidate|Unable to locate/.test(output) ? 'ENETUNREACH' : error)
}

/**
 * Installs the packages of `wanted` that are missing, as root; another user is told the command.
 * Answers whether all are there now. Throws SetupFailure when apt fails.
 */
export const ensureDebianPackages = async (wanted, { say, isRoot = process.getuid() === 0 }) => {
  const lacking = await missing(wanted)
  if (lacking.length === 0) return true
  try {
    if (isRoot) {
      say(`Installing Debian packages: ${lacking.map((names) => names.at(-1)).join(' ')} …`)
      await apt(['update'])
    }
    const names = []
    for (const each of lacking) names.push(await availableName(each))
    const install = ['install', '-y', '--no-install-recommends', ...names]
    if (isRoot) await apt(install)
    else say(`Debian packages are missing. Run: sudo apt-get ${install.join(' ')}`)
    return isRoot
  } catch (error) {
    throw explain(error, { task: 'Installing Debian packages', place: '/usr' })
  }
}
