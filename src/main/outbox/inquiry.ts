import type { Create } from '@shared/domain/outbox'
import type { Creation } from './creation'
import { settle, type Sleep } from './settle'
import { change, claimedOf, isOver, type Item, type Shelf } from './shelf'
import type { Steps } from './steps'

/** How often a job sends a slot that was not there afterwards. */
const MOST_MISSES = 8

interface Dependencies {
  shelf: Shelf
  steps: Steps
  creationOf: (create: Create) => Creation
  sleep: Sleep
  isThere: () => boolean
}

/** Finds out what became of creates. All throw `AppFailure` signedOut once their account has left. */
export interface Inquiry {
  /** Of one whose answer was lost, by looks at these milliseconds from now. */
  settled: (item: Item, at: readonly number[]) => Promise<void>
  /** Of one that may have been sent before: true when it surely is not there, and may be sent. */
  isSurelyNotThere: (item: Item) => Promise<boolean>
}

/** See `Inquiry`. */
export function inquiry({ shelf, steps, creationOf, sleep, isThere }: Dependencies): Inquiry {
  /** The verdict is noted unless it is that nothing was made. */
  async function isNotMade(item: Item, at: readonly number[], anew?: Creation['anew']): Promise<boolean> {
    const { create, before, job } = item
    const creation = creationOf(create)
    // Whose record of what was there before is gone: of rows that are only like it, any may be older.
    const near = item.doubted && before === null ? creation.alike : creation.near
    const looking = { alike: creation.alike, near, anew: anew ?? creation.anew }
    const options = { before, claimed: claimedOf(shelf, create.kind), at, sleep, isThere, isPatient: job !== null && at.length > 1 }
    const verdict = await settle(looking, options)
    steps.stay()
    if (isOver(item)) return false
    if (verdict.state === 'made') steps.note(item, { state: 'made', id: verdict.id, foundAfterwards: true, error: null, candidates: [] })
    if (verdict.state === 'uncertain') steps.note(item, { state: 'uncertain', candidates: verdict.candidates })
    return verdict.state === 'notMade'
  }

  return {
    async settled(item, at) {
      if (!await isNotMade(item, at)) return
      item.misses += 1
      // The list was good at the last look: a job sends it again, a person is asked.
      const isRepeated = item.job !== null && item.misses < MOST_MISSES
      steps.note(item, isRepeated ? { state: 'waiting', error: null, candidates: [] } : { state: 'notMade', candidates: [] })
    },
    async isSurelyNotThere(item) {
      const creation = creationOf(item.create)
      // What an earlier run did is in any list that this one has fetched.
      const isRead = item.error ? await creation.anew() : await creation.fresh()
      steps.stay()
      if (item.state !== 'sending') return false
      if (!isRead) {
        steps.leave(item, creation.failure())
        return false
      }
      if (!await isNotMade(item, [0], async () => true)) return false
      change(item, { doubted: false })
      return true
    },
  }
}
