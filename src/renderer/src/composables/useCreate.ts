import { onScopeDispose, readonly, ref, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Create, OutboxEntry } from '@shared/domain/outbox'
import { AppFailure } from '@shared/errors'
import { ask, listen } from '@renderer/services/desk'
import { useNotices } from '@renderer/services/notices'
import { appErrorOf } from './appErrorOf'
import { useOutcome } from './useOutcome'

/** `name` is what it is called in a sentence, `reason` why a warning was overruled. */
interface Words { name: string, reason?: string }

/** `made` is set when it is on the server, `stopped` when it is not and will not be; neither while it waits for the server. */
export interface Created { made?: OutboxEntry, stopped?: string }

export interface Creating {
  /**
   * Sends a create once, or leaves it to wait where the server can not be reached. `stopped` says in words that it was not made, or
   * that it could not be told. Throws `AppFailure` with the server's reason when it was refused.
   */
  create: (order: Create, words: Words) => Promise<Created>
  /** Words while it is looked up what became of a create whose answer was lost. */
  progress: Readonly<Ref<string | undefined>>
}

/**
 * Creates through the outbox. One key holds for one order: only when that is settled, a further attempt is an order of its own.
 * With `amends`, the first order takes the place of one that waits.
 */
export function useCreate({ amends }: { amends?: OutboxEntry | undefined } = {}): Creating {
  const { t } = useI18n()
  const outcome = useOutcome()
  const notices = useNotices()
  const progress = ref<string>()
  let call: 'outbox:create' | 'outbox:amend' = amends ? 'outbox:amend' : 'outbox:create'
  let key: string = amends?.key ?? crypto.randomUUID()

  const look = async () => {
    const entries = await ask('outbox:read')
    progress.value = entries.some((entry) => entry.key === key && entry.state === 'checking') ? t('outcome.checkingShort') : undefined
  }
  const stop = listen('outbox:changed', () => void look().catch(appErrorOf))
  let left = false
  onScopeDispose(() => {
    stop()
    left = true
  })

  const create = async (order: Create, { name, reason = '' }: Words): Promise<Created> => {
    const entry = await ask(call, { key, create: order, reason })
    key = crypto.randomUUID()
    call = 'outbox:create'
    progress.value = undefined
    const notice = outcome(entry, name)
    // Whoever closed the form before it was settled is told wherever they are by now.
    if (entry.state === 'made' || entry.state === 'waiting' || left) notices.say(notice)
    if (entry.state === 'refused') {
      await dismiss(entry)
      throw new AppFailure(entry.error ?? { kind: 'unexpected', ref: '' })
    }
    if (entry.state === 'made') return { made: entry }
    if (entry.state === 'waiting') return {}
    if (entry.state === 'notMade') await dismiss(entry)
    return { stopped: notice.text }
  }

  return { create, progress: readonly(progress) }
}

/** The form says it: nobody needs to be told again. */
const dismiss = ({ key }: OutboxEntry) => ask('outbox:dismiss', { key }).catch(appErrorOf)
