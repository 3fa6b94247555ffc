import type { Report } from '@main/feed/appErrorOf'
import { feed, type Feed, type Kept } from '@main/feed/feed'
import type { Read } from '@main/feed/reader'
import { fetchList } from '@main/feed/fetchList'
import type { ClinicApi } from '@main/http/api'
import type { Clock } from '@main/ports'
import { emptySlotTable, type SlotTable } from './slotTable'

export interface ClinicFeedsDependencies {
  api: Pick<ClinicApi, 'pages'>
  read: Read<SlotTable>
  clock: Clock
  report: Report
  /** Told of each good answer of a clinic. */
  keepSlots?: (clinicId: number, kept: Kept<SlotTable>) => void
  /** See `FeedDependencies.onRenewed`. */
  onRenewed?: (clinicId: number, before: SlotTable, after: SlotTable) => void
}

/** The slots of one session's clinics, each clinic's whole history a feed of its own: the API has no date filter. */
export interface ClinicFeeds {
  of: (clinicId: number) => Feed<SlotTable>
  load: (clinicId: number) => Promise<void>
  /** See `Feed.loadAnew`. */
  loadAnew: (clinicId: number) => Promise<boolean>
  /** How many clinics are being fetched. */
  underWay: () => number
  /** Ends the session: nothing is told of it any more, and answers on their way are thrown away. */
  close: () => void
}

/** @param onLoaded told of new data, or a new failure, of a clinic */
export function clinicFeeds(
  { api, read, clock, report, keepSlots, onRenewed }: ClinicFeedsDependencies, onLoaded: (clinicId: number) => void,
): ClinicFeeds {
  const feeds = new Map<number, Feed<SlotTable>>()
  const loading = new Set<number>()
  let isClosed = false

  const fetch = (clinicId: number) =>
    fetchList({ api, read, path: 'api/clinic-appointment-slots/', query: { clinic_id: clinicId }, subject: clinicId })

  function of(clinicId: number): Feed<SlotTable> {
    const known = feeds.get(clinicId)
    if (known) return known
    const keep = (kept: Kept<SlotTable>) => keepSlots?.(clinicId, kept)
    const renewed = (before: SlotTable, after: SlotTable) => onRenewed?.(clinicId, before, after)
    const begun = feed({ empty: emptySlotTable, fetch: fetch(clinicId), clock, report, keep, onRenewed: renewed })
    feeds.set(clinicId, begun)
    return begun
  }

  async function telling<T>(clinicId: number, task: (feed: Feed<SlotTable>) => Promise<T>): Promise<T> {
    loading.add(clinicId)
    const result = await task(of(clinicId))
    loading.delete(clinicId)
    if (!isClosed) onLoaded(clinicId)
    return result
  }

  return {
    of,
    load: (clinicId) => telling(clinicId, ({ load }) => load()),
    loadAnew: (clinicId) => telling(clinicId, ({ loadAnew }) => loadAnew()),
    underWay: () => loading.size,
    close() {
      isClosed = true
      for (const { close } of feeds.values()) close()
    },
  }
}
