import { computed, type ComputedRef, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { AppFailure, type AppError } from '@shared/errors'
import { useAttempt } from './useAttempt'
import { useErrorText } from './useErrorText'

interface RemovalOptions {
  /** Throws `AppFailure`. */
  remove: (id: number) => Promise<void>
  /** What a refused deletion means and what to do about it. */
  inUse: () => string
}

export interface Removal {
  busy: Readonly<Ref<boolean>>
  refusal: ComputedRef<string | undefined>
  /** Resolves with whether it is gone, by this or by someone else before. */
  remove: (id: number) => Promise<boolean>
  /** Forgets the refusal. */
  forget: () => void
}

/** Deletes a row. The API refuses what is in use in three ways: 400, 409, and a fault of its own (500). */
export function useRemoval({ remove, inUse }: RemovalOptions): Removal {
  const { t } = useI18n()
  const { sentence } = useErrorText()
  const { busy, failure, run, forget } = useAttempt()

  const refusal = computed(() => {
    const error = failure.value
    if (!error) return undefined
    if (!refusesUse(error)) return sentence(error)
    if (error.kind === 'server') return `${t('deletion.fault', { status: error.status })} ${inUse()}`
    const own = serverWords(error)
    return [inUse(), own && t('deletion.serverSays', { words: own })].filter(Boolean).join(' ')
  })

  const attempt = async (id: number) => {
    try {
      await remove(id)
    } catch (cause) {
      if (!(cause instanceof AppFailure) || cause.error.kind !== 'notFound') throw cause
    }
  }
  return { busy, refusal, remove: (id) => run(() => attempt(id)), forget }
}

/** Words of UiDeleteDialog. */
export function useDeleteWords(): ComputedRef<Record<'delete' | 'cancel' | 'type' | 'checking', string>> {
  const { t } = useI18n()
  return computed(() => ({
    delete: t('deletion.delete'),
    cancel: t('form.cancel'),
    type: t('deletion.type'),
    checking: t('deletion.checking'),
  }))
}

const refusesUse = ({ kind }: AppError) => kind === 'invalid' || kind === 'conflict' || kind === 'server'

function serverWords(error: AppError): string {
  if (error.kind === 'invalid') return Object.values(error.fields).flat().join(' ')
  return error.kind === 'conflict' ? error.detail : ''
}
