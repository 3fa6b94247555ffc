import { computed, onScopeDispose, ref, watch, type ComputedRef, type Ref } from 'vue'
import type { SlotCheck, SlotForm } from '@shared/domain/slot'
import { AppFailure, type AppError } from '@shared/errors'
import { useAsync } from '@renderer/composables/useAsync'
import { ask } from '@renderer/services/desk'

/** Long enough that a time is typed to its end before anything is asked. */
const PAUSE = 250

export interface SlotChecking {
  /** What the slot would meet; undefined until that is known of exactly this slot. */
  found: ComputedRef<SlotCheck | undefined>
  busy: ComputedRef<boolean>
  /** Why it could not be checked. */
  error: Readonly<Ref<AppError | undefined>>
  /** Checks this slot, without asking again what is known. Throws `AppFailure`. */
  of: (slot: SlotForm) => Promise<SlotCheck>
  /** Asks anew; what was found stays until the answer is there. */
  again: () => void
}

/** Looks what a slot would meet while it is being typed. Only the answer about the present slot counts. */
export function useSlotCheck(slot: () => SlotForm | undefined): SlotChecking {
  const wanted = computed(() => keyOf(slot()))
  const waiting = ref(false)
  const asked = useAsync(async (form: SlotForm) => ({ key: keyOf(form), check: await ask('slots:check', form) }))
  const known = (key: string) => asked.value.value?.key === key ? asked.value.value.check : undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStale = false

  const run = async (form: SlotForm) => {
    clearTimeout(timer)
    waiting.value = false
    isStale = false
    await asked.run(form)
  }
  watch(wanted, (key) => {
    clearTimeout(timer)
    const form = slot()
    waiting.value = form !== undefined && known(key) === undefined
    if (form && waiting.value) timer = setTimeout(() => void run(form), PAUSE)
  }, { immediate: true })
  onScopeDispose(() => clearTimeout(timer))

  const of = async (form: SlotForm) => {
    const key = keyOf(form)
    if (isStale || !known(key)) await run(form)
    if (asked.error.value) throw new AppFailure(asked.error.value)
    // Somebody typed on meanwhile, and the answer about that came instead.
    return known(key) ?? ask('slots:check', form)
  }
  return {
    found: computed(() => known(wanted.value)),
    busy: computed(() => wanted.value !== '' && known(wanted.value) === undefined && (waiting.value || asked.status.value === 'loading')),
    error: asked.error,
    of,
    again: () => {
      isStale = true
      const form = slot()
      if (form) void run(form)
    },
  }
}

const keyOf = (slot: SlotForm | undefined) => slot ? JSON.stringify([slot.clinicId, slot.date, slot.start, slot.end]) : ''
