import * as v from 'valibot'
import type { Preferences } from '@main/ports'
import type { Policy } from '@shared/domain/policy'
import { defaultSettings, settingsSchema, type Settings as Values, type SettingsChange } from '@shared/domain/settings'

const KEY = 'settings'

/** A field that an older or a newer version wrote, or that somebody edited, falls back by itself; the others stay. */
function settingsOf(stored: unknown): Values {
  const known = typeof stored === 'object' && stored !== null ? stored as Record<string, unknown> : {}
  const fields = Object.entries(settingsSchema.entries).flatMap(([name, schema]) => {
    const read = v.safeParse(schema, known[name])
    return read.success ? [[name, read.output] as const] : []
  })
  return { ...defaultSettings, ...Object.fromEntries(fields) }
}

interface Dependencies {
  preferences: Preferences
  /** What the administrator fixed. */
  fixed?: Policy
  onChange: () => void
}

/** What this computer remembers for everyone who works on it. */
export interface Settings {
  read: () => Values
  /** Changes the fields that are given and answers with all. Throws when they can not be written. */
  change: (change: SettingsChange) => Values
}

/**
 * Keeps the settings in the preferences, each field falling back to its default where none or none that fits is stored. They are read
 * from there once: whoever asks for today's date asks for its time zone, and that is a file and all its checks.
 */
export function settings({ preferences, onChange, fixed = {} }: Dependencies): Settings {
  let known: Values | undefined
  const chosen = () => known ??= settingsOf(preferences.get(KEY))
  const settled = (values: Values): Values => ({ ...values, ...ofSettings(fixed) })
  return {
    read: () => settled(chosen()),
    change(change) {
      const next = { ...chosen(), ...given(change) }
      preferences.set(KEY, next)
      known = next
      onChange()
      return settled(next)
    },
  }
}

/** The part of a policy that settings hold. */
const ofSettings = (fixed: Policy): Partial<Values> =>
  Object.fromEntries(Object.entries(fixed).filter(([name, value]) => Object.hasOwn(settingsSchema.entries, name) && value !== undefined))

const given = (change: SettingsChange): Partial<Values> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
