import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import type { AppError } from '@shared/errors'
import { useAsync } from '@renderer/composables/useAsync'
import { listen } from '@renderer/services/desk'

/** Hints come one per clinic while days are fetched; they are answered together. */
const GATHER_MILLISECONDS = 80

interface Source<Query, Shown> {
  /** Answers a query; `before` is what is shown. */
  fetch: (query: Query, before: Shown | null) => Promise<Shown>
  /** Whether what is shown answers a query. */
  isOf: (shown: Shown, query: Query) => boolean
  clinicIds: (query: Query) => readonly number[]
}

export interface ShownSlots<Query, Shown> {
  wanted: ShallowRef<Query | undefined>
  shown: ComputedRef<Shown | null>
  /** Something else, or nothing, is shown while what is wanted is on its way. */
  waiting: ComputedRef<boolean>
  error: ComputedRef<AppError | undefined>
  /** Asks for something; an answer that is still under way is dropped. */
  show: (query: Query) => Promise<void> | undefined
  load: () => Promise<void> | undefined
  /** Starts empty and follows changes; returns what ends it. */
  open: () => () => void
}

/** Published slots on a board. What is shown is always the answer to one query; it is the wanted one unless `waiting`. */
export function useShown<Query, Shown>({ fetch, isOf, clinicIds }: Source<Query, Shown>): ShownSlots<Query, Shown> {
  const wanted = shallowRef<Query>()
  const answer = useAsync(async (query: Query): Promise<Shown> => fetch(query, shown.value))
  const shown = computed<Shown | null>(() => (answer.value.value as Shown | undefined) ?? null)
  let timer: ReturnType<typeof setTimeout> | undefined

  const load = () => {
    clearTimeout(timer)
    timer = undefined
    return wanted.value ? answer.run(wanted.value) : undefined
  }
  const show = (query: Query) => {
    wanted.value = query
    return load()
  }
  /** A request under way may have been answered before the change: it is asked again after it. */
  const loadSoon = () => {
    timer ??= setTimeout(() => {
      timer = undefined
      if (answer.status.value === 'loading') loadSoon()
      else void load()
    }, GATHER_MILLISECONDS)
  }
  const open = () => {
    wanted.value = undefined
    answer.reset()
    const stop = listen('slots:changed', ({ clinicIds: changed }) => {
      if (wanted.value && clinicIds(wanted.value).some((id) => changed.includes(id))) loadSoon()
    })
    return () => {
      stop()
      clearTimeout(timer)
      timer = undefined
    }
  }

  return {
    wanted, shown, show, load, open,
    waiting: computed(() => wanted.value !== undefined && !(shown.value && isOf(shown.value, wanted.value))),
    error: computed(() => answer.error.value),
  }
}
