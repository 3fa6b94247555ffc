import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { DayQuery } from '@shared/domain/slot'
import { useAsync } from '@renderer/composables/useAsync'
import { ask, listen } from '@renderer/services/desk'
import { mergedDay, type ShownDay } from './boardDay'

/** Hints come one per clinic while a day is fetched; they are answered together. */
const GATHER_MILLISECONDS = 80

/** The day on the board. What is shown is always of one date; it is the wanted one unless `waiting`. */
export const useDay = defineStore('calendarDay', () => {
  const wanted = shallowRef<DayQuery>()
  const day = useAsync(async (query: DayQuery): Promise<ShownDay> => mergedDay(shown.value, await ask('slots:day', query)))
  const shown = computed(() => day.value.value ?? null)
  let timer: ReturnType<typeof setTimeout> | undefined

  const load = () => {
    clearTimeout(timer)
    timer = undefined
    return wanted.value ? day.run(wanted.value) : undefined
  }

  /** Asks for a day of some clinics; an answer that is still under way is dropped. */
  const show = (query: DayQuery) => {
    wanted.value = query
    return load()
  }

  /** A request under way may have been answered before the change: it is asked again after it. */
  const loadSoon = () => {
    timer ??= setTimeout(() => {
      timer = undefined
      if (day.status.value === 'loading') loadSoon()
      else void load()
    }, GATHER_MILLISECONDS)
  }

  /** Starts empty and follows changes; returns what ends it. */
  const open = () => {
    wanted.value = undefined
    day.reset()
    const stop = listen('slots:changed', ({ clinicIds }) => {
      if (wanted.value?.clinicIds.some((id) => clinicIds.includes(id))) loadSoon()
    })
    return () => {
      stop()
      clearTimeout(timer)
      timer = undefined
    }
  }

  return {
    wanted,
    shown,
    /** Another day, or none, is shown while the wanted one is on its way. */
    waiting: computed(() => wanted.value !== undefined && shown.value?.date !== wanted.value.date),
    error: computed(() => day.error.value),
    show,
    load,
    open,
  }
})
