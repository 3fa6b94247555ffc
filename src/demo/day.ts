/** Calendar days as text (`2026-11-23`) and as numbers (days since 1970-01-01, in UTC, which has no clock changes). */

const MS_A_DAY = 86_400_000

/** Number of a day. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / MS_A_DAY

/** Text of a day's number. */
export const dayText = (number: number): string => new Date(number * MS_A_DAY).toISOString().slice(0, 10)

/** 1 (Monday) to 7 (Sunday) of a day's number; day 0 was a Thursday. */
export const weekdayOf = (number: number): number => ((number + 3) % 7 + 7) % 7 + 1

/** Whether the text is a day that exists. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(dayNumber(text)) && dayText(dayNumber(text)) === text

/** The computer's own calendar day at an instant (epoch milliseconds). */
export function localDay(instant: number): string {
  const at = new Date(instant)
  return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`
}
