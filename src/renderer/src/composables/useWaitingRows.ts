import { storeToRefs } from 'pinia'
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Create, OutboxEntry } from '@shared/domain/outbox'
import { useOutbox } from '@renderer/services/outbox'
import { isOf, useWaiting, type EntryOf } from '@renderer/services/waiting'
import type { WaitingRow } from '@renderer/ui/waitingRow'
import { useWriteBlock } from './useWriteBlock'

export interface WaitingRows {
  /** Props and listeners of UiWaiting. */
  waiting: ComputedRef<{
    label: string
    rows: WaitingRow[]
    reason: string
    onEdit: (key: string) => void
    onDiscard: (key: string) => void
  }>
}

const TONES: Partial<Record<OutboxEntry['state'], WaitingRow['tone']>> = {
  waiting: 'waiting', uncertain: 'uncertain', refused: 'refused', notMade: 'refused',
}

/** The creates of one kind that are not on the server; `describe` says what a row is called and what else is to be said of it. */
export function useWaitingRows<K extends Create['kind']>(kind: K, describe: (entry: EntryOf<K>) => Pick<WaitingRow, 'title' | 'detail'>): WaitingRows {
  const { t } = useI18n()
  const { entries } = storeToRefs(useOutbox())
  const store = useWaiting()
  const blocked = useWriteBlock()
  const own = computed(() => entries.value.filter((entry): entry is EntryOf<K> => isOf(entry, kind) && TONES[entry.state] !== undefined))
  const entryOf = (key: string) => own.value.find((entry) => entry.key === key)

  return {
    waiting: computed(() => ({
      label: t('waiting.list'),
      reason: blocked.value,
      rows: own.value.map((entry): WaitingRow => {
        const { title, detail } = describe(entry)
        const state = t(`waiting.states.${entry.state}`)
        const words = { name: title, state }
        return {
          key: entry.key, title, detail, state, tone: TONES[entry.state]!,
          edit: entry.state === 'uncertain' ? '' : t('waiting.edit', words), discard: t('waiting.discard', words),
        }
      }),
      onEdit: (key: string) => { store.edited = entryOf(key) },
      onDiscard: (key: string) => { store.discarded = entryOf(key) },
    })),
  }
}
