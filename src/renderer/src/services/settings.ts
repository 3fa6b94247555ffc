import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { defaultSettings, type Settings, type SettingsChange } from '@shared/domain/settings'
import { languageOf, weekStartOf } from '@shared/texts/languages'
import { appErrorOf } from '@renderer/composables/appErrorOf'
import type { Speech } from '@renderer/i18n'
import { ask, listen } from './desk'

/** What this computer remembers: theme, clinic zone, zoom. Holds the defaults until `start` has read them. */
export const useSettings = defineStore('settings', () => {
  const settings = shallowRef<Settings>(defaultSettings)
  const isKnown = shallowRef(false)
  const computerZone = new Intl.DateTimeFormat().resolvedOptions().timeZone

  /** Reads the settings. What can not be read leaves what was there before. */
  const read = async () => {
    try {
      settings.value = await ask('settings:read')
      isKnown.value = true
    } catch (cause) {
      appErrorOf(cause)
    }
  }

  /** Reads the settings and follows their changes; returns what ends it. */
  const start = () => {
    void read()
    return listen('settings:changed', () => void read())
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

  const language = computed(() => languageOf(settings.value.language, navigator.languages))

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
    language,
    /** How the interface writes and speaks. The same object as long as nothing of it changes. */
    speech: computed<Speech>((before) => {
      const { language: choice, digits, hours } = settings.value
      const now = { language: language.value, isPseudo: choice === 'pseudo', digits, hours }
      return before && isSame(before, now) ? before : now
    }),
    /** The weekday that weeks begin with: 1 is Monday. */
    weekStart: computed(() => weekStartOf(settings.value.weekStart, language.value)),
    read,
    start,
    change,
  }
})

const definedOnly = (part: SettingsChange) =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as Partial<Settings>

const isSame = (one: Speech, other: Speech) => JSON.stringify(one) === JSON.stringify(other)
