import type { CallRequests } from '@shared/domain/callRequest'
import type { Triage } from '@shared/domain/triage'

type Gone = Triage['gone'][number]

/** The server's requests in columns, and behind them those that left it; `gone` says when that was noticed, by id. */
export interface DeskColumns extends Omit<CallRequests, 'stamp'> { gone: ReadonlyMap<number, number> }

/** One list of what is on the server and what was. */
export function withGone({ ids, days, doctorOf, doctors }: Omit<CallRequests, 'stamp'>, gone: readonly Gone[]): DeskColumns {
  if (gone.length === 0) return { ids, days, doctorOf, doctors, gone: new Map() }
  const places = new Map(doctors.map(({ id }, place) => [id, place]))
  const all = [...doctors]
  const present = new Set(ids)
  // A list that comes from the disk may still have it.
  const left = gone.filter(({ id }) => !present.has(id))
  for (const { doctor } of left) {
    if (!places.has(doctor.id)) places.set(doctor.id, all.push(doctor) - 1)
  }
  return {
    ids: joined(ids, left.map(({ id }) => id)),
    days: joined(days, left.map(({ day }) => day)),
    doctorOf: joined(doctorOf, left.map(({ doctor }) => places.get(doctor.id)!)),
    doctors: all,
    gone: new Map(gone.map(({ id, goneAt }) => [id, goneAt])),
  }
}

/** Whether two lists of gone requests say the same. */
export const isSameGone = (one: readonly Gone[], other: readonly Gone[]): boolean =>
  one.length === other.length && one.every(({ id, goneAt }, place) => other[place]!.id === id && other[place]!.goneAt === goneAt)

function joined(column: Int32Array, more: readonly number[]): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(column.length + more.length)
  longer.set(column)
  longer.set(more, column.length)
  return longer
}
