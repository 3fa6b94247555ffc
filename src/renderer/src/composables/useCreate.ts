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
 * With `amends`, the first order takes the place of one that waits, or follows one that ended otherwise than made.
 */
export function useCreate({ amends }: { amends?: OutboxEntry | undefined } = {}): Creating {
  const { t } = useI18n()
  const outcome = useOutcome()
  const notices = useNotices()
  const progress = ref<string>()
  const replaced = useReplaced(amends)
  let key = crypto.randomUUID()

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
    const entry = await replaced.amend(order, reason) ?? await ask('outbox:create', { key, create: order, reason })
    if (entry === 'tooLate') return { stopped: t('waiting.tooLate') }
    key = crypto.randomUUID()
    const isGood = isOnItsWay(entry) || entry.state === 'made'
    if (isGood) await replaced.dismiss(order)
    progress.value = undefined
    const notice = outcome(entry, name)
    // Whoever closed the form before it was settled is told wherever they are by now.
    if (isGood || left) notices.say(notice)
    if (entry.state === 'refused') await tellRefused(entry)
    if (isGood) return entry.state === 'made' ? { made: entry } : {}
    if (entry.state === 'notMade') await dismiss(entry)
    return { stopped: notice.text }
  }

  return { create, progress: readonly(progress) }
}

/** Throws the server's reason; the form says it. */
async function tellRefused(entry: OutboxEntry): Promise<never> {
  await dismiss(entry)
  throw new AppFailure(entry.error ?? { kind: 'unexpected', ref: '' })
}

const isOnItsWay = ({ state }: OutboxEntry) => state === 'waiting' || state === 'sending' || state === 'checking'

/** The create that an order takes the place of: one that waits is changed, one that ended otherwise than made is followed by a new one. */
function useReplaced(replaced: OutboxEntry | undefined) {
  let left = replaced
  return {
    /** Undefined where there is nothing to change; `tooLate` when it is on its way or settled by now. Throws `AppFailure`. */
    async amend(create: Create, reason: string) {
      if (left?.state !== 'waiting' || left.create.kind !== create.kind) return undefined
      try {
        const entry = await ask('outbox:amend', { key: left.key, create, reason })
        left = undefined
        return entry
      } catch (cause) {
        if (cause instanceof AppFailure && (cause.error.kind === 'conflict' || cause.error.kind === 'notFound')) return 'tooLate'
        throw cause
      }
    },
    async dismiss(create: Create) {
      if (!left || left.create.kind !== create.kind) return
      await dismiss(left)
      left = undefined
    },
  }
}

/** The form says it: nobody needs to be told again. */
const dismiss = ({ key }: OutboxEntry) => ask('outbox:dismiss', { key }).catch(appErrorOf)
