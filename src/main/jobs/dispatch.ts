import type { Clerk } from '@main/outbox/clerk'
import type { Item } from '@main/outbox/shelf'
import type { Clock } from '@main/ports'
import { lanes } from './lanes'
import { pace } from './pace'

/** So many for each lane are begun: the next one is in the journal, and the disk is never waited for, when a lane becomes free. */
const AHEAD = 3

interface Dependencies {
  clerk: Pick<Clerk, 'send'>
  clock: Clock
  /** Whether anything may go now. */
  isOpen: () => boolean
  /** The server has answered, its answer is lost, or it waits again: its lane is free. */
  onAnswer: (item: Item) => void
  /** Nothing more happens to it by itself, or it waits again. */
  onSettled: (item: Item) => void
}

/** Sends slots side by side, as many as the server bears. */
export function dispatch({ clerk, clock, isOpen, onAnswer, onSettled }: Dependencies) {
  const begun = new Set<Item>()
  const speed = pace()
  const ways = lanes(speed.cap)

  function learn({ state, error }: Item, ms: number) {
    if (state === 'made') speed.answered(ms)
    else if (state === 'checking' || error?.kind === 'throttled') speed.slowed()
  }

  return {
    isFull: () => begun.size >= AHEAD * speed.cap(),
    go(item: Item) {
      begun.add(item)
      let lane: number | undefined
      let began = 0
      const { sent, settled } = clerk.send(item, async () => {
        lane = await ways.take()
        began = clock()
        return isOpen() ? `job-${lane}` : null
      })
      const free = () => {
        begun.delete(item)
        if (lane !== undefined) ways.give(lane)
      }
      // Rejected when its person has left: then nobody goes on.
      sent.then(() => {
        learn(item, clock() - began)
        free()
        onAnswer(item)
      }, free)
      settled.then(() => { onSettled(item) }, () => undefined)
    },
  }
}
