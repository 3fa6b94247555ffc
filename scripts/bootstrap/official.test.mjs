import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder, writeFiles } from '../testing.mjs'
import { findOfficial } from './official.mjs'

const folder = 'node_modules/electron'
const whole = { [`${folder}/path.txt`]: 'electron', [`${folder}/dist/version`]: '45.4.1', [`${folder}/dist/electron`]: 'program' }

const installed = (changes = {}) => {
  const root = temporaryFolder()
  writeFiles(root, { ...whole, ...changes })
  return root
}

describe('findOfficial', () => {
  it('finds a whole installation of the wanted version', () => {
    const root = installed({ [`${folder}/dist/version`]: 'v45.4.1\n' })
    expect(findOfficial(root, '45.4.1', 'linux')).toBe(path.join(root, folder, 'dist', 'electron'))
  })

  it('takes another version for none', () => {
    expect(findOfficial(installed(), '45.5.0', 'linux')).toBeNull()
  })

  it.each(Object.keys(whole))('takes an installation without %s for none', (missing) => {
    const root = installed()
    fs.rmSync(path.join(root, missing))
    expect(findOfficial(root, '45.4.1', 'linux')).toBeNull()
  })

  it('looks for the executable of the platform', () => {
    const root = installed({ [`${folder}/path.txt`]: 'electron.exe', [`${folder}/dist/electron.exe`]: 'program' })
    expect(findOfficial(root, '45.4.1', 'win32')).toBe(path.join(root, folder, 'dist', 'electron.exe'))
    expect(findOfficial(root, '45.4.1', 'darwin')).toBeNull()
  })
})
