import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { defaultSettings, type Settings, type SettingsChange } from '@shared/domain/settings'
import { appErrorOf } from '@renderer/composables/appErrorOf'
import { ask, listen } from './desk'

/** What this computer remembers: theme, clinic zone, zoom. Holds the defaults until `start` has read them. */
export const useSettings = defineStore('settings', () => {
  const settings = shallowRef<Settings>(defaultSettings)
  const isKnown = shallowRef(false)
  const computerZone = new Intl.DateTimeFormat().resolvedOptions().timeZone

  const read = async () => {
    settings.value = await ask('settings:read')
    isKnown.value = true
  }

  /** Reads the settings and follows their changes; returns what ends it. What can not be read leaves what was there before. */
  const start = () => {
    void read().catch(appErrorOf)
    return listen('settings:changed', () => void read().catch(appErrorOf))
  }

  /** Applies at once and is undone when main refuses it. Throws `AppFailure`. */
  const change = async (part: SettingsChange) => {
    const before = settings.value
    settings.value = { ...before, ...definedOnly(part) }
    try {
      settings.value = await ask('settings:change', part)
    } catch (cause) {
      settings.value = before
      throw cause
    }
  }

  return {
    settings,
    /** Whether they were read: until then they are the defaults. */
    isKnown,
    theme: computed(() => settings.value.theme),
    density: computed(() => settings.value.density),
    /** IANA zone of the clinic's wall clock. */
    zone: computed(() => settings.value.zone || computerZone),
    computerZone,
    /** Minutes between two lines of the day board. */
    zoom: computed(() => settings.value.zoom),
    start,
    change,
  }
})

const definedOnly = (part: SettingsChange) =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as Partial<Settings>
