import type { ClinicApi, Delivery } from '@main/http/api'
import type { FeedDependencies } from './feed'
import type { Read } from './reader'

interface List<T> {
  api: Pick<ClinicApi, 'pages'>
  read: Read<T>
  path: string
  query?: Record<string, string | number>
  /** See `RowReaders`. */
  subject?: number
}

/** How a feed fetches one of the server's long lists: by pages, through the reader, only what is newer than what is known. */
export function fetchList<T>({ api, read, path, query = {}, subject = 0 }: List<T>): FeedDependencies<T>['fetch'] {
  return async (signal, known, before) => {
    let delivery: Delivery = { isUnchanged: false, validator: null }
    const reading = await read(async (take) => { delivery = await api.pages(path, query, take, known) }, { signal, subject, before })
    return reading ? { ...reading, validator: delivery.validator } : 'unchanged'
  }
}
