import type { Report } from '@main/feed/appErrorOf'
import { feed } from '@main/feed/feed'
import type { Read } from '@main/feed/reader'
import type { ClinicApi } from '@main/http/api'
import type { Clock } from '@main/ports'
import type { CallRequests as Columns } from '@shared/domain/callRequest'
import type { CallRequestTable } from './callRequestRows'

interface Dependencies {
  api: Pick<ClinicApi, 'pages'>
  read: Read<CallRequestTable>
  clock: Clock
  /** New data, or a new failure. */
  onChange: () => void
  report: Report
}

/** The call requests on the server. */
export interface CallRequests {
  /** What is known, at once; fetched when it was never fetched or more than a minute ago. */
  list: () => Columns
  /** Fetches them again. */
  refresh: () => void
  /** Forgets everything, for another session; an answer that is still on its way is thrown away. */
  reset: () => void
}

const empty: CallRequestTable = { ids: new Int32Array(), days: new Int32Array(), doctorOf: new Int32Array(), doctors: [] }

/** See `CallRequests`. */
export function callRequests({ api, read, clock, onChange, report }: Dependencies): CallRequests {
  const fetch = (signal: AbortSignal) => read((take) => api.pages('api/hospital-call-requests/', {}, take), { signal })
  const fresh = () => feed({ empty, fetch, clock, report })
  let current = fresh()

  async function load() {
    const loading = current
    await loading.load()
    if (loading === current) onChange()
  }

  return {
    list() {
      if (current.isDue()) void load()
      return { ...current.value(), stamp: current.stamp() }
    },
    refresh() {
      if (!current.stamp().loading) void load()
    },
    reset() {
      current.close()
      current = fresh()
    },
  }
}
