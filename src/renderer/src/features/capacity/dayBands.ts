import { DAY_SECONDS, weekday, type Day } from '@shared/domain/time'

const HOUR = 3600

interface Stretch { date: Day, start: number, end: number }

/** A week drawn as seven bands: whole hours in view, and each stretch as a part of its weekday's band, in percent. */
export interface DayBands {
  /** Hours, some of them to be written over the bands, with their places in percent. */
  marks: { hour: number, at: number }[]
  /** Monday first. */
  bands: { at: number, width: number }[][]
}

/** Where stretches lie in the week. There is at least one. */
export function dayBands(stretches: readonly Stretch[]): DayBands {
  const from = Math.floor(Math.min(...stretches.map(({ start }) => start)) / HOUR) * HOUR
  const to = Math.min(DAY_SECONDS, Math.ceil(Math.max(...stretches.map(({ end }) => end)) / HOUR) * HOUR)
  const percent = (seconds: number) => (seconds - from) / (to - from) * 100
  const bands: DayBands['bands'] = Array.from({ length: 7 }, () => [])
  for (const { date, start, end } of stretches) bands[weekday(date) - 1]!.push({ at: percent(start), width: percent(end) - percent(start) })
  const hours = (to - from) / HOUR
  const step = hours > 12 ? 3 : hours > 6 ? 2 : 1
  const marks = Array.from({ length: Math.floor(hours / step) + 1 }, (_, place) => from / HOUR + place * step)
    .map((hour) => ({ hour, at: percent(hour * HOUR) }))
  return { marks, bands }
}
