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
  /** Forgets what was found and asks anew. */
  again: () => void
}

/** Looks what a slot would meet while it is being typed. Only the answer about the present slot counts. */
export function useSlotCheck(slot: () => SlotForm | undefined): SlotChecking {
  const wanted = computed(() => keyOf(slot()))
  const waiting = ref(false)
  const asked = useAsync(async (form: SlotForm) => ({ key: keyOf(form), check: await ask('slots:check', form) }))
  const known = (key: string) => asked.value.value?.key === key ? asked.value.value.check : undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const start = () => {
    clearTimeout(timer)
    const form = slot()
    waiting.value = form !== undefined && known(wanted.value) === undefined
    if (!form || !waiting.value) return
    timer = setTimeout(() => {
      waiting.value = false
      void asked.run(form)
    }, PAUSE)
  }
  watch(wanted, start, { immediate: true })
  onScopeDispose(() => clearTimeout(timer))

  const of = async (form: SlotForm) => {
    clearTimeout(timer)
    waiting.value = false
    const key = keyOf(form)
    if (!known(key)) await asked.run(form)
    if (!known(key) && asked.error.value) throw new AppFailure(asked.error.value)
    // Somebody typed on meanwhile, and the answer about that came instead.
    return known(key) ?? ask('slots:check', form)
  }
  return {
    found: computed(() => known(wanted.value)),
    busy: computed(() => wanted.value !== '' && (waiting.value || asked.status.value === 'loading')),
    error: asked.error,
    of,
    again: () => {
      asked.reset()
      start()
    },
  }
}

const keyOf = (slot: SlotForm | undefined) => slot ? JSON.stringify([slot.clinicId, slot.date, slot.start, slot.end]) : ''
