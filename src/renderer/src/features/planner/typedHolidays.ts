import type { HolidaySet } from '@shared/planner/holidays'
import type { Day } from '@shared/domain/time'
import type { Typed } from '@renderer/composables/useTyped'

export interface TypedHolidays {
  days: HolidaySet['days']
  /** Lines, from 1, that do not begin with a date. */
  wrong: { line: number, text: string }[]
}

/** A date has at most so many words: `30 nov 2026`. */
const WORDS = 4

/** Days that were typed or pasted, one per line, each with a name behind it if it has one: `25 dec Christmas`. Each day once. */
export function typedHolidays(text: string, today: Day, { day }: Pick<Typed, 'day'>): TypedHolidays {
  const found = new Map<Day, string>()
  const wrong: TypedHolidays['wrong'] = []
  text.split(/\r\n|\r|\n/).forEach((line, index) => {
    if (line.trim() === '') return
    const read = dayIn(line.trim(), today, day)
    if (!read) wrong.push({ line: index + 1, text: line.trim() })
    else if (!found.has(read.day)) found.set(read.day, read.name)
  })
  return { days: [...found].map(([on, name]) => ({ day: on, name })).sort((a, b) => a.day.localeCompare(b.day)), wrong }
}

/** The most words at the line's beginning that are a date; what follows is the name. */
function dayIn(line: string, today: Day, day: Typed['day']): { day: Day, name: string } | undefined {
  const words = line.split(/([\s,;]+)/)
  for (let count = Math.min(WORDS, Math.ceil(words.length / 2)); count > 0; count -= 1) {
    const entry = day(words.slice(0, 2 * count - 1).join(''), { earliest: today })
    if (entry.ok) return { day: entry.day, name: words.slice(2 * count).join('').replace(/^[-–—:\s]+/, '').slice(0, 100) }
  }
  return undefined
}

/** The lines of a list, as it is edited. */
export const holidayLines = (days: HolidaySet['days']): string => days.map(({ day, name }) => `${day} ${name}`.trim()).join('\n')
