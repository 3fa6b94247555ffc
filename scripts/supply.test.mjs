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

  it('needs no install script to run', () => {
    const scripted = places.filter(([, { hasInstallScript }]) => hasInstallScript).map(([place]) => place.split('node_modules/').at(-1))
    expect(scripted.filter((name) => manifest.allowScripts[name] !== false)).toEqual([])
  })

  it('names no registry, so that everyone may use their own', () => {
    expect(places.filter(([, { resolved }]) => resolved !== undefined).map(([place]) => place)).toEqual([])
  })
})

/** What a resource is called in each place that the guide names: `x` is many of them, `X` one. */
const asDepartments = (name) => name.replace('domain/x.', 'domain/department.').replace('createX', 'createDepartment').replaceAll('/x/', '/departments/')

describe('CONTRIBUTING.md', () => {
  const [, steps] = /## Add an API resource\n([^#]*)/.exec(read('CONTRIBUTING.md'))

  it('says how to add a resource as the departments are there', () => {
    const named = [...steps.matchAll(/`([\w./]+)`/g)].map(([, name]) => asDepartments(name))
    const places = named.filter((name) => name.includes('/'))
    expect(places.filter((place) => !fs.existsSync(path.join(repository, place)))).toEqual([])
    expect(places).toEqual(expect.arrayContaining(['src/shared/domain/department.ts', 'src/main/departments/', 'src/renderer/src/features/departments/']))
    for (const file of ['handlers.ts', 'createDepartment.ts']) {
      expect(named).toContain(file)
      expect(fs.existsSync(path.join(repository, 'src/main/departments', file)), file).toBe(true)
    }
  })

  it('names the lines that such a resource has in files of others', () => {
    expect(read('src/shared/ipc/contract.ts')).toMatch(/'departments:list': call</)
    expect(read('src/main/compose.ts')).toContain('...departmentsHandlers(')
    expect(read('src/main/lists.ts')).toMatch(/creationsIn[^]*department/)
    expect(read('src/renderer/src/router.ts')).toContain('departments')
  })

  it('names files and folders that are there', () => {
    const named = [...read('CONTRIBUTING.md').matchAll(/`((?:src|e2e|docs|scripts)\/[\w./-]+)`/g)].map(([, name]) => name)
    const unknown = named.filter((name) => !/\/x(\/|\.|$)/.test(name) && !fs.existsSync(path.join(repository, name)))
    expect([named.length > 5, unknown]).toEqual([true, []])
  })
})
