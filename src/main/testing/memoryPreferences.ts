import type { Preferences } from '@main/ports'

/** Preferences that last as long as the test; values are copied as a file would. */
export function memoryPreferences(stored: Record<string, unknown> = {}): Preferences {
  const values = new Map(Object.entries(structuredClone(stored)))
  return {
    get: (key) => structuredClone(values.get(key)),
    set(key, value) { values.set(key, structuredClone(value)) },
  }
}
