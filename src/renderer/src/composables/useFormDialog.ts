import { computed, type ComputedRef, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { FormDraft } from './useDraft'

/** What UiFormDialog gets of a form: its state, its words, and what two of its buttons do. */
export interface FormDialog {
  busy: boolean
  dirty: boolean
  summary: string | undefined
  failures: number
  notice: string | undefined
  words: Record<'cancel' | 'close' | 'startOver' | 'ask' | 'askText' | 'keep' | 'discard', string>
  onDiscard: () => void
  onStartOver: () => void
}

interface Parts {
  busy: Readonly<Ref<boolean>>
  dirty: Readonly<Ref<boolean>>
  summary: Readonly<Ref<string | undefined>>
  failures: Readonly<Ref<number>>
  draft: FormDraft
  startOver: () => void
}

/** See `FormDialog`. */
export function useFormDialog({ busy, dirty, summary, failures, draft, startOver }: Parts): ComputedRef<FormDialog> {
  const { t } = useI18n()
  return computed(() => ({
    busy: busy.value,
    dirty: dirty.value,
    summary: summary.value,
    failures: failures.value,
    notice: draft.continued.value ? t('form.continued') : undefined,
    words: {
      cancel: t('form.cancel'),
      close: t('form.close'),
      startOver: t('form.startOver'),
      ask: t('form.ask'),
      askText: t('form.askText'),
      keep: t('form.keep'),
      discard: t('form.discard'),
    },
    onDiscard: () => void draft.discard(),
    onStartOver: () => {
      startOver()
      void draft.discard()
    },
  }))
}
