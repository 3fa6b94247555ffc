import { addDays, weekday, type Day } from '@shared/domain/time'
import type { Copy } from '@shared/planner/plan'
import type { Typed } from '@renderer/composables/useTyped'
import { dayWords } from './dayWords'

/** What the form of a copy holds, as typed. */
export interface CopyValues {
  what: 'day' | 'week'
  clinicIds: readonly number[]
  /** A day, or a day of the week that is copied. */
  from: string
  /** On days of their own, or again and again in the weeks that follow. */
  where: 'weeks' | 'list'
  weeks: string
  /** Days, with commas between them. */
  to: string
  /** Each clinic's own slots, or those of all into others. */
  into: 'same' | 'others'
  intoIds: readonly number[]
}

export type CopyField = 'clinicIds' | 'from' | 'weeks' | 'to' | 'intoIds'
export interface ReadCopy {
  /** Once all of it is said and none of it is wrong. */
  copy: Copy | undefined
  /** The day, or the Monday of the week, that is copied. */
  from: Day | undefined
  wrong: Partial<Record<CopyField, { key: string, word?: string }>>
}

/** Where a copy starts: the week of the day that the calendar shows, of the clinics that it shows. */
export const copyOf = (from: Day, clinicIds: readonly number[] = []): CopyValues =>
  ({ what: 'week', clinicIds, from, where: 'weeks', weeks: '1', to: '', into: 'same', intoIds: [] })

const monday = (day: Day) => addDays(day, 1 - weekday(day))

/** What a form says of a copy, and what of it can not be read or is missing. A week is copied from its Monday on, onto Mondays. */
export function readCopy(values: CopyValues, today: Day, typed: Pick<Typed, 'day'>): ReadCopy {
  const wrong: ReadCopy['wrong'] = {}
  const first = (day: Day) => values.what === 'week' ? monday(day) : day
  const day = readFrom(values, typed, wrong)
  const from = day && first(day)
  const to = values.where === 'weeks' ? readWeeks(values, from ?? today, wrong) : readDays(values, typed, wrong).map(first)
  const into = values.into === 'others' ? [...values.intoIds] : null
  if (values.clinicIds.length === 0) wrong.clinicIds = { key: 'form.required' }
  if (into?.length === 0) wrong.intoIds = { key: 'form.required' }
  if (from === undefined || Object.keys(wrong).length > 0) return { copy: undefined, from, wrong }
  return { copy: { clinicIds: [...values.clinicIds], from, days: values.what === 'week' ? 7 : 1, to: [...new Set(to)], into }, from, wrong }
}

function readFrom({ from }: CopyValues, { day }: Pick<Typed, 'day'>, wrong: ReadCopy['wrong']): Day | undefined {
  const entry = day(from)
  if (entry.ok) return entry.day
  wrong.from = { key: from.trim() === '' ? 'form.required' : entry.reason === 'noSuchDay' ? 'form.day' : 'form.notADate' }
  return undefined
}

function readWeeks({ weeks }: CopyValues, from: Day, wrong: ReadCopy['wrong']): Day[] {
  const count = Number(weeks.trim())
  if (/^\d+$/.test(weeks.trim()) && count >= 1 && count <= 104) return Array.from({ length: count }, (_, week) => addDays(from, 7 * (week + 1)))
  wrong.weeks = { key: 'planner.wrong.repeats' }
  return []
}

function readDays({ to }: CopyValues, { day }: Pick<Typed, 'day'>, wrong: ReadCopy['wrong']): Day[] {
  const words = dayWords(to)
  if (words.length === 0) wrong.to = { key: 'form.required' }
  return words.flatMap((word) => {
    const entry = day(word)
    if (!entry.ok) wrong.to = { key: 'planner.wrong.dayInList', word }
    return entry.ok ? [entry.day] : []
  })
}
