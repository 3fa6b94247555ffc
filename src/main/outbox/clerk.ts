import { appErrorOf, type Report } from '@main/feed/appErrorOf'
import type { Lane } from '@main/ports'
import type { Create } from '@shared/domain/outbox'
import { AppFailure } from '@shared/errors'
import type { Creation } from './creation'
import { delivery } from './delivery'
import { inquiry } from './inquiry'
import { keyed } from './keyed'
import type { Sent } from './sendOnce'
import type { Sleep } from './settle'
import type { Item } from './shelf'
import { steps, type Steps, type StepsDependencies } from './steps'

interface Dependencies extends StepsDependencies {
  creationOf: (create: Create) => Creation
  sendOnce: (creation: Creation, lane: Lane) => Promise<Sent>
  /** Milliseconds after a lost answer at which is looked what became of it. */
  settleAt: readonly number[]
  sleep: Sleep
  /** The server made something else of it. */
  onAltered: (item: Item) => void
  report: Report
}

/** The way on which one goes out, once it is free; asked for when its record is on the disk. Null when it is not to go now. */
export type TakeLane = () => Promise<Lane | null>

/** Sends the creates of one account, each once, and finds out what became of them. */
export interface Clerk extends Pick<Steps, 'stands'> {
  /**
   * Sends one that waits. `sent` resolves when the server has answered or its answer is lost, `settled` when nothing more happens to it
   * by itself or it waits again. Both reject with `AppFailure` signedOut when its account has left meanwhile.
   */
  send: (item: Item, takeLane: TakeLane) => { sent: Promise<void>, settled: Promise<void> }
  /** Looks again what became of one that was sent, at these milliseconds from now. */
  findOut: (item: Item, at: readonly number[]) => Promise<void>
  /** Another create that looks the same is under way: this one has to wait for it. */
  isBusy: (item: Item) => boolean
}

/** See `Clerk`. */
export function clerk({ creationOf, sendOnce, settleAt, sleep, onAltered, report, ...kept }: Dependencies): Clerk {
  const turns = keyed()
  const step = steps(kept)
  const ask = inquiry({ shelf: kept.shelf, steps: step, creationOf, sleep, isThere: kept.isThere })
  const deliver = delivery({ steps: step, inquiry: ask, creationOf, sendOnce, onAltered })
  const keyOf = ({ create }: Item) => creationOf(create).naturalKey

  /** In the turn of what looks the same. A fault of ours on the way leaves open what became of it. */
  const inTurnOf = (item: Item, task: () => Promise<void>) => turns.run(keyOf(item), async () => {
    try {
      step.stay()
      await task()
    } catch (cause) {
      if (cause instanceof AppFailure) throw cause
      step.note(item, { state: 'uncertain', error: appErrorOf(cause, report) })
    }
  })

  return {
    stands: step.stands,
    isBusy: (item) => turns.isBusy(keyOf(item)),
    send(item, takeLane) {
      let onSent: () => void = () => undefined
      const delivered = new Promise<void>((resolve) => { onSent = resolve })
      const settled = inTurnOf(item, async () => {
        await deliver(item, takeLane)
        onSent()
        if (item.state === 'checking') await ask.settled(item, settleAt)
      })
      return { sent: Promise.race([delivered, settled]), settled }
    },
    findOut: (item, at) => inTurnOf(item, async () => {
      if (item.state === 'checking' || item.state === 'uncertain') await ask.settled(item, at)
    }),
  }
}
