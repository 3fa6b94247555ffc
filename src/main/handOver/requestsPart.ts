import { oneLine } from '@main/alerts/words'
import type { CallRequestTable } from '@main/callRequests/callRequestTable'
import { ageText, whenText, type Writing } from '@main/sheets/words'
import type { HandOverPart } from '@shared/domain/handOver'
import type { Stamp } from '@shared/domain/stamp'
import { dayOfNumber } from '@shared/domain/time'
import { standingOf, type RequestMark, type Standing, type Triage } from '@shared/domain/triage'
import type { Names } from './names'
import { cut } from './cut'
import { oneWord } from './oneWord'

interface Known { table: CallRequestTable, stamp: Stamp, triage: Triage, names: Names, now: number }

const ORDER: Record<Standing, number> = { new: 0, inHand: 1, seen: 2, snoozed: 3, done: 4 }

/**
 * Call requests that this desk has met and not done, the pinned first. Those that were there before it first looked, and were never
 * touched, are only counted: nobody here has said anything of them.
 */
export function requestsPart({ table, stamp, triage, names, now }: Known, writing: Writing): HandOverPart {
  const { texts, say, shortDay } = writing.tongue
  const { handOver, callRequests } = texts
  const places = new Map(Array.from(table.ids, (id, place) => [id, place]))
  const listed = triage.marks.flatMap((mark) => {
    const place = places.get(mark.id)
    const standing = standingOf(mark, now)
    if (place === undefined || standing === 'done') return []
    return [{ mark, standing, day: table.days[place]!, doctor: table.doctors[table.doctorOf[place]!]!.id }]
  })
  listed.sort((a, b) => Number(b.mark.pinned) - Number(a.mark.pinned)
    || ORDER[a.standing] - ORDER[b.standing] || a.day - b.day || a.mark.id - b.mark.id)
  const marked = new Set(triage.marks.map(({ id }) => id))
  const before = table.ids.filter((id) => !marked.has(id)).length

  const stateText = (mark: RequestMark, standing: Standing) => {
    const stands = standing === 'snoozed'
      ? say(callRequests.standing.snoozed, { time: whenText(mark.snoozedUntil!, writing) })
      : callRequests.standing[standing]
    return [stands, mark.owner, mark.pinned && callRequests.pinned].filter(Boolean).join(' · ')
  }
  return {
    name: 'requests', title: handOver.parts.requests,
    age: [ageText(stamp, writing), before > 0 && say(handOver.before, { n: before }, before)].filter(Boolean).join(' '),
    columns: [handOver.columns.doctor, handOver.columns.day, handOver.columns.state, handOver.columns.note],
    ...cut(listed.map(({ mark, standing, day, doctor }) =>
      [names.doctor(doctor), oneWord(shortDay(dayOfNumber(day))), stateText(mark, standing), oneLine(mark.note)])),
    none: stamp.fetchedAt === null ? handOver.unknown : handOver.none.requests,
  }
}
