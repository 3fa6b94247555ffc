import { describe, expect, it } from 'vitest'
import type { Preferences } from '@main/ports'
import { memoryPreferences } from '@main/testing/memoryPreferences'
import { defaultSettings } from '@shared/domain/settings'
import { settings } from './settings'

function of(stored: Record<string, unknown> = {}, preferences: Preferences = memoryPreferences(stored)) {
  let hints = 0
  return { ...settings({ preferences, onChange: () => { hints += 1 } }), preferences, hints: () => hints }
}

describe('settings', () => {
  it('are the defaults on a new computer', () => {
    expect(of().read()).toEqual(defaultSettings)
  })

  it('keep what is changed, and hint', () => {
    const { change, preferences, hints } = of()
    expect(change({ theme: 'dark', zoom: 30 })).toEqual({ ...defaultSettings, theme: 'dark', zoom: 30 })
    expect(of({}, preferences).read()).toEqual({ ...defaultSettings, theme: 'dark', zoom: 30 })
    expect(hints()).toBe(1)
  })

  it('leave a field alone that is given without a value', () => {
    const { change, read } = of({ settings: { theme: 'dark' } })
    change({ theme: undefined, zone: 'Asia/Kolkata' })
    expect(read()).toEqual({ ...defaultSettings, theme: 'dark', zone: 'Asia/Kolkata' })
  })

  it.each([
    ['theme', 'pink'], ['theme', 1], ['zone', 'Mars/Base'], ['zone', null], ['zoom', 7], ['zoom', '15'],
  ])('fall back by single fields: %s %j', (field, value) => {
    const good = { ...defaultSettings, theme: 'light', zone: 'Europe/Berlin', zoom: 60 } as const
    const expected = { ...good, [field]: defaultSettings[field as keyof typeof good] }
    expect(of({ settings: { ...good, [field]: value } }).read()).toEqual(expected)
  })

  it.each([['text'], [null], [[1]], [7]])('are the defaults where %j is stored', (stored) => {
    expect(of({ settings: stored }).read()).toEqual(defaultSettings)
  })

  it('are read from where they are kept once', () => {
    let reads = 0
    const stored = memoryPreferences({ settings: { zoom: 30 } })
    const { read, change } = of({}, { get: (key) => { reads += 1; return stored.get(key) }, set: stored.set })
    expect([read().zoom, read().zoom, change({ theme: 'dark' }).zoom, read().theme]).toEqual([30, 30, 30, 'dark'])
    expect(reads).toBe(1)
  })

  it('neither hint at a change that could not be written nor show it', () => {
    const full: Preferences = { get: () => undefined, set: () => { throw new Error('disk full') } }
    const { change, read, hints } = of({}, full)
    expect(() => change({ zoom: 5 })).toThrow('disk full')
    expect(hints()).toBe(0)
    expect(read()).toEqual(defaultSettings)
  })
})
