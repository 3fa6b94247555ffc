import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import type { AppError } from '@shared/errors'
import { useAsync } from '@renderer/composables/useAsync'
import { listen } from '@renderer/services/desk'

/** Hints come one per clinic while days are fetched: the first is answered at once, those that follow it within this time together. */
const GATHER_MILLISECONDS = 80

interface Source<Query, Shown> {
  /** Answers a query; `before` is what is shown. */
  fetch: (query: Query, before: Shown | null) => Promise<Shown>
  /** What is known of the answer beforehand: it is shown until `fetch` has answered. */
  known?: (query: Query, before: Shown | null) => Shown | undefined
  /** Something has changed: what is known beforehand may not be so any more. */
  forget?: () => void
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
export function useShown<Query, Shown>({ fetch, known, forget, isOf, clinicIds }: Source<Query, Shown>): ShownSlots<Query, Shown> {
  const wanted = shallowRef<Query>()
  const answer = useAsync(async (query: Query): Promise<Shown> => fetch(query, shown.value))
  const early = shallowRef<Shown>()
  const shown = computed<Shown | null>(() => early.value ?? (answer.value.value as Shown | undefined) ?? null)
  watch(answer.value, () => { early.value = undefined }, { flush: 'sync' })

  const load = () => {
    hints.settle()
    return wanted.value ? answer.run(wanted.value) : undefined
  }
  const show = (query: Query) => {
    early.value = known?.(query, shown.value)
    wanted.value = query
    return load()
  }
  const hints = gathering(() => answer.status.value === 'loading', () => void load())
  const open = () => {
    wanted.value = undefined
    early.value = undefined
    forget?.()
    answer.reset()
    const stop = listen('slots:changed', ({ clinicIds: changed }) => {
      if (!wanted.value || !clinicIds(wanted.value).some((id) => changed.includes(id))) return
      forget?.()
      hints.hear()
    })
    return () => {
      stop()
      forget?.()
      hints.settle()
    }
  }

  return {
    wanted, shown, show, load, open,
    waiting: computed(() => wanted.value !== undefined && !(shown.value && isOf(shown.value, wanted.value))),
    error: computed(() => answer.error.value),
  }
}

/** Answers hints: the first at once, those that follow it within a moment together. */
function gathering(isLoading: () => boolean, load: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  /** A hint has come that was not answered yet. */
  let isHinted = false

  const settle = () => {
    clearTimeout(timer)
    timer = undefined
    isHinted = false
  }
  /** A request under way may have been answered before the change: it is asked again after it. */
  const answer = () => {
    const isTooEarly = isLoading()
    if (!isTooEarly) load()
    isHinted = isTooEarly
    timer = setTimeout(() => {
      timer = undefined
      if (isHinted) answer()
    }, GATHER_MILLISECONDS)
  }

  return {
    hear() {
      if (timer === undefined) answer()
      else isHinted = true
    },
    /** Everything up to now is answered, or nobody wants it any more. */
    settle,
  }
}
