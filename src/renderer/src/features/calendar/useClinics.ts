import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { useAsync } from '@renderer/composables/useAsync'
import { ask, listen } from '@renderer/services/desk'
import { clinicHues } from './clinicHue'

/** Clinics on the board for a person who has not chosen any. */
const FIRST = 6

/** The directory of clinics, and which of them the board shows in which order. */
export const useClinics = defineStore('calendarClinics', () => {
  const directory = useAsync(() => ask('directory:read'))
  const choice = useAsync(() => ask('slots:readChoice'))
  /** What was chosen since the choice was read: it is shown before main has kept it. */
  const chosen = shallowRef<number[]>()

  const ids = computed<number[] | undefined>(() => {
    if (chosen.value) return chosen.value
    if (choice.status.value !== 'ready' && choice.status.value !== 'failed') return undefined
    const known = directory.value.value
    return choice.value.value?.clinicIds ?? (known && [...known.clinics.slice(0, FIRST), ...known.gone].map((clinic) => clinic.id))
  })

  /** Colours of all clinics that were on the board since the program started. */
  const hues = shallowRef<ReadonlyMap<number, number>>(new Map())
  watch(ids, (shown) => { if (shown) hues.value = clinicHues(shown, hues.value) }, { immediate: true, flush: 'sync' })

  /** Shows these clinics at once and keeps the choice; shows the former ones again when it can not be kept. Throws `AppFailure`. */
  const choose = async (clinicIds: number[]) => {
    const before = chosen.value
    chosen.value = clinicIds
    try {
      await ask('slots:choose', { clinicIds })
    } catch (cause) {
      if (chosen.value === clinicIds) chosen.value = before
      throw cause
    }
  }

  /** Starts empty and follows changes; returns what ends it. */
  const open = () => {
    directory.reset()
    choice.reset()
    chosen.value = undefined
    void directory.run()
    void choice.run()
    return listen('directory:changed', () => void directory.run())
  }

  return {
    directory: computed(() => directory.value.value ?? null),
    error: computed(() => directory.error.value),
    /** Ids of the shown clinics in order; undefined while that is not known. */
    ids,
    hues,
    reload: () => directory.run(),
    choose,
    open,
  }
})
