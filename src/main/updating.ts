import { after } from './feed/after'
import type { ordering } from './ordering'
import type { Clock, Log, Presence, Updater } from './ports'
import type { Push } from './lists'
import { updatesHandlers } from './updates/handlers'
import { updates } from './updates/updates'

interface Platform { updater: Updater | undefined, presence: Presence, clock: Clock, log: Log, push: Push }

/** Wires the program's updates to what they must not interrupt. `isAllowed`: whether an administrator lets it look for them. */
export function updating({ updater, presence, clock, log, push }: Platform, orders: ReturnType<typeof ordering>, isAllowed: boolean) {
  return updatesHandlers(updates({
    updater, isAllowed: () => isAllowed, after, clock, log,
    random: Math.random,
    async hindrance() {
      const jobs = await orders.jobs.read()
      if (jobs.some(({ state }) => state === 'running' || state === 'held')) return 'job'
      const { waiting, uncertain } = await orders.outbox.pending()
      return waiting + uncertain > 0 ? 'waiting' : null
    },
    isIdle: () => presence.read().attention !== 'active',
    hourOf: (instant) => new Date(instant).getHours(),
    onChange: () => { push('updates:changed') },
  }))
}
