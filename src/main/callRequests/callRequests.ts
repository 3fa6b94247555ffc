import type { Report } from '@main/feed/appErrorOf'
import type { Kept } from '@main/feed/feed'
import { fetchList } from '@main/feed/fetchList'
import { listFeed, type ListFeed } from '@main/feed/listFeed'
import type { Read } from '@main/feed/reader'
import type { ClinicApi } from '@main/http/api'
import type { Clock } from '@main/ports'
import type { CallRequests as Columns } from '@shared/domain/callRequest'
import type { Stamp } from '@shared/domain/stamp'
import { numberOfDay, type Day } from '@shared/domain/time'
import { callRequestsOf, emptyCallRequests, withCallRequest, type CallRequest, type CallRequestTable } from './callRequestTable'

interface Dependencies {
  api: Pick<ClinicApi, 'pages'>
  read: Read<CallRequestTable>
  clock: Clock
  /** New data, or a new failure. */
  onChange: () => void
  /** Told of a request that was made at this desk, before it is on the list. */
  onMade: (request: CallRequest) => void
  keep?: (kept: Kept<CallRequestTable>) => void
  onRenewed?: (before: CallRequestTable, after: CallRequestTable) => void
  /** See `FeedDependencies`. */
  ready?: () => Promise<void>
  report: Report
}

/** The call requests on the server. */
export interface CallRequests extends Pick<ListFeed<CallRequestTable>, 'stamp' | 'seed' | 'refresh' | 'fresh' | 'anew' | 'failure' | 'reset'> {
  /** What is known, at once; fetched when it was never fetched or more than a minute ago. */
  list: () => Columns
  /** What is known, without fetching it. */
  known: () => { table: CallRequestTable, stamp: Stamp }
  /** Ids of a doctor's call requests, of one day or of all, as far as known. */
  of: (doctorId: number, date?: Day) => number[]
  /** Takes in a call request that the server has made. */
  put: (request: CallRequest) => void
}

/** See `CallRequests`. */
export function callRequests({ api, read, onMade, ...dependencies }: Dependencies): CallRequests {
  const fetch = fetchList({ api, read, path: 'api/hospital-call-requests/' })
  const feed = listFeed({ empty: emptyCallRequests, fetch, ...dependencies })

  return {
    ...feed,
    list() {
      feed.look()
      return { ...feed.value(), stamp: feed.stamp() }
    },
    known: () => ({ table: feed.value(), stamp: feed.stamp() }),
    of: (doctorId, date) => callRequestsOf(feed.value(), doctorId, date === undefined ? undefined : numberOfDay(date)),
    put(request) {
      onMade(request)
      feed.amend((table) => withCallRequest(table, request))
    },
  }
}
