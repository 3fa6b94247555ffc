import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { isBuilt, sourceStamp } from './build.mjs'
import { temporaryFolder, writeFiles } from './testing.mjs'

const built = () => {
  const root = temporaryFolder()
  writeFiles(root, { 'src/main/index.ts': 'one', 'package.json': '{}' })
  writeFiles(root, { 'out/main/index.js': '', 'out/preload/index.cjs': '', 'out/preload/wall.cjs': '', 'out/renderer/index.html': '', 'out/licences.json': '', 'out/.sources': sourceStamp(root) })
  return root
}

describe('isBuilt', () => {
  it('is so while the sources are what was built', () => {
    expect(isBuilt(built())).toBe(true)
  })

  it.each([
    ['a source changed', { 'src/main/index.ts': 'two' }],
    ['a source was added', { 'src/main/more.ts': '' }],
    ['the configuration appeared', { 'electron.vite.config.ts': '' }],
  ])('is not so when %s', (_, change) => {
    const root = built()
    writeFiles(root, change)
    expect(isBuilt(root)).toBe(false)
  })

  it.each(['src/main/index.ts', 'out/preload/index.cjs', 'out/.sources'])('is not so without %s', (missing) => {
    const root = built()
    fs.rmSync(path.join(root, missing))
    expect(isBuilt(root)).toBe(false)
  })
})
