/** Days that are kept before today and after it. */
export const PAST_DAYS = 14
export const AHEAD_DAYS = 60
/** Bytes that the days of one account may take. */
export const CAPACITY = 64 * 1024 * 1024

/** The days that are kept, by number: today first, for it is shown first, then those to come, then the past ones, latest first. */
export const keptDays = (today: number): number[] => [
  ...Array.from({ length: AHEAD_DAYS + 1 }, (_, index) => today + index),
  ...Array.from({ length: PAST_DAYS }, (_, index) => today - 1 - index),
]

/** The days to give up so that the rest fits: those farthest from today first. `sizes` are bytes by day. */
export function beyondCapacity(sizes: ReadonlyMap<number, number>, today: number, capacity: number): number[] {
  const nearest = [...sizes].sort(([a], [b]) => Math.abs(a - today) - Math.abs(b - today) || b - a)
  let used = 0
  return nearest.filter(([, size]) => (used += size) > capacity).map(([day]) => day)
}
