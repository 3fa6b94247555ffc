import { describe, expect, it } from 'vitest'
import type { DemoHost } from '@main/ports'
import { memoryPreferences } from '@main/testing/memoryPreferences'
import { silentLog } from '@main/testing/silentLog'
import { signInPrefill } from './prefill'

const empty = { server: '', email: '', password: '' }
const started = { kind: 'listening', server: 'http://127.0.0.1:8123', email: 'reception@demo.example', password: 'demo' }
const demo: DemoHost = { start: async () => started }
const setUp = (more: { server?: string | undefined, demo?: DemoHost, stored?: Record<string, unknown> } = {}) => {
  const { stored, ...options } = more
  const preferences = memoryPreferences(stored)
  return { preferences, ...signInPrefill({ preferences, log: silentLog, ...options }) }
}

describe('signInPrefill', () => {
  it('is empty on a new computer', async () => {
    expect(await setUp().read()).toEqual(empty)
    expect(await setUp({ server: '  ' }).read()).toEqual(empty)
  })

  it('has the last server in its shortest form, and nothing else', async () => {
    const { preferences, read, remember } = setUp()
    remember('https://clinic.example:8443/v1/api/integrate/')
    expect(await read()).toEqual({ ...empty, server: 'clinic.example:8443' })
    expect(await signInPrefill({ preferences, log: silentLog }).read()).toEqual({ ...empty, server: 'clinic.example:8443' })
  })

  it('takes an address from outside first, then the demo clinic, without anything more that it says', async () => {
    const stored = { 'session.server': 'clinic.example' }
    expect(await setUp({ stored, demo, server: ' other.example ' }).read()).toEqual({ ...empty, server: 'other.example' })
    expect(await setUp({ stored, demo }).read()).toEqual({ server: started.server, email: started.email, password: started.password })
  })

  it('does without a demo clinic that does not start, and without preferences that can not be read or written', async () => {
    const broken: DemoHost = { start: async () => { throw new Error('it ended') } }
    expect(await setUp({ stored: { 'session.server': 'clinic.example' }, demo: broken }).read()).toEqual({ ...empty, server: 'clinic.example' })
    expect(await setUp({ stored: { 'session.server': 7 } }).read()).toEqual(empty)
    const full = signInPrefill({ preferences: { get: () => undefined, set: () => { throw new Error('full') } }, log: silentLog })
    full.remember('https://clinic.example/v1/api/integrate/')
    expect(await full.read()).toEqual(empty)
  })
})
