import fs from 'node:fs'
import path from 'node:path'
import { runCommand } from './command.mjs'
import { explain } from './failure.mjs'

const releases = 'https://github.com/electron/electron/releases/download/'
const probeTime = 4_000
/** A copy in the installer's own cache needs no network, so it is asked even when the release host is silent, but not for long. */
const cachedTime = 20_000
const downloadTime = 20 * 60_000

const executables = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }

const folderOf = (root) => path.join(root, 'node_modules', 'electron')

const readText = (file) => fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : ''

/**
 * The official Electron's executable, or null. Its installer writes path.txt after everything is unpacked,
 * so a folder without it, or of another version, counts as nothing.
 */
export const findOfficial = (root, version, platform = process.platform) => {
  const name = executables[platform] ?? 'electron'
  const executable = path.join(folderOf(root), 'dist', name)
  const complete = readText(path.join(folderOf(root), 'path.txt')) === name
    && readText(path.join(folderOf(root), 'dist', 'version')).replace(/^v/, '') === version
    && fs.existsSync(executable)
  return complete ? executable : null
}

const hostAnswers = async (version, env) => {
  // Node's fetch knows no proxy; the installer does.
  if (env.ELECTRON_GET_USE_PROXY) return true
  const mirror = env.ELECTRON_MIRROR ?? env.npm_config_electron_mirror ?? releases
  const file = `v${version}/electron-v${version}-${process.platform}-${process.arch}.zip`
  try {
    await fetch(`${mirror}${file}`, { method: 'HEAD', signal: AbortSignal.timeout(probeTime) })
    return true
  } catch {
    return false
  }
}

/** Runs Electron's own installer, which checks the download against its list of checksums. Throws SetupFailure. */
export const fetchOfficial = async (root, version, { say, env = process.env }) => {
  const timeout = await hostAnswers(version, env) ? downloadTime : cachedTime
  if (timeout === downloadTime) say(`Downloading Electron ${version} …`)
  const { code, output } = await runCommand(process.execPath, [path.join(folderOf(root), 'install.js')], { cwd: root, env, timeout })
  const executable = findOfficial(root, version)
  if (code === 0 && executable) return executable
  const reason = timeout === cachedTime && !/ENOSPC|no space/i.test(output) ? 'ENETUNREACH' : output || 'the installer ended without a word'
  throw explain(reason, { task: `Downloading Electron ${version}`, place: path.join(folderOf(root), 'dist') })
}
