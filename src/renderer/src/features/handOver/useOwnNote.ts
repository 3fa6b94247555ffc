import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'
import type { HandOver } from '@shared/domain/handOver'
import type { AppError } from '@shared/errors'
import { useAsync } from '@renderer/composables/useAsync'
import { ask } from '@renderer/services/desk'
import { continuedNote } from './continuedNote'

export interface OwnNote {
  /** Undefined until it is known whether there is one to go on with. */
  id: Readonly<Ref<string | undefined>>
  text: Readonly<Ref<string>>
  /** It outlives the program's end. */
  kept: ComputedRef<boolean>
  /** Why what was typed last could not be kept. */
  error: Readonly<Ref<AppError | undefined>>
  /** Hands on each letter at once: main is there when the page is locked or dies. */
  type: (text: string) => void
}

/** The note that somebody writes for the next shift. What the page learns later never overwrites what is being typed. */
export function useOwnNote(handOver: Readonly<Ref<HandOver | undefined>>): OwnNote {
  const id = ref<string>()
  const text = ref('')
  const keeping = useAsync((note: string, of: string) => ask('handOver:writeNote', { id: of, text: note }))
  watch(handOver, (found) => {
    if (!found || id.value !== undefined) return
    const own = continuedNote(found)
    text.value = own?.text ?? ''
    id.value = own?.id ?? crypto.randomUUID()
  }, { immediate: true })
  return {
    id, text,
    kept: computed(() => keeping.value.value ?? handOver.value?.kept ?? true),
    error: keeping.error,
    type(typed) {
      text.value = typed
      if (id.value !== undefined) void keeping.run(typed, id.value)
    },
  }
}
