import type { Page } from '@main/http/api'
import { joined } from '@main/http/body'
import { parseJson } from '@main/http/json'
import { pageOf } from '@main/http/rows'
import { parseInSlices } from '@main/http/slices'
import { continued, type Beginning } from './beginning'
import type { Reading, RowReader, RowReaders } from './reader'

/** Which answer a page belongs to: a number of its own for each, the kind of its rows and whom they were asked for. */
export interface Load { load: number, kind: string, subject: number }

/** Answers that are being read page by page, side by side. */
interface Readings {
  /**
   * Throws `AppFailure` unusable when the body is no list; the answer must then be dropped.
   * @param before what the last answer was read into, with its first page
   */
  take: (of: Load, body: Uint8Array[], before?: Reading<unknown>) => Page
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
    take(of, body, before) {
      const reading = begin(of)
      return (reading.pages += 1) === 1 && reading.rows.goOn ? takeFirst(reading, body, before) : takePage(reading, joined(body))
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
  const add = (rows: unknown[]) => { for (const row of rows) if (!reading.rows.add(row)) reading.unusable += 1 }
  reading.beginning = undefined
  const rows = parseInSlices(body, add)
  if (rows !== undefined) return { next: null, rows, count: null }
  const { results, ...page } = pageOf(parseJson(body))
  add(results)
  return page
}

/** The first page: from where it differs from that of the last answer. */
function takeFirst(reading: Open, body: Uint8Array[], before: Reading<unknown> | undefined): Page {
  const { json, isKnown, beginning } = continued(body, before?.beginning)
  if (before && isKnown) {
    reading.rows.goOn!(before.value)
    reading.unusable = before.unusable
  }
  const page = takePage(reading, json)
  reading.beginning = beginning(page.rows)
  return isKnown ? { ...page, rows: reading.beginning?.rows ?? page.rows } : page
}
