import type { Page } from '@main/http/api'
import { parseJson } from '@main/http/json'
import { pageOf } from '@main/http/rows'
import type { Reading, RowReader, RowReaders } from './reader'

/** Which answer a page belongs to: a number of its own for each, the kind of its rows and whom they were asked for. */
export interface Load { load: number, kind: string, subject: number }

/** Answers that are being read page by page, side by side. */
interface Readings {
  /** Throws `AppFailure` unusable when the body is no list; the answer must then be dropped. */
  take: (of: Load, body: Uint8Array) => Page
  finish: (of: Load) => Reading<unknown>
  drop: (of: Load) => void
}

/** Keeps what has been read of each answer until its last page is in. */
export function readings(kinds: RowReaders): Readings {
  const open = new Map<number, { rows: RowReader<unknown>, unusable: number }>()
  const begin = ({ load, kind, subject }: Load) => {
    const found = open.get(load) ?? { rows: kinds[kind]!(subject), unusable: 0 }
    open.set(load, found)
    return found
  }
  return {
    take(of, body) {
      const { results, ...page } = pageOf(parseJson(body))
      const reading = begin(of)
      for (const row of results) if (!reading.rows.add(row)) reading.unusable += 1
      return page
    },
    finish(of) {
      const { rows, unusable } = begin(of)
      open.delete(of.load)
      return { value: rows.finish(), unusable }
    },
    drop({ load }) { open.delete(load) },
  }
}
