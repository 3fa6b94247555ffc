import { weekdayOf } from './day'
import { between, mixSeeds, pick, seededRandom, type Random } from './random'

/** A stretch of slots without a pause; `start` in minutes since midnight. */
export interface Session { start: number, slots: number }

/** A clinic's opening hours: the length of its slots in minutes, and its sessions by weekday, 1 (Monday) to 7. */
export interface Timetable { minutes: number, sessions: readonly (readonly Session[])[] }

/** Start and end of a slot in minutes since midnight. */
export type Span = readonly [start: number, end: number]

const LONGEST_DAY = 660
type Style = 'straight' | 'split' | 'morning' | 'afternoon'
const STYLES: readonly Style[] = ['straight', 'split', 'morning', 'straight', 'afternoon', 'split']

export interface TimetableOptions {
  /** Slots of a usual weekday. */
  slotsADay: number
  /** Lengths of slots in minutes. */
  lengths: readonly number[]
  /** Clinics take lengths and kinds of hours by turns, so that a few clinics already show them all. */
  turn: number
}

/** The opening hours of a clinic. */
export function createTimetable(random: Random, { slotsADay, lengths, turn }: TimetableOptions): Timetable {
  const minutes = lengths[turn % lengths.length]!
  const style = STYLES[turn % STYLES.length]!
  const opens = { saturday: random() < 0.5, sunday: random() < 0.06 }
  const dayOff = random() < 0.2 ? between(random, 1, 5) : 0
  const sessions = [1, 2, 3, 4, 5, 6, 7].map((weekday) => {
    const share = [0.85, 0.95, 1, 1.05, 1.15][between(random, 0, 4)]!
    const later = pick(random, [0, 0, 30, 60])
    const full = Math.min(Math.round(slotsADay * share), Math.floor(LONGEST_DAY / minutes))
    if (weekday === 6) return opens.saturday ? [{ start: 540, slots: Math.ceil(full / 2) }] : []
    if (weekday === 7) return opens.sunday ? [{ start: 600, slots: Math.ceil(full / 3) }] : []
    return weekday === dayOff ? [] : daySessions(style, full, minutes, later)
  })
  return { minutes, sessions: [[], ...sessions] }
}

/** Sessions with a lunch break between them, or a long one before the evening; a short day is in one piece. */
function daySessions(style: Style, slots: number, minutes: number, later: number): Session[] {
  const length = slots * minutes
  if (style === 'morning' && length <= 300) return [{ start: 480 + later, slots }]
  if (style === 'afternoon' && length <= 420) return [{ start: 780 + later, slots }]
  const first = Math.ceil(slots * 0.55)
  const start = (style === 'split' ? 540 : 480) + later
  const noon = start + first * minutes
  const second = style === 'split' ? Math.max(noon + 60, 990) : Math.ceil((noon + 45) / 15) * 15
  return [{ start, slots: first }, { start: second, slots: slots - first }]
}

export interface DayRequest {
  /** Number of the day, and of the day that counts as today. */
  day: number
  today: number
  /** Differs by clinic. */
  seed: number
}

/**
 * The slots of a clinic on a day, by start. Today is always a full day, whatever weekday it is; other days may be closed,
 * thin, or have walk-in slots that overlap the others; nine days after today the whole hospital is closed.
 */
export function daySpans(timetable: Timetable, { day, today, seed }: DayRequest): Span[] {
  if (day === today) return spansOf(timetable, busyDay(timetable), chance(seed, day) < 20 ? 'overlapping' : 'usual')
  if (day === today + 9) return []
  const sessions = timetable.sessions[weekdayOf(day)]!
  const luck = chance(seed, day)
  if (luck < 3) return []
  if (luck < 8) return spansOf(timetable, sessions, 'thin')
  return spansOf(timetable, sessions, luck < 13 ? 'overlapping' : 'usual')
}

const chance = (seed: number, day: number) => seededRandom(mixSeeds(seed, day))() * 100

const slotsIn = (sessions: readonly Session[]) => sessions.reduce((sum, { slots }) => sum + slots, 0)

const busyDay = ({ sessions }: Timetable) => sessions.reduce((busiest, day) => slotsIn(day) > slotsIn(busiest) ? day : busiest)

function spansOf({ minutes }: Timetable, sessions: readonly Session[], kind: 'usual' | 'thin' | 'overlapping'): Span[] {
  const spans: Span[] = []
  let number = 0
  for (const { start, slots } of sessions) {
    for (let slot = 0; slot < slots; slot += 1, number += 1) {
      const from = start + slot * minutes
      if (kind !== 'thin' || number % 4 === 0) spans.push([from, from + minutes])
      if (kind === 'overlapping' && number % 6 === 2) spans.push([from + Math.floor(minutes / 2), from + Math.floor(minutes / 2) + minutes])
    }
  }
  return spans
}
