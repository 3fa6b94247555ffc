import { addDays, DAY_SECONDS, dayOfNumber, instantOf, numberOfDay, wallClock, type Day } from '@shared/domain/time'

/** What a clock shows later (east) than UTC, in seconds. */
function offsetAt(instant: number, zone: string): number {
  const { day, seconds } = wallClock(instant, zone)
  return numberOfDay(day) * DAY_SECONDS + seconds - Math.floor(instant / 1000)
}

interface Change { instant: number, before: number, after: number }

/** No zone puts its clock forward and back again within so many days. */
const STEP_DAYS = 10

/** Each change of a zone's clock between two instants, to the second. */
function changes(zone: string, from: number, to: number): Change[] {
  const found: Change[] = []
  const step = STEP_DAYS * DAY_SECONDS * 1000
  let after = offsetAt(from, zone)
  for (let begin = from; begin < to; begin += step) {
    const before = after
    after = offsetAt(begin + step, zone)
    if (before === after) continue
    let [low, high] = [begin / 1000, (begin + step) / 1000]
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2)
      if (offsetAt(middle * 1000, zone) === before) low = middle
      else high = middle
    }
    found.push({ instant: high * 1000, before, after })
  }
  return found
}

const two = (number: number) => String(number).padStart(2, '0')

/** `+0530` */
function offsetText(seconds: number): string {
  const size = Math.abs(seconds)
  const text = `${seconds < 0 ? '-' : '+'}${two(Math.floor(size / 3600))}${two(Math.floor(size / 60) % 60)}`
  return size % 60 === 0 ? text : text + two(size % 60)
}

/** `20261123T090000`: wall-clock time; midnight at a day's end is the next day's beginning. */
export function icsTime(day: Day, seconds: number): string {
  const date = seconds >= DAY_SECONDS ? addDays(day, 1) : day
  const within = seconds % DAY_SECONDS
  return `${date.replaceAll('-', '')}T${two(Math.floor(within / 3600))}${two(Math.floor(within / 60) % 60)}${two(within % 60)}`
}

/**
 * The lines of a VTIMEZONE that holds for these days and a year around them. Each change of the clock stands there by itself: a rule that
 * repeats would have to be guessed from what the computer knows of the zone.
 */
export function icsZone(zone: string, first: Day, last: Day): string[] {
  const from = instantOf(dayOfNumber(numberOfDay(first) - 366), 0, zone)
  const found = changes(zone, from, instantOf(dayOfNumber(numberOfDay(last) + 366), 0, zone))
  const begin = offsetAt(from, zone)
  const usual = Math.min(begin, ...found.map(({ after }) => after))
  const part = (start: string, before: number, after: number) => {
    const kind = after > usual ? 'DAYLIGHT' : 'STANDARD'
    return [`BEGIN:${kind}`, `DTSTART:${start}`, `TZOFFSETFROM:${offsetText(before)}`, `TZOFFSETTO:${offsetText(after)}`, `END:${kind}`]
  }
  const starts = found.flatMap(({ instant, before, after }) => {
    // The time that the clock showed before it was changed.
    const wall = instant / 1000 + before
    return part(icsTime(dayOfNumber(Math.floor(wall / DAY_SECONDS)), ((wall % DAY_SECONDS) + DAY_SECONDS) % DAY_SECONDS), before, after)
  })
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...part('19700101T000000', begin, begin), ...starts, 'END:VTIMEZONE']
}
