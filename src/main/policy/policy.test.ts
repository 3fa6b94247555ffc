import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { memoryPreferences } from '@main/testing/memoryPreferences'
import { settings } from '@main/settings/settings'
import { policyFile, readPolicy } from './policy'

let folder: string
let file: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(tmpdir(), 'policy-'))
  file = path.join(folder, 'policy.json')
})
afterEach(() => {
  fs.chmodSync(folder, 0o700)
  fs.rmSync(folder, { recursive: true })
})

/** As an administrator leaves it: nobody may write the file or its folder. */
function put(text: string, mode = 0o444) {
  fs.writeFileSync(file, text)
  fs.chmodSync(file, mode)
  fs.chmodSync(folder, 0o555)
}

describe('the administrator’s file', () => {
  it('is where the system has such files', () => {
    expect(policyFile('linux')).toBe('/etc/clinic-reception/policy.json')
    expect(policyFile('darwin')).toBe('/Library/Application Support/Clinic Reception/policy.json')
    expect(policyFile('win32')).toBe('C:\\ProgramData\\Clinic Reception\\policy.json')
  })

  it('fixes what it names', () => {
    put('{"lockMinutes":2,"downtimePack":false}')
    expect(readPolicy(file)).toEqual({
      policy: { lockMinutes: 2, downtimePack: false }, told: { state: 'holds', file, fixed: ['lockMinutes', 'downtimePack'] },
    })
  })

  it.each([
    ['is not there', 'none', undefined],
    ['is no JSON', 'broken', '{'],
    ['names what we do not know', 'broken', '{"lockMinutes":2,"other":1}'],
    ['has a value that can not be', 'broken', '{"lockMinutes":90}'],
  ])('holds for nothing where it %s', (_, state, text) => {
    if (text !== undefined) put(text)
    expect(readPolicy(file)).toMatchObject({ policy: {}, told: { state, fixed: [] } })
  })

  it('holds for nothing where users may write it or its folder', () => {
    put('{"lockMinutes":2}', 0o666)
    expect(readPolicy(file).told.state).toBe('writable')
    fs.chmodSync(file, 0o444)
    fs.chmodSync(folder, 0o777)
    expect(readPolicy(file).told.state).toBe('writable')
  })
})

it('goes before what is set, and is not changed by it', () => {
  const preferences = memoryPreferences({ settings: { lockMinutes: 15 } })
  const own = settings({ preferences, onChange: () => undefined, fixed: { lockMinutes: 2 } })
  expect(own.read().lockMinutes).toBe(2)
  expect(own.change({ lockMinutes: 9, zoom: 30 })).toMatchObject({ lockMinutes: 2, zoom: 30 })
  expect(own.read()).toMatchObject({ lockMinutes: 2, zoom: 30 })
})
