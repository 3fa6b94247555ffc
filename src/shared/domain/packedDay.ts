import * as v from 'valibot'
import { appErrorSchema } from '../errors'
import { daySchema } from './basics'
import type { BoardDay, DayColumn } from './slot'

/** Numbers of each clinic before the slots. */
const FIELDS = 7
/** Ids, starts and ends. */
const COLUMNS = 3

/**
 * A day on its way from main to the page. What a call carries is checked and copied one by one, twice over: it costs by how many objects
 * and arrays there are more than by their length. Sixty clinics are one array here instead of three hundred things.
 */
export const packedDaySchema = v.pipe(
  v.strictObject({
    date: daySchema,
    clinics: v.number(),
    /** What is said of the clinics (see `fieldsIn`), then of each clinic its ids, its starts and its ends. */
    numbers: v.instance(Int32Array),
    failures: v.array(appErrorSchema),
  }),
  v.check((day) => isWhole(day), 'damaged'),
)
export type PackedDay = v.InferOutput<typeof packedDaySchema>

/** Packs a day; throws where the columns of a clinic are not equally long. */
export function packDay({ date, columns }: BoardDay): PackedDay {
  const clinics = columns.length
  let at = slotsFrom(clinics)
  const numbers = new Int32Array(columns.reduce((sum, { ids }) => sum + ids.length * COLUMNS, at))
  const fields = fieldsIn(numbers, clinics)
  const failures: PackedDay['failures'] = []
  columns.forEach(({ clinicId, ids, starts, ends, stamp }, place) => {
    const rows = ids.length
    if (starts.length !== rows || ends.length !== rows) throw new TypeError(`the columns of clinic ${clinicId} are not equally long`)
    fields.clinicIds[place] = clinicId
    fields.rows[place] = rows
    fields.fetchedAt[place] = stamp.fetchedAt ?? NaN
    fields.cached[place] = Number(stamp.cached)
    fields.loading[place] = Number(stamp.loading)
    fields.unusable[place] = stamp.unusable
    fields.failed[place] = stamp.failed ? failures.push(stamp.failed) : 0
    numbers.set(ids, at)
    numbers.set(starts, at + rows)
    numbers.set(ends, at + 2 * rows)
    at += rows * COLUMNS
  })
  return { date, clinics, numbers, failures }
}

/** The day that was packed. Its columns are views, each of which keeps the whole. Throws where the numbers do not fit together. */
export function unpackDay(day: PackedDay): BoardDay {
  if (!isWhole(day)) throw new TypeError(`the packed day ${day.date} is damaged: its numbers do not fit together`)
  const { date, clinics, numbers, failures } = day
  const { clinicIds, rows, fetchedAt, cached, loading, unusable, failed } = fieldsIn(numbers, clinics)
  let at = slotsFrom(clinics)
  const columnOf = (place: number) => numbers.subarray(at, at += rows[place]!)
  const columns = Array.from({ length: clinics }, (_, place): DayColumn => ({
    clinicId: clinicIds[place]!, ids: columnOf(place), starts: columnOf(place), ends: columnOf(place),
    stamp: {
      fetchedAt: Number.isNaN(fetchedAt[place]) ? null : fetchedAt[place]!, cached: cached[place] === 1, loading: loading[place] === 1,
      failed: failures[failed[place]! - 1] ?? null, unusable: unusable[place]!,
    },
  }))
  return { date, columns }
}

/** Where the slots begin: a field has 64 bits, which take two places. */
const slotsFrom = (clinics: number) => clinics * FIELDS * 2

/** What is said of the clinics, each field in their order; flags are 0 or 1. */
function fieldsIn({ buffer, byteOffset }: Int32Array, clinics: number) {
  const of = (field: number) => new Float64Array(buffer, byteOffset + field * clinics * 8, clinics)
  return {
    clinicIds: of(0),
    /** How many slots. */
    rows: of(1),
    /** NaN where there are no data. */
    fetchedAt: of(2),
    cached: of(3),
    loading: of(4),
    unusable: of(5),
    /** A place in `failures`, from 1 on; 0 where nothing failed. */
    failed: of(6),
  }
}

/** Whether there are just as many slots as the clinics say that they have together, and every clinic and every failure is one. */
function isWhole({ clinics, numbers, failures }: { clinics: number, numbers: Int32Array, failures: readonly unknown[] }): boolean {
  if (!isCount(clinics) || numbers.byteOffset % 8 !== 0 || numbers.length < slotsFrom(clinics)) return false
  const { clinicIds, rows, failed } = fieldsIn(numbers, clinics)
  let end = slotsFrom(clinics)
  for (let place = 0; place < clinics; place += 1) {
    const hasFailed = failed[place] !== 0
    if (!Number.isSafeInteger(clinicIds[place]) || !isCount(rows[place]!) || (hasFailed && !failures[failed[place]! - 1])) return false
    end += rows[place]! * COLUMNS
  }
  return end === numbers.length
}

const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0
