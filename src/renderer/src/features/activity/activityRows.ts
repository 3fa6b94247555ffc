import type { ActivityRecord } from '@shared/domain/activity'
import type { Day } from '@shared/domain/time'
import { folded, wordsOf } from '@renderer/ui/folded'

/** How an outcome is to be taken. */
export type OutcomeTone = 'good' | 'bad' | 'open' | 'quiet'

const TONES: Record<ActivityRecord['outcome'], OutcomeTone> = {
  made: 'good', saved: 'good', removed: 'good', notMade: 'bad', refused: 'bad', failed: 'bad', uncertain: 'open', changedMeanwhile: 'open', discarded: 'quiet',
}
export const toneOf = (outcome: ActivityRecord['outcome']): OutcomeTone => TONES[outcome]

/** A record in words. */
export interface ActivityRow {
  id: number
  record: ActivityRecord
  day: Day
  /** The clinic's time of day, for today; with the day for other days. */
  time: string
  what: string
  subject: string
  outcome: string
  why: string
  who: string
}

/** What narrows the history; everything that is empty narrows nothing. */
export interface ActivityFilter {
  query: string
  kind: ActivityRecord['kind'] | undefined
  outcome: ActivityRecord['outcome'] | undefined
  day: Day | undefined
}

export const everything: ActivityFilter = { query: '', kind: undefined, outcome: undefined, day: undefined }

/** Rows that pass the filter, in their order: every word of the query is somewhere in them. */
export function matchingRows(rows: readonly ActivityRow[], { query, kind, outcome, day }: ActivityFilter): readonly ActivityRow[] {
  const words = wordsOf(query)
  return rows.filter((row) => {
    if ((kind && row.record.kind !== kind) || (outcome && row.record.outcome !== outcome) || (day && row.day !== day)) return false
    if (words.length === 0) return true
    const text = folded([row.what, row.subject, row.outcome, row.why].join(' '))
    return words.every((word) => text.includes(word))
  })
}

/** The rows as a table of texts, with the day in every one of them: they leave the program. */
export const sheetOf = (head: readonly string[], rows: readonly ActivityRow[], timeOf: (instant: number) => string): string[][] =>
  [[...head], ...rows.map(({ record, day, what, subject, outcome, why, who }) => [`${day} ${timeOf(record.at)}`, what, subject, outcome, why, who])]
