import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { createPackage } from '@electron/asar'
import { describe, expect, it } from 'vitest'
import { repository } from '../bootstrap/places.mjs'
import { temporaryFolder, writeFiles } from '../testing.mjs'
import { writeChecksums } from './checksums.mjs'
import { unexpectedIn } from './contents.mjs'
import { refused, writeLicences } from './licences.mjs'
import { readPackageArguments } from './readPackageArguments.mjs'
import { writeSbom } from './sbom.mjs'

describe('what may be written after npm run package', () => {
  it('is read', () => {
    expect(readPackageArguments(['--version', '1.2.3', '--target', 'deb'])).toEqual({ isRelease: false, version: '1.2.3', targets: ['deb'] })
    expect(readPackageArguments(['--release'])).toEqual({ isRelease: true, version: undefined, targets: [] })
  })

  it.each([[['--verson', '1.2.3']], [['--version', 'one']], [['--release', '--version', '1.2.3']]])('is refused with a sentence: %s', (words) => {
    expect(() => readPackageArguments(words)).toThrow(/npm run package/)
  })
})

it('finds in an archive what is not on the list', async () => {
  const folder = temporaryFolder()
  const fine = { 'package.json': '{}', 'out/main/index.js': '', 'out/renderer/assets/index-aB_1.css': '', 'resources/tray/badge@2x.png': '' }
  writeFiles(folder, { ...fine, 'src/main/index.ts': '', 'out/main/index.js.map': '', 'node_modules/a/index.js': '' })
  const archive = path.join(temporaryFolder(), 'app.asar')
  await createPackage(folder, archive)
  expect(unexpectedIn(archive).sort()).toEqual(['node_modules/a/index.js', 'out/main/index.js.map', 'src/main/index.ts'])
})

describe('licences', () => {
  const of = (licence) => ({ name: 'a', licence })

  it.each(['MIT', '(MIT OR GPL-3.0)', 'Apache-2.0 AND MIT'])('are allowed: %s', (licence) => {
    expect(refused([of(licence)])).toEqual([])
  })
  it.each(['GPL-3.0', 'MIT AND GPL-3.0', '', 'UNLICENSED'])('are refused: %s', (licence) => {
    expect(refused([of(licence)])).toEqual([of(licence)])
  })

  it('are gathered from what was built, each once, and stop a build that may not ship', () => {
    const root = temporaryFolder()
    const about = (name, license) => JSON.stringify({ name, version: '1.0.0', license })
    writeFiles(root, {
      'out/.packages-main': 'node_modules/a', 'out/.packages-preload': '', 'out/.packages-renderer': 'node_modules/a\nnode_modules/b',
      'node_modules/a/package.json': about('a', 'MIT'), 'node_modules/a/LICENSE': 'Do what you like.\n',
      'node_modules/b/package.json': about('b', 'ISC'), 'node_modules/electron/package.json': about('electron', 'MIT'),
    })
    writeLicences(root)
    const written = JSON.parse(fs.readFileSync(path.join(root, 'out', 'licences.json'), 'utf8'))
    expect(written.map(({ name, text }) => [name, text])).toEqual([['a', 'Do what you like.'], ['b', ''], ['electron', '']])
    writeFiles(root, { 'node_modules/b/package.json': about('b', 'GPL-3.0') })
    expect(() => writeLicences(root)).toThrow('Licences that are not allowed: b (GPL-3.0).')
  })
})

it.skipIf(!fs.existsSync('/usr/bin/dpkg-deb'))('makes a Debian package without fpm', () => {
  const folder = temporaryFolder()
  writeFiles(folder, { 'app/run': 'x'.repeat(5000), 'after.sh': '#!/bin/bash\n' })
  const made = path.join(folder, 'a.deb')
  const stand = fileURLToPath(new URL('debStandIn.mjs', import.meta.url))
  const words = ['-s', 'dir', '--force', '-t', 'deb', '-d', 'libc6', '-d', 'xdg-utils', '--architecture', 'amd64', '--name', 'clinic',
    '--version', '1.0.0-beta.1', '--maintainer', 'A <a@b.invalid>', '--description', 'Short\n Long line', '--after-install', path.join(folder, 'after.sh'),
    '--package', made, `${path.join(folder, 'app')}/=/opt/Clinic`]
  expect(spawnSync(process.execPath, [stand, ...words]).status).toBe(0)
  const info = spawnSync('dpkg-deb', ['-f', made], { encoding: 'utf8' }).stdout
  expect(info).toContain('Version: 1.0.0~beta.1\n')
  expect(info).toContain('Depends: libc6, xdg-utils\n')
  expect(info).toContain('Description: Short\n Long line\n')
  expect(spawnSync('dpkg-deb', ['-c', made], { encoding: 'utf8' }).stdout).toMatch(/ 5000 .* \.\/opt\/Clinic\/run$/m)
  expect(spawnSync(process.execPath, [stand, '--unheard-of']).status).not.toBe(0)
})

it('writes a bill of all packages, to its end', async () => {
  const folder = temporaryFolder()
  await writeSbom(repository, folder)
  const { bomFormat, components } = JSON.parse(fs.readFileSync(path.join(folder, 'sbom.cdx.json'), 'utf8'))
  const named = new Set(components.map(({ group, name, version }) => `${group ? `${group}/` : ''}${name}@${version}`))
  const { devDependencies } = JSON.parse(fs.readFileSync(path.join(repository, 'package.json'), 'utf8'))
  expect(bomFormat).toBe('CycloneDX')
  expect(Object.entries(devDependencies).filter(([name, version]) => !named.has(`${name}@${version}`))).toEqual([])
}, 120_000)

it('writes checksums that the usual tool reads', async () => {
  const folder = temporaryFolder()
  writeFiles(folder, { 'a.deb': 'a', 'builder-debug.yml': '' })
  expect(await writeChecksums(folder)).toEqual([{ name: 'a.deb', bytes: 1 }])
  expect(spawnSync('sha256sum', ['--check', 'SHA256SUMS'], { cwd: folder }).status).toBe(0)
})
