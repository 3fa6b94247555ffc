import type { Lane } from '@main/ports'
import type { Create } from '@shared/domain/outbox'
import type { TakeLane } from './clerk'
import type { Creation } from './creation'
import type { Inquiry } from './inquiry'
import { isPassing, type Sent } from './sendOnce'
import type { Item } from './shelf'
import type { Steps } from './steps'

interface Dependencies {
  steps: Steps
  inquiry: Inquiry
  creationOf: (create: Create) => Creation
  sendOnce: (creation: Creation, lane: Lane) => Promise<Sent>
  /** The server made something else of it. */
  onAltered: (item: Item) => void
}

const states = { refused: 'refused', unsent: 'waiting', unknown: 'checking' } as const

/**
 * Looks at what is there, writes down that it sends, and sends one that waits. Throws `AppFailure` signedOut once its account has left.
 * Ends when the server has answered, its answer is lost, or it waits again.
 */
export function delivery(
  { steps, inquiry, creationOf, sendOnce, onAltered }: Dependencies,
): (item: Item, takeLane: TakeLane) => Promise<void> {
  const isSending = ({ state }: Item) => state === 'sending'
  const isHeldBack = ({ job }: Item) => job !== null && job.state !== 'running'

  /** What is there before it is sent, or `stop`: it must not be sent now. */
  async function lookBefore(item: Item, creation: Creation): Promise<number[] | null | 'stop'> {
    if (item.doubted && !await inquiry.isSurelyNotThere(item)) return 'stop'
    const before = await creation.fresh() ? creation.near() : null
    steps.stay()
    if (!isSending(item)) return 'stop'
    const failure = before === null ? creation.failure() : null
    // Without a look at what was there nobody could tell what became of it; a job has time.
    const isUnknown = failure !== null && (item.job !== null || isPassing(failure))
    if (!isUnknown && !isHeldBack(item)) return before
    steps.leave(item, isHeldBack(item) ? null : failure)
    return 'stop'
  }

  function take(item: Item, sent: Sent) {
    if (sent.state !== 'made') return steps.note(item, { state: states[sent.state], error: sent.error })
    // Before it is noted: what was shown as being sent must not vanish before it is shown as there.
    sent.made.take(item.job !== null)
    steps.note(item, { state: 'made', id: sent.made.id, error: null })
    if (sent.made.isAltered) onAltered(item)
  }

  return async (item, takeLane) => {
    steps.stay()
    if (item.state !== 'waiting') return
    const creation = creationOf(item.create)
    steps.show(item)
    const before = await lookBefore(item, creation)
    if (before === 'stop' || !await steps.isWritten(item, before)) return
    const lane = await takeLane()
    steps.stay()
    if (!isSending(item)) return
    // The journal says that it may have been sent: after a crash it is looked for, which costs little.
    if (lane === null || isHeldBack(item)) return steps.leave(item, null)
    steps.begin(item, before)
    const sent = await sendOnce(creation, lane)
    steps.stay()
    if (isSending(item)) take(item, sent)
  }
}
