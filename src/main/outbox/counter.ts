import type { After } from '@main/feed/after'
import type { Runner } from '@main/jobs/runner'
import { accountDigest, type DeskAccount } from '@main/secrets/accountDigest'
import { AppFailure, type SignedOutReason } from '@shared/errors'
import type { Journal } from './journal'
import { openLedger, type Ledger, type LedgerDependencies } from './ledger'
import { singles, type Singles } from './singles'
import type { Shelf } from './shelf'

/** What of one account is open. */
export interface Open { name: string, ledger: Ledger, singles: Singles, runner: Runner }

interface Dependencies extends Omit<LedgerDependencies, 'onAltered'> {
  after: After
  journalOf: (account: DeskAccount) => Journal
  runnerOf: (ledger: Ledger, onFree: () => void) => Runner
  /** Goes on with the jobs of somebody who has come. */
  goOn: (ledger: Ledger, runner: Runner) => void
  /** Why nobody is at the desk. */
  reason: () => SignedOutReason
  /** Somebody else's things are open now, or nobody's. */
  onTurn: () => void
}

/** Whose creates are sent: of nobody but who is at the desk, or was until the server ended the session. */
export interface Counter {
  /** What is open, once its journal was read. Throws `AppFailure`: signedOut, or notJournalled when it can not be read. */
  open: () => Promise<Open>
  /** What is open now. */
  now: () => Open | undefined
  /** Somebody signed in: goes on with what is theirs. */
  arrive: (account: DeskAccount) => void
  /** Somebody else is coming: what is open rests until its own person is back. */
  leave: () => void
  /** Somebody left for good: nothing of theirs stays, unless it can not be read, for then nobody gave it up. */
  wipe: (account: DeskAccount) => Promise<void>
}

/** See `Counter`. */
export function counter({ after, journalOf, runnerOf, goOn, reason, onTurn, ...rest }: Dependencies): Counter {
  const kept = keeping(journalOf)
  let current: Open | undefined

  function openFor(account: DeskAccount): Open {
    const name = accountDigest(account)
    const ledger = openLedger(kept.journal(account), kept.takeOut(name), {
      ...rest,
      onAltered: (item) => { if (item.job) runner.pause(item.job, { kind: 'altered' }) },
    })
    const alone = singles(ledger, after)
    const runner = runnerOf(ledger, alone.flush)
    return { name, ledger, singles: alone, runner }
  }

  function close() {
    if (!current) return
    const { name, ledger, singles: alone } = current
    current = undefined
    ledger.close()
    alone.close()
    ledger.journal.rest()
    kept.putAway(name, ledger)
    onTurn()
  }

  /** Takes up what was begun: looks for what was sent, sends what waits. */
  async function takeUp({ ledger, singles: alone, runner, name }: Open) {
    await ledger.ready
    if (!ledger.isThere()) return
    onTurn()
    recheck({ name, ledger, singles: alone, runner })
    for (const item of ledger.shelf.items.values()) {
      if (item.state === 'checking' && !ledger.clerk.isBusy(item)) ledger.clerk.findOut(item, rest.settleAt).then(runner.run, () => undefined)
    }
    alone.flush()
    goOn(ledger, runner)
  }

  return {
    now: () => current,
    async open() {
      if (!current) throw new AppFailure({ kind: 'signedOut', reason: reason() })
      const open = current
      await open.ledger.ready.catch(() => { throw new AppFailure({ kind: 'notJournalled' }) })
      return open
    },
    arrive(account) {
      if (current?.name !== accountDigest(account)) {
        close()
        current = openFor(account)
      }
      takeUp(current!).catch(() => undefined)
    },
    leave: close,
    async wipe(account) {
      if (current?.name === accountDigest(account)) close()
      await kept.wipe(account)
    },
  }
}

/** Looks again what became of what is uncertain. */
export function recheck({ ledger: { shelf, clerk }, runner }: Open): void {
  for (const item of shelf.items.values()) {
    if (item.state === 'uncertain' && !item.dismissed) clerk.findOut(item, [0]).then(runner.run, () => undefined)
  }
}

/** The journals, and what the memory holds of those who are away: where there is no key store, it is nowhere else. */
function keeping(journalOf: (account: DeskAccount) => Journal) {
  const journals = new Map<string, Journal>()
  const away = new Map<string, Ledger>()
  const journal = (account: DeskAccount) => {
    const name = accountDigest(account)
    const found = journals.get(name) ?? journalOf(account)
    journals.set(name, found)
    return found
  }
  return {
    journal,
    takeOut(name: string): Shelf | undefined {
      const ledger = away.get(name)
      away.delete(name)
      return ledger?.isRead() ? ledger.shelf : undefined
    },
    putAway(name: string, ledger: Ledger) { away.set(name, ledger) },
    async wipe(account: DeskAccount) {
      const name = accountDigest(account)
      const isRead = await away.get(name)?.ready.then(() => true, () => false)
      away.delete(name)
      if (isRead !== false) await journal(account).wipe()
    },
  }
}
