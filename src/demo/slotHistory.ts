import { dayNumber, dayText } from './day'
import { mixSeeds, seededRandom } from './random'
import { slotRow } from './slotBook'
import { createTimetable, daySpans, type Span } from './timetable'

export interface HistoryOptions {
  seed: number
  today: string
  /** Slots of a usual clinic on a usual weekday. */
  slotsADay: number
  /** Most rows of a clinic; the oldest ones are left out. */
  rows: number
  /** Lengths of slots in minutes, from which each clinic has one. */
  lengths: readonly number[]
}

// How many days ahead clinics have published their slots: by turns, so that some books run out soon.
const DAYS_AHEAD = [28, 42, 6, 30, 56, 14, 35, 3, 28, 49]
const LONGEST_HISTORY_DAYS = 1500
const CLOCK = Array.from({ length: 1500 }, (_, minute) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`)

/**
 * Gives the rows (JSON text, oldest day first) of a clinic by its id, always the same ones. Ids are arithmetic, so that a
 * clinic's rows can be made without those of the others: clinic 3 of a hospital with 1,200 rows a clinic begins at 2,401.
 */
export const slotHistory = ({ seed, today, slotsADay, rows, lengths }: HistoryOptions) => (clinicId: number): string[] => {
  const clinicSeed = mixSeeds(seed, clinicId)
  const timetable = createTimetable(seededRandom(clinicSeed), { slotsADay, lengths, turn: clinicId })
  const now = dayNumber(today)
  const last = now + DAYS_AHEAD[clinicId % DAYS_AHEAD.length]!
  const days: { date: string, spans: Span[] }[] = []
  let wanted = rows
  for (let day = last; wanted > 0 && day > now - LONGEST_HISTORY_DAYS; day -= 1) {
    const spans = daySpans(timetable, { day, today: now, seed: clinicSeed }).slice(-wanted)
    days.push({ date: dayText(day), spans })
    wanted -= spans.length
  }
  const firstId = firstSlotId(clinicId, rows)
  return days.reverse().flatMap(({ date, spans }) => spans.map((span) => ({ date, span }))).map(({ date, span: [start, end] }, index) =>
    slotRow({ id: firstId + index, date, start_time: CLOCK[start]!, end_time: CLOCK[end]!, clinic: clinicId }))
}

/** The id of a clinic's first slot, where clinics have at most `rows` rows. */
export const firstSlotId = (clinicId: number, rows: number): number => (clinicId - 1) * rows + 1
