import type { Page } from '@main/http/api'
import { joined } from '@main/http/body'
import { parseJson } from '@main/http/json'
import { pageOf } from '@main/http/rows'
import { parseInSlices } from '@main/http/slices'
import { beginningOf, type Beginning, type Following } from './beginning'
import type { Reading, RowReader, RowReaders } from './reader'

/** Which answer a page belongs to: a number of its own for each, the kind of its rows and whom they were asked for. */
export interface Load { load: number, kind: string, subject: number }

/** What the last answer was read into, where this one begins in the same way, and what follows. */
export interface Known { before: Reading<unknown>, following: Following }

/** Answers that are being read page by page, side by side. */
interface Readings {
  /**
   * Throws `AppFailure` unusable when the body is no list; the answer must then be dropped.
   * @param known of its first page
   */
  take: (of: Load, body: Uint8Array[], known?: Known) => Page
  finish: (of: Load) => Reading<unknown>
  drop: (of: Load) => void
}

interface Open { rows: RowReader<unknown>, unusable: number, beginning: Beginning | undefined, pages: number }

/** Keeps what has been read of each answer until its last page is in. */
export function readings(kinds: RowReaders): Readings {
  const open = new Map<number, Open>()
  const begin = ({ load, kind, subject }: Load) => {
    const found = open.get(load) ?? { rows: kinds[kind]!(subject), unusable: 0, beginning: undefined, pages: 0 }
    open.set(load, found)
    return found
  }
  return {
    take(of, body, known) {
      const reading = begin(of)
      reading.pages += 1
      return known ? goOn(reading, known) : takePage(reading, joined(body))
    },
    finish(of) {
      const { rows, unusable, beginning } = begin(of)
      open.delete(of.load)
      return { value: rows.finish(), unusable, ...beginning && { beginning } }
    },
    drop({ load }) { open.delete(load) },
  }
}

function takePage(reading: Open, body: Uint8Array): Page {
  const page = takeRows(reading, body)
  reading.beginning = reading.pages === 1 && reading.rows.goOn ? beginningOf(body, page.rows) : undefined
  return page
}

/** Of a body that begins as it is known, only what follows. */
function goOn(reading: Open, { before, following }: Known): Page {
  reading.rows.goOn!(before.value)
  reading.unusable = before.unusable
  const page = takeRows(reading, following.json)
  reading.beginning = following.beginning(page.rows)
  return { ...page, rows: reading.beginning.rows }
}

function takeRows(reading: Open, body: Uint8Array): Page {
  const add = (rows: unknown[]) => { for (const row of rows) if (!reading.rows.add(row)) reading.unusable += 1 }
  const rows = parseInSlices(body, add)
  if (rows !== undefined) return { next: null, rows, count: null }
  const { results, ...page } = pageOf(parseJson(body))
  add(results)
  return page
}
