import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { repository } from './bootstrap/places.mjs'

const read = (name) => fs.readFileSync(path.join(repository, name), 'utf8')
const manifest = JSON.parse(read('package.json'))
const places = Object.entries(JSON.parse(read('package-lock.json')).packages).filter(([place]) => place !== '')

describe('what the program is made of', () => {
  it('has exact versions, and a reason for each', () => {
    const reasons = read('docs/dependencies.md')
    for (const [name, version] of Object.entries(manifest.devDependencies)) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/)
      const family = name.replace(/^@fontsource-variable\/(?!inter)/, '')
      expect(reasons, name).toContain(family)
    }
  })

  it('ships no package beside what is bundled', () => {
    expect(manifest.dependencies).toBeUndefined()
  })

  it('comes from a registry alone, each by its hash', () => {
    const foreign = places.filter(([, { resolved, integrity, link }]) => link || !integrity || /^git|^file/.test(resolved ?? ''))
    expect(foreign.map(([place]) => place)).toEqual([])
  })

  it('names no registry, so that everyone may use their own', () => {
    expect(places.filter(([, { resolved }]) => resolved !== undefined).map(([place]) => place)).toEqual([])
  })
})

describe('CONTRIBUTING.md', () => {
  it('names files and folders that are there', () => {
    const named = [...read('CONTRIBUTING.md').matchAll(/`((?:src|e2e|docs|scripts)\/[\w./-]+)`/g)].map(([, name]) => name)
    const unknown = named.filter((name) => !/\/x(\/|\.|$)/.test(name) && !fs.existsSync(path.join(repository, name)))
    expect([named.length > 5, unknown]).toEqual([true, []])
  })
})
