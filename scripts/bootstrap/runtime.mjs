import fs from 'node:fs'
import path from 'node:path'
import { explain, SetupFailure } from './failure.mjs'
import { withLock } from './lock.mjs'
import { fetchOfficial, findOfficial } from './official.mjs'
import { findSubstitute, hasSubstitute, installSubstitute, substitute } from './substitute.mjs'

const day = 24 * 60 * 60_000

const failureNote = (cache, version) => path.join(cache, `electron-${version}-not-reached`)

const failedLately = (cache, version) => {
  const note = failureNote(cache, version)
  if (!fs.existsSync(note)) return false
  const age = Date.now() - fs.statSync(note).mtimeMs
  return age >= 0 && age < day
}

/** The Electron in use: { path, line } with one line for people, or null when there is none yet. Installs nothing. */
export const findRuntime = (root, cache, version) => {
  const official = findOfficial(root, version)
  if (official) return { path: official, line: `Electron ${version}, the official build.` }
  const other = hasSubstitute() ? findSubstitute(cache) : null
  if (!other) return null
  return {
    path: other,
    line: `Electron ${substitute.version}, a third party's copy (${substitute.package}), for running and testing only: `
      + `the official ${version} could not be downloaded.`,
  }
}

/** Whether nothing is to be done: what is there is the official build, or its host was asked in vain within the last day. */
const isSettled = (root, cache, version) =>
  findOfficial(root, version) !== null || (findRuntime(root, cache, version) !== null && failedLately(cache, version))

const install = async (root, cache, version, say) => {
  try {
    return await fetchOfficial(root, version, { say })
  } catch (reason) {
    if (/no space left/.test(reason.sentence)) throw reason
    if (!hasSubstitute()) {
      throw new SetupFailure(reason.sentence, `There is no other copy for ${process.platform} ${process.arch}; run the same command where there is a network.`)
    }
    say(`${reason.sentence} It is asked for again after a day.`)
    fs.writeFileSync(failureNote(cache, version), `${reason.message}\n`)
    return findSubstitute(cache) ?? await installSubstitute(cache, { say })
  }
}

/** What a run that was killed left behind; only under the lock, where nobody else is at work. */
const sweep = (cache) => {
  for (const name of fs.readdirSync(cache)) {
    if (name.startsWith('.unfinished-')) fs.rmSync(path.join(cache, name), { recursive: true, force: true })
  }
}

/** Finds or installs Electron `version` or its substitute; answers as findRuntime. Needs node_modules. Throws SetupFailure. */
export const ensureRuntime = async (root, cache, version, say) => {
  try {
    if (isSettled(root, cache, version)) return findRuntime(root, cache, version)
    await withLock(path.join(cache, 'runtime.lock'), say, async () => {
      if (isSettled(root, cache, version)) return
      sweep(cache)
      await install(root, cache, version, say)
    })
    return findRuntime(root, cache, version)
  } catch (error) {
    throw explain(error, { task: 'Installing Electron', place: cache })
  }
}
