import { AppFailure, type AppError } from '@shared/errors'
import type { Journal } from './journal'
import { apply } from './replay'
import type { JournalRecord } from './records'
import { change, isOver, type Item, type Shelf } from './shelf'

export interface StepsDependencies {
  shelf: Shelf
  journal: Pick<Journal, 'write'>
  /** Whether its account is still the desk's: then and only then anything is sent or looked up. */
  isThere: () => boolean
  onChange: (item: Item) => void
  /** Told of each create that came to an end, or can not be told. */
  onSettled: (item: Item) => void
}

type Now = Partial<Pick<Item, 'state' | 'id' | 'foundAfterwards' | 'error' | 'candidates'>>

/** What a create goes through, each step on the shelf, in the journal and told. */
export interface Steps {
  /** Throws `AppFailure` signedOut once its account has left. */
  stay: () => void
  /** How it stands now. Resolves when that is on the disk; throws `AppFailure` (notJournalled). */
  stands: (item: Item, to: Now) => Promise<void>
  /** The same without waiting for the disk: a record of an outcome that is lost is found again by a look at what is there. */
  note: (item: Item, to: Now) => void
  /** It is about to be sent. Resolves when that is on the disk: false when it can not be, and then it waits again. */
  isWritten: (item: Item, before: readonly number[] | null) => Promise<boolean>
  /** It is on its way. */
  begin: (item: Item, before: readonly number[] | null) => void
  /** For the screen: its turn has come. */
  show: (item: Item) => void
  /** Back in the queue, as if nothing had been begun. */
  leave: (item: Item, error: AppError | null) => void
}

/** See `Steps`. */
export function steps({ shelf, journal, isThere, onChange, onSettled }: StepsDependencies): Steps {
  const stands: Steps['stands'] = (item, to) => {
    const { key, state, id, foundAfterwards, error, candidates } = { ...item, ...to }
    const record: JournalRecord = { t: 'stands', key, state, id, foundAfterwards, error, candidates: [...candidates] }
    const wasUncertain = item.state === 'uncertain'
    apply(shelf, record)
    onChange(item)
    if (isOver(item) || (item.state === 'uncertain' && !wasUncertain)) onSettled(item)
    return journal.write([record])
  }

  function leave(item: Item, error: AppError | null) {
    const isGivenUp = item.job?.state === 'stopped'
    change(item, { state: isGivenUp ? 'discarded' : 'waiting', error })
    onChange(item)
    if (isGivenUp) onSettled(item)
  }

  const sending = ({ key, create, at }: Item, before: readonly number[] | null): JournalRecord =>
    ({ t: 'sending', key, create, at, before: before && [...before] })

  return {
    stands,
    leave,
    begin(item, before) { apply(shelf, sending(item, before)) },
    stay() { if (!isThere()) throw new AppFailure({ kind: 'signedOut', reason: 'none' }) },
    note(item, to) { stands(item, to).catch(() => undefined) },
    show(item) {
      change(item, { state: 'sending' })
      onChange(item)
    },
    async isWritten(item, before) {
      try {
        await journal.write([sending(item, before)])
      } catch {
        if (isThere() && item.state === 'sending') leave(item, { kind: 'notJournalled' })
        return false
      }
      return isThere() && item.state === 'sending'
    },
  }
}
