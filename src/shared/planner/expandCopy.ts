import { LAST_DAY, numberOfDay } from '../domain/time'
import { slotColumns, type Expanded, type SlotColumns } from './expandPlan'
import { MOST_PLANNED, type Copy } from './plan'

/** Published slots of a clinic on a day (by number), in columns. */
type Published = (clinicId: number, day: number) => { starts: ArrayLike<number>, ends: ArrayLike<number> }

/** A slot of the pattern: days after the first, place of its clinic, seconds since midnight. */
interface Row { day: number, place: number, start: number, end: number }

/**
 * The slots of a day or a week once more, on other days or in other clinics; what is published twice is copied once. With `into` each
 * of those clinics gets the slots of all copied ones. None are given when there are more than MOST_PLANNED.
 */
export function expandCopy({ clinicIds, from, days, to, into }: Copy, published: Published): Expanded {
  const own = [...new Set(clinicIds)]
  const routes = into === null ? own.map((id) => ({ id, sources: [id] })) : [...new Set(into)].map((id) => ({ id, sources: own }))
  const first = numberOfDay(from)
  const pattern = Array.from({ length: days }, (_, day) => routes.flatMap(({ sources }, place) =>
    sources.flatMap((id) => rowsOf(published(id, first + day), day, place)))).flat()
  const distinct = unique(pattern)
  const targets = [...new Set(to)].map(numberOfDay)
  const count = distinct.length * targets.length
  if (count === 0) return { slots: slotColumns(0), notes: [{ kind: 'nothingToCopy', day: from }] }
  if (count > MOST_PLANNED) return { slots: slotColumns(0), notes: [{ kind: 'tooMany', count }] }
  const copies = unique(targets.flatMap((target) => distinct.map((row) => ({ ...row, day: target + row.day }))))
  return { slots: columnsOf(copies.filter(({ day }) => day <= LAST_DAY), routes.map(({ id }) => id)), notes: [] }
}

const rowsOf = ({ starts, ends }: ReturnType<Published>, day: number, place: number): Row[] =>
  Array.from({ length: starts.length }, (_, row) => ({ day, place, start: starts[row]!, end: ends[row]! }))

/** Each slot once: weeks that are copied onto days of one another meet. */
const unique = (rows: Row[]) => [...new Map(rows.map((row) => [`${row.day} ${row.place} ${row.start} ${row.end}`, row])).values()]

function columnsOf(rows: Row[], clinicIds: readonly number[]): SlotColumns {
  rows.sort((a, b) => a.day - b.day || a.place - b.place || a.start - b.start || a.end - b.end)
  return {
    ...slotColumns(rows.length),
    clinicIds: Float64Array.from(rows, ({ place }) => clinicIds[place]!),
    days: Int32Array.from(rows, ({ day }) => day),
    starts: Int32Array.from(rows, ({ start }) => start),
    ends: Int32Array.from(rows, ({ end }) => end),
  }
}
