import { addDays, type Day } from '@shared/domain/time'
import { parseLengthEntry } from '@shared/domain/timeEntry'
import type { PlanDraft } from '@shared/planner/line/lineContext'
import type { Hours, Plan } from '@shared/planner/plan'
import type { Typed } from '@renderer/composables/useTyped'
import { dayWords } from './dayWords'
import type { PlanField, PlanValues, ReadValues, SpanText, WrongValues } from './planValues'

interface Reading {
  values: PlanValues
  typed: Pick<Typed, 'day' | 'time'>
  wrong: WrongValues
}

/** What a form says of a plan so far, and what of it can not be read. Days without a year follow today, or the plan's first day. */
export function readValues(values: PlanValues, today: Day, typed: Pick<Typed, 'day' | 'time'>): ReadValues {
  const reading: Reading = { values, typed, wrong: {} }
  const from = readDay(reading, 'from', today)
  const earliest = from ?? addDays(today, 1)
  const draft = {
    targets: values.targets.length > 0 ? [...values.targets] : undefined,
    weekdays: values.weekdays.length > 0 ? [...values.weekdays].sort((a, b) => a - b) : undefined,
    everyWeeks: readCount(reading, 'everyWeeks', 52),
    from,
    end: readEnd(reading, earliest),
    sessions: readSpans(reading, 'sessions'),
    duration: readLength(reading, 'duration', 60),
    gap: readLength(reading, 'gap', 0),
    breaks: readSpans(reading, 'breaks'),
    skip: skipOf(values),
    off: readDays(reading, 'off', earliest),
    plus: readDays(reading, 'plus', earliest),
  }
  return { draft: definedOnly(draft), wrong: reading.wrong }
}

const definedOnly = (draft: { [K in keyof Plan]: Plan[K] | undefined }): PlanDraft =>
  Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined)) as PlanDraft

function fail({ wrong }: Reading, field: PlanField, key: string, word?: string): undefined {
  wrong[field] = word === undefined ? { key } : { key, word }
}

function readDay(reading: Reading, field: 'from' | 'until', earliest: Day): Day | undefined {
  const text = reading.values[field]
  if (text.trim() === '') return undefined
  const entry = reading.typed.day(text, { earliest })
  return entry.ok ? entry.day : fail(reading, field, entry.reason === 'noSuchDay' ? 'form.day' : 'form.notADate')
}

function readDays(reading: Reading, field: 'off' | 'plus', earliest: Day): Day[] | undefined {
  const days = dayWords(reading.values[field]).map((word) => {
    const entry = reading.typed.day(word, { earliest })
    return entry.ok ? entry.day : fail(reading, field, 'planner.wrong.dayInList', word)
  })
  const known = [...new Set(days)].filter((day) => day !== undefined)
  return known.length > 0 ? known : undefined
}

function readEnd(reading: Reading, earliest: Day): Plan['end'] | undefined {
  if (reading.values.weeks.trim() !== '') {
    const weeks = readCount(reading, 'weeks', 520)
    return weeks === undefined ? undefined : { kind: 'weeks', weeks }
  }
  const day = readDay(reading, 'until', earliest)
  return day === undefined ? undefined : { kind: 'until', day }
}

function readCount(reading: Reading, field: 'everyWeeks' | 'weeks', most: number): number | undefined {
  const text = reading.values[field].trim()
  const count = Number(text)
  if (text === '') return undefined
  return /^\d+$/.test(text) && count >= 1 && count <= most ? count : fail(reading, field, `planner.wrong.${field}`)
}

function readLength(reading: Reading, field: 'duration' | 'gap', least: number): number | undefined {
  const text = reading.values[field].trim()
  if (text === '') return undefined
  const seconds = /^0+$/.test(text) ? 0 : parseLengthEntry(text)
  return seconds !== undefined && seconds >= least ? seconds : fail(reading, field, 'form.notALength')
}

function readSpans(reading: Reading, field: 'sessions' | 'breaks'): Hours[] | undefined {
  const spans = reading.values[field].map((text, row) => {
    const span = readSpan(text, reading.typed.time)
    return typeof span === 'string' ? fail(reading, `${field}.${row}`, span) : span
  }).filter((span) => span !== undefined)
  return spans.length > 0 ? spans : undefined
}

/** Hours that were typed; undefined where nothing was, or the key of what is wrong. */
function readSpan({ start: startText, end: endText }: SpanText, time: Typed['time']): Hours | string | undefined {
  if (startText.trim() === '' && endText.trim() === '') return undefined
  const start = time(startText)
  const end = time(endText, { end: true })
  if (start === undefined || end === undefined) return 'form.notATime'
  return end > start ? { start, end } : 'form.endBeforeStart'
}

/** Chosen sets of which none is chosen skip nothing. */
const skipOf = ({ skip, sets }: PlanValues): Plan['skip'] | undefined =>
  skip === 'all' ? 'all' : skip === 'chosen' && sets.length > 0 ? [...sets] : undefined
