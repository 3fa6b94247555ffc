import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder, writeFiles } from '../testing.mjs'
import { installPackages, packagesAreInstalled } from './packages.mjs'

const say = () => {}

const project = () => {
  const root = temporaryFolder()
  writeFiles(root, { 'package-lock.json': '{"one":1}' })
  return root
}

/** An npm that makes node_modules anew, as `npm ci` does, and ends as told. */
const npmThat = ({ code = 0, output = '' } = {}) => async (_args, { cwd }) => {
  fs.rmSync(path.join(cwd, 'node_modules'), { recursive: true, force: true })
  writeFiles(cwd, { 'node_modules/vue/package.json': '{}' })
  return { code, output }
}

describe('installPackages', () => {
  it('is done after a whole npm ci, until the lock file changes', async () => {
    const root = project()
    expect(packagesAreInstalled(root)).toBe(false)
    await installPackages(root, { say, run: npmThat() })
    expect(packagesAreInstalled(root)).toBe(true)
    writeFiles(root, { 'package-lock.json': '{"two":2}' })
    expect(packagesAreInstalled(root)).toBe(false)
  })

  it('takes no half-finished npm ci for a whole one', async () => {
    const root = project()
    await installPackages(root, { say, run: npmThat() })
    const failing = installPackages(root, { say, run: npmThat({ code: 1, output: 'npm error code ENOTFOUND' }) })
    await expect(failing).rejects.toThrow(/Installing the packages failed: the network .* can not be reached/)
    expect(packagesAreInstalled(root)).toBe(false)
  })

  it('takes no npm ci that was killed for a whole one', async () => {
    const root = project()
    await installPackages(root, { say, run: npmThat() })
    await expect(installPackages(root, { say, run: npmThat({ code: null }) })).rejects.toThrow(/ended without a word/)
    expect(packagesAreInstalled(root)).toBe(false)
  })

  it('says that the lock file is missing', () => {
    expect(() => packagesAreInstalled(temporaryFolder())).not.toThrow()
    return expect(installPackages(temporaryFolder(), { say, run: npmThat() })).rejects.toThrow('package-lock.json is missing.')
  })
})
