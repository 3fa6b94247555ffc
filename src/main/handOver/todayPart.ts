import { whenText, type Writing } from '@main/sheets/words'
import type { ActivityRecord } from '@shared/domain/activity'
import type { Changes } from '@shared/domain/change'
import type { HandOverPart } from '@shared/domain/handOver'
import { cut } from './cut'
import type { Names } from './names'

interface Known {
  records: readonly ActivityRecord[]
  /** By others, since this person last marked them as seen. */
  others: Changes
  /** When the clinics' day began. */
  since: number
  names: Names
}

/** What was changed since the day began, from this desk and by others, counted by what it is and where. */
export function todayPart({ records, others, since, names }: Known, writing: Writing): HandOverPart {
  const { texts: { handOver, activity }, say } = writing.tongue
  const own = records.filter(({ at }) => at >= since).map(({ action, kind, clinicId, outcome }) =>
    [say(activity.actions[action], { kind: activity.kinds[kind] }), clinicId === undefined ? '' : names.clinic(clinicId), activity.outcomes[outcome]])
  const theirs = others.changes.filter(({ at }) => at >= since).map((change) =>
    [handOver.others[change.kind][change.turn], change.kind === 'slot' ? names.clinic(change.clinicId) : '', handOver.byOthers])
  return {
    name: 'today', title: handOver.parts.today, age: boundsOf(others, since, writing),
    columns: [handOver.columns.what, handOver.columns.which, handOver.columns.outcome, handOver.columns.count],
    ...cut(counted([...own, ...theirs], say)),
    none: handOver.none.today,
  }
}

/** From when on, and how many, where that is not the whole day. */
function boundsOf({ since, count, changes }: Changes, dayBegan: number, writing: Writing): string {
  const { texts: { handOver }, say } = writing.tongue
  return [
    since !== null && since > dayBegan && say(handOver.othersSince, { when: whenText(since, writing) }),
    count > changes.length && say(handOver.onlyLast, { n: changes.length }, changes.length),
  ].filter(Boolean).join(' ')
}

/** The same rows once, with how often. */
function counted(rows: readonly string[][], say: (text: string, values: { n: number }) => string): string[][] {
  const counts = new Map<string, { row: string[], n: number }>()
  for (const row of rows) {
    const key = JSON.stringify(row)
    counts.set(key, { row, n: (counts.get(key)?.n ?? 0) + 1 })
  }
  return [...counts.values()].map(({ row, n }) => [...row, say('{n}', { n })])
}
