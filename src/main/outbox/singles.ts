import type { After } from '@main/feed/after'
import { AppFailure } from '@shared/errors'
import type { Ledger } from './ledger'
import { change, isOver, type Item } from './shelf'

const FIRST_WAIT = 2000
const LONGEST_WAIT = 60_000

interface Waiter { resolve: () => void, reject: (cause: unknown) => void }

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
  const waiters = new Map<Item, Waiter[]>()
  let isFlushing = false
  let failures = 0
  let callOff: (() => void) | undefined

  const isSettled = (item: Item) => isOver(item) || item.state === 'uncertain'
  const next = () => [...shelf.singles.values()].find((item) => item.state === 'waiting' && !clerk.isBusy(item))

  function answer(item: Item) {
    for (const { resolve } of waiters.get(item) ?? []) resolve()
    waiters.delete(item)
  }

  function refuse(item: Item, cause: unknown) {
    for (const { reject } of waiters.get(item) ?? []) reject(cause)
    waiters.delete(item)
  }

  function putOff(item: Item) {
    for (const each of waiters.keys()) {
      if (each.state !== 'waiting') continue
      change(each, { error: each.error ?? item.error })
      answer(each)
    }
    const asked = item.error?.kind === 'throttled' ? item.error.retryAfter * 1000 : 0
    callOff?.()
    callOff = after(Math.max(asked, Math.min(FIRST_WAIT * 2 ** failures, LONGEST_WAIT)), run)
    failures += 1
  }

  /** Sends one after the other as long as the server takes them; what becomes of lost answers is looked up beside it. */
  async function sendAll() {
    for (;;) {
      const item = next()
      if (!item || !isThere()) return
      const { sent, settled } = clerk.send(item, async () => 'single')
      settled.then(() => {
        if (isSettled(item)) answer(item)
        // One that looks the same may go now; what could not be sent has its time.
        if (!callOff) run()
      }, (cause: unknown) => { refuse(item, cause) })
      await sent
      if (item.state === 'waiting') return putOff(item)
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
    answer,
    heard() { if (callOff && failures > 0) run() },
    push: (item) => new Promise((resolve, reject) => {
      if (isSettled(item)) return resolve()
      waiters.set(item, [...waiters.get(item) ?? [], { resolve, reject }])
      if (item.state === 'waiting') run()
    }),
    close() {
      callOff?.()
      const left = new AppFailure({ kind: 'signedOut', reason: 'none' })
      for (const item of [...waiters.keys()]) refuse(item, left)
    },
  }
}
