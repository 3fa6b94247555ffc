import { clockText, type Day } from '@shared/domain/time'
import type { PlanDraft } from '@shared/planner/line/lineContext'
import type { Hours, Plan, Target } from '@shared/planner/plan'

/** Hours or a break, as typed. */
export interface SpanText { start: string, end: string }

/** What the planner's form holds, as typed. Of `until` and `weeks` at most one is filled in. */
export interface PlanValues {
  targets: readonly Target[]
  weekdays: Plan['weekdays']
  everyWeeks: string
  from: string
  until: string
  weeks: string
  sessions: readonly SpanText[]
  duration: string
  gap: string
  breaks: readonly SpanText[]
  skip: 'all' | 'none' | 'chosen'
  /** Names of the holiday sets that are skipped when they are chosen. */
  sets: readonly string[]
  /** Days, with commas between them. */
  off: string
  plus: string
}
export type PlanField = 'everyWeeks' | 'from' | 'until' | 'weeks' | 'duration' | 'gap' | 'off' | 'plus' | `sessions.${number}` | `breaks.${number}`

/** What is wrong by field: a key of the locale files, with what it names. `sessions.1` are the second hours. */
export type WrongValues = Partial<Record<PlanField, { key: string, word?: string }>>

export interface ReadValues { draft: PlanDraft, wrong: WrongValues }

const minutesText = (seconds: number | undefined) => seconds === undefined ? '' : String(seconds / 60)
const spanTexts = (spans: readonly Hours[] = []) => spans.map(({ start, end }) => ({ start: clockText(start), end: clockText(end) }))

/** The form that says a plan, or as much of one as there is. */
export const valuesOf = ({ end, skip, sessions, ...plan }: PlanDraft): PlanValues => ({
  targets: [],
  weekdays: [],
  ...plan,
  everyWeeks: String(plan.everyWeeks ?? 1),
  from: plan.from ?? '',
  until: end?.kind === 'until' ? end.day : '',
  weeks: end?.kind === 'weeks' ? String(end.weeks) : '',
  sessions: sessions?.length ? spanTexts(sessions) : [{ start: '', end: '' }],
  duration: minutesText(plan.duration),
  gap: minutesText(plan.gap ?? 0),
  breaks: spanTexts(plan.breaks),
  ...skipValues(skip),
  off: listText(plan.off),
  plus: listText(plan.plus),
})

const listText = (days: readonly Day[] = []) => days.join(', ')

function skipValues(skip: Plan['skip'] = []): Pick<PlanValues, 'skip' | 'sets'> {
  if (skip === 'all') return { skip, sets: [] }
  return { skip: skip.length > 0 ? 'chosen' : 'none', sets: skip }
}

const PARTS = ['targets', 'weekdays', 'sessions', 'duration', 'end'] as const
export type PlanPart = (typeof PARTS)[number]

/** What has to be said before there is a plan. */
export const missingParts = (draft: PlanDraft): PlanPart[] =>
  PARTS.filter((part) => draft[part] === undefined || (Array.isArray(draft[part]) && draft[part].length === 0))

/** The form after another draft was said elsewhere: what already says the same stays as it is typed. */
export function followed(values: PlanValues, said: ReadValues, draft: PlanDraft): PlanValues {
  const next = valuesOf(draft)
  const stays = (field: keyof PlanDraft, ...names: (keyof PlanValues)[]) => {
    const isWrong = Object.keys(said.wrong).some((name) => names.includes(name.split('.')[0] as keyof PlanValues))
    if (isWrong || JSON.stringify(said.draft[field]) !== JSON.stringify(draft[field])) return {}
    return Object.fromEntries(names.map((name) => [name, values[name]]))
  }
  return {
    ...next,
    ...stays('targets', 'targets'), ...stays('weekdays', 'weekdays'), ...stays('everyWeeks', 'everyWeeks'), ...stays('from', 'from'),
    ...stays('end', 'until', 'weeks'), ...stays('sessions', 'sessions'), ...stays('duration', 'duration'), ...stays('gap', 'gap'),
    ...stays('breaks', 'breaks'), ...stays('skip', 'skip', 'sets'), ...stays('off', 'off'), ...stays('plus', 'plus'),
  }
}
