import type { After } from '@main/feed/after'
import type { Ledger } from './ledger'
import { change, isOver, type Item } from './shelf'
import { waiters } from './waiters'

const FIRST_WAIT = 2000
const LONGEST_WAIT = 60_000

/** Sends what people create one by one: in their order, and again when the server answers again. */
export interface Singles {
  /** Resolves when it is settled, or when it waits because it can not be sent now. Rejects when its account has left meanwhile. */
  push: (item: Item) => Promise<void>
  /** Tries at once to send what waits. */
  flush: () => void
  /** Answers those who wait for one that was given up. */
  answer: (item: Item) => void
  /** The server has answered something. */
  heard: () => void
  close: () => void
}

/** See `Singles`. */
export function singles({ shelf, clerk, isThere }: Pick<Ledger, 'shelf' | 'clerk' | 'isThere'>, after: After): Singles {
  const asking = waiters()
  let isFlushing = false
  let failures = 0
  let callOff: (() => void) | undefined

  const isSettled = (item: Item) => isOver(item) || item.state === 'uncertain'
  const next = () => [...shelf.singles.values()].find((item) => item.state === 'waiting' && !clerk.isBusy(item))

  function putOff({ error }: Item) {
    for (const each of asking.items()) {
      if (each.state !== 'waiting') continue
      change(each, { error: each.error ?? error })
      asking.answer(each)
    }
    const asked = error?.kind === 'throttled' ? error.retryAfter * 1000 : 0
    callOff?.()
    callOff = after(Math.max(asked, Math.min(FIRST_WAIT * 2 ** failures, LONGEST_WAIT)), run)
    failures += 1
  }

  /** Sends one after the other as long as the server takes them; what becomes of lost answers is looked up beside it. */
  async function sendAll() {
    for (let item = next(); item && isThere(); item = next()) {
      const one = item
      const { sent, settled } = clerk.send(one, async () => 'single')
      settled.then(() => {
        if (isSettled(one)) asking.answer(one)
        // One that looks the same may go now; what could not be sent has its time.
        if (!callOff) run()
      }, (cause: unknown) => { asking.refuse(one, cause) })
      await sent
      if (one.state === 'waiting') return putOff(one)
      failures = 0
    }
  }

  function run() {
    if (isFlushing || !isThere()) return
    isFlushing = true
    callOff?.()
    callOff = undefined
    void sendAll().catch(() => undefined).finally(() => {
      isFlushing = false
      // One that came in the last moment.
      if (!callOff && next()) run()
    })
  }

  return {
    flush: run,
    answer: asking.answer,
    heard() { if (callOff) run() },
    push(item) {
      if (isSettled(item)) return Promise.resolve()
      const answered = asking.wait(item)
      if (item.state === 'waiting') run()
      return answered
    },
    close() {
      callOff?.()
      asking.sendAway()
    },
  }
}
