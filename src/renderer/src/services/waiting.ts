import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import type { Create, OutboxEntry } from '@shared/domain/outbox'
import { useSession } from './session'

/** A create of one kind, with its form. */
export type EntryOf<K extends Create['kind']> = OutboxEntry & { create: Extract<Create, { kind: K }> }

export const isOf = <K extends Create['kind']>(entry: OutboxEntry, kind: K): entry is EntryOf<K> => entry.create.kind === kind

/** What a person wants to do about a create that is not on the server, wherever it is shown: the place of its kind has its form. */
export const useWaiting = defineStore('waiting', () => {
  /** To be opened in its form, until the place that has it takes it. */
  const edited = shallowRef<OutboxEntry>()
  /** To be given up, once that has been asked. */
  const discarded = shallowRef<OutboxEntry>()

  // Another account starts without them.
  const session = useSession()
  watch(() => session.desk && `${session.desk.email} ${session.desk.server}`, () => {
    edited.value = undefined
    discarded.value = undefined
  })

  /** Hands the create that is to be edited to the place of its kind, now and whenever there is one; ends with the caller's scope. */
  const takeEdited = <K extends Create['kind']>(kind: K, take: (entry: EntryOf<K>) => void) => {
    watch(edited, (entry) => {
      if (!entry || !isOf(entry, kind)) return
      edited.value = undefined
      take(entry)
    }, { immediate: true })
  }

  return { edited, discarded, takeEdited }
})
