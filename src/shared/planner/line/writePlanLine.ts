import { DAY_SECONDS } from '../../domain/time'
import type { Hours, Plan, Target } from '../plan'
import type { PlanDraft } from './lineContext'
import { quoted, writtenName, type LineNames } from './lineNames'

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/**
 * The line that says a plan, or as much of one as there is: `mon-fri 9-13 /15 brk 11-11:15 until 2026-09-30 skip hols @Cardiology`.
 * What goes without saying is left out. Read again it gives the same plan.
 */
export function writePlanLine(plan: PlanDraft, names: LineNames): string {
  const targets = (plan.targets ?? []).map((target) => targetText(target, names))
  return [weekdayText(plan.weekdays ?? []), ...hourWords(plan), ...rangeWords(plan), ...exceptionWords(plan), ...targets]
    .filter((word) => word !== '').join(' ')
}

const hourWords = ({ sessions = [], duration, gap = 0, breaks = [] }: PlanDraft): string[] => [
  ...sessions.map(hoursText),
  duration === undefined ? '' : `/${duration / 60}`,
  gap === 0 ? '' : `gap ${gap / 60}`,
  ...breaks.map((span) => `brk ${hoursText(span)}`),
]

const rangeWords = ({ from, end, everyWeeks = 1 }: PlanDraft): string[] => [
  from === undefined ? '' : `from ${from}`,
  end === undefined ? '' : endText(end),
  everyWeeks === 1 ? '' : `every ${everyWeeks} weeks`,
]

const exceptionWords = ({ skip = [], off = [], plus = [] }: PlanDraft): string[] => [
  skip === 'all' ? 'skip hols' : listed('skip', skip.map(quoted)),
  listed('off', off),
  listed('plus', plus),
]

const listed = (keyword: string, words: readonly string[]) => words.length === 0 ? '' : `${keyword} ${words.join(', ')}`

/** Three weekdays or more in a row are a range, over the end of the week too. */
function weekdayText(weekdays: Plan['weekdays']): string {
  const has = (day: number) => weekdays.some((each) => each === (day + 6) % 7 + 1)
  const nameOf = (day: number) => WEEKDAYS[(day + 6) % 7]!
  const starts = [1, 2, 3, 4, 5, 6, 7].filter((day) => has(day) && !has(day - 1))
  if (starts.length === 0) return weekdays.length > 0 ? 'mon-sun' : ''
  return starts.map((start) => {
    let end = start
    while (has(end + 1)) end += 1
    if (end - start < 2) return start === end ? nameOf(start) : `${nameOf(start)},${nameOf(end)}`
    return `${nameOf(start)}-${nameOf(end)}`
  }).join(',')
}

const hoursText = ({ start, end }: Hours) => `${timeText(start)}-${timeText(end)}`

function timeText(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), seconds % 3600 / 60]
  return seconds < DAY_SECONDS && minutes > 0 ? `${hours}:${String(minutes).padStart(2, '0')}` : String(hours)
}

const endText = (end: Plan['end']) =>
  end.kind === 'until' ? `until ${end.day}` : `${end.weeks} ${end.weeks === 1 ? 'week' : 'weeks'}`

/** A name alone where it is enough; with a number or `#dept` where others have the same name, or it is not known. */
function targetText(target: Target, { clinics, departments }: LineNames): string {
  if (target.kind === 'department') {
    const isPlain = departments.includes(target.name) && !clinics.some(({ name }) => name === target.name)
    return isPlain ? `@${writtenName(target.name)}` : `@${quoted(target.name)} #dept`
  }
  const clinic = clinics.find(({ id }) => id === target.id)
  if (!clinic || clinic.name.trim() === '') return `@#${target.id}`
  const isOnly = clinics.every(({ id, name }) => id === clinic.id || name !== clinic.name)
  return isOnly ? `@${writtenName(clinic.name)}` : `@${quoted(clinic.name)} #${clinic.id}`
}
