import type { After } from '@main/feed/after'
import type { Runner } from '@main/jobs/runner'
import { accountDigest, type DeskAccount } from '@main/secrets/accountDigest'
import { AppFailure, type SignedOutReason } from '@shared/errors'
import type { Journal } from './journal'
import { openLedger, type Ledger, type LedgerDependencies } from './ledger'
import { singles, type Singles } from './singles'
import type { Shelf } from './shelf'

/** What of one account is open. */
export interface Open { ledger: Ledger, singles: Singles, runner: Runner }

interface Dependencies extends Omit<LedgerDependencies, 'onAltered'> {
  after: After
  journalOf: (account: DeskAccount) => Journal
  runnerOf: (ledger: Ledger, onFree: () => void) => Runner
  /** Goes on with the jobs of somebody who has come. */
  goOn: (ledger: Ledger, runner: Runner) => void
  /** Why nobody is at the desk. */
  reason: () => SignedOutReason
  onChangeOfPerson: () => void
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
  /** Somebody left for good: nothing of theirs stays. */
  wipe: (account: DeskAccount) => Promise<void>
}

/** See `Counter`. */
export function counter(dependencies: Dependencies): Counter {
  const { after, settleAt, journalOf, runnerOf, goOn, reason, onChangeOfPerson } = dependencies
  /** What the memory holds of those who are away: where there is no key store, it is nowhere else. */
  const away = new Map<string, Shelf>()
  const journals = new Map<string, Journal>()
  let current: (Open & { name: string }) | undefined

  function journalFor(account: DeskAccount): Journal {
    const name = accountDigest(account)
    const found = journals.get(name) ?? journalOf(account)
    journals.set(name, found)
    return found
  }

  function openFor(account: DeskAccount): Open & { name: string } {
    const name = accountDigest(account)
    const ledger = openLedger(journalFor(account), away.get(name), {
      ...dependencies,
      onAltered: (item) => { if (item.job) runner.pause(item.job, { kind: 'altered' }) },
    })
    const alone = singles(ledger, after)
    const runner = runnerOf(ledger, alone.flush)
    away.delete(name)
    return { name, ledger, singles: alone, runner }
  }

  function close() {
    if (!current) return
    current.ledger.close()
    current.singles.close()
    away.set(current.name, current.ledger.shelf)
    current = undefined
    onChangeOfPerson()
  }

  /** Takes up what was begun: looks for what was sent, sends what waits. */
  async function takeUp({ ledger, singles: alone, runner }: Open) {
    await ledger.ready
    if (!ledger.isThere()) return
    onChangeOfPerson()
    for (const item of ledger.shelf.items.values()) {
      if (item.state === 'checking' && !ledger.clerk.isBusy(item)) ledger.clerk.findOut(item, settleAt).then(runner.run, () => undefined)
      if (item.state === 'uncertain' && !item.dismissed) ledger.clerk.findOut(item, [0]).then(runner.run, () => undefined)
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
      const name = accountDigest(account)
      if (current?.name === name) close()
      away.delete(name)
      await journalFor(account).wipe()
    },
  }
}
