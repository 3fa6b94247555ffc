import type { CallRequests } from '@shared/domain/callRequest'
import { standingOf, type RequestMark } from '@shared/domain/triage'
import type { DeskColumns } from './deskColumns'
import { isBack, views, viewsOf, type View } from './standing'

type Columns = Pick<CallRequests, 'ids' | 'days'>
type Marks = ReadonlyMap<number, RequestMark>

/** Row numbers of all requests, newest day first and on the same day the youngest request (highest id) first. */
export function newestFirst({ ids, days }: Columns): Uint32Array<ArrayBuffer> {
  return Uint32Array.from(ids.keys()).sort((a, b) => days[b]! - days[a]! || ids[b]! - ids[a]!)
}

/**
 * The rows of `newest` as the desk has them: pinned ones on top, then what came here or is back from being put off, the latest first, and
 * then what was there before this desk first looked.
 */
export function deskOrder({ ids }: Pick<Columns, 'ids'>, newest: Uint32Array<ArrayBuffer>, marks: Marks, now: number): Uint32Array<ArrayBuffer> {
  if (marks.size === 0) return newest
  // Columns by row instead of objects: there may be ten thousand to sort at each key.
  const came = new Float64Array(newest.length)
  const pinned = new Uint8Array(newest.length)
  const places = new Uint32Array(newest.length)
  const lifted: number[] = []
  const rest = newest.filter((row, place) => {
    const mark = marks.get(ids[row]!)
    if (!mark) return true
    came[row] = Math.max(mark.firstSeenAt ?? -Infinity, isBack(mark, now) ? mark.snoozedUntil! : -Infinity)
    pinned[row] = Number(mark.pinned)
    places[row] = place
    if (!mark.pinned && came[row] === -Infinity) return true
    lifted.push(row)
    return false
  })
  lifted.sort((one, other) => pinned[other]! - pinned[one]! || compare(came[other]!, came[one]!) || places[one]! - places[other]!)
  const order = new Uint32Array(newest.length)
  order.set(lifted)
  order.set(rest, lifted.length)
  return order
}

// The difference of two infinities is no number.
const compare = (one: number, other: number) => one === other ? 0 : one < other ? -1 : 1

interface Wanted {
  view: View
  /** By the doctor's place in the columns: whether the search and the filters let their requests pass. */
  passes: readonly boolean[]
  marks: Marks
  now: number
  initials: string
}

/** The rows of `order` that are shown, and how many each view would show. */
export function inView(columns: DeskColumns, order: Uint32Array<ArrayBuffer>, { view, passes, marks, now, initials }: Wanted) {
  const counts = Object.fromEntries(views.map((each) => [each, 0])) as Record<View, number>
  const { ids, doctorOf, gone } = columns
  const known = new Map<string, View[]>()
  /** Of many requests few stand differently. */
  const viewsOfOne = (mark: RequestMark | undefined, isGone: boolean) => {
    const key = `${standingOf(mark, now)} ${mark?.pinned} ${mark?.owner === initials} ${isGone}`
    const found = known.get(key) ?? viewsOf({ mark, isGone, now, initials })
    known.set(key, found)
    return found
  }
  const rows = order.filter((row) => {
    if (!passes[doctorOf[row]!]) return false
    const id = ids[row]!
    const found = viewsOfOne(marks.get(id), gone.has(id))
    for (const each of found) counts[each] += 1
    return found.includes(view)
  })
  return { rows, counts }
}
