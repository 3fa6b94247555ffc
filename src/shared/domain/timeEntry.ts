import { latinDigits } from '../texts/latinDigits'
import { DAY_SECONDS } from './time'

/** Words that a time may be typed with, lower case. `am` and `pm` follow a number. */
export interface TimeWords {
  noon: string[]
  midnight: string[]
  am: string[]
  pm: string[]
}

/** `end`: midnight is the end of the day, since nothing ends where a day starts. */
export interface TimeEntryOptions { end?: boolean }

const BARE = /^(\d{1,2})$/
const RUN_TOGETHER = /^(\d{1,2})(\d{2})$/
const PARTED = /^(\d{1,2}) ?[:.,h] ?(\d{2})(?:[:.]00)?(?: ?h)?$/
const HOURS = /^(\d{1,2}) ?(?:h|:|\.)$/

/**
 * Seconds since midnight of a time that a person typed: `9`, `915`, `9:15`, `9.15 pm`, `21h30`, `noon`; undefined when it is none.
 * 24 hours unless `am` or `pm` follows.
 */
export function parseTimeEntry(text: string, words: TimeWords, { end = false }: TimeEntryOptions = {}): number | undefined {
  const typed = latinDigits(text).normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/g, ' ')
  if (words.noon.includes(typed)) return DAY_SECONDS / 2
  const seconds = words.midnight.includes(typed) ? 0 : onClock(typed, words)
  if (end) return seconds === 0 ? DAY_SECONDS : seconds
  return seconds === DAY_SECONDS ? undefined : seconds
}

function onClock(typed: string, words: TimeWords): number | undefined {
  const [number, half] = halfOf(typed, words)
  const match = PARTED.exec(number) ?? HOURS.exec(number) ?? BARE.exec(number) ?? RUN_TOGETHER.exec(number)
  if (!match) return undefined
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? 0)]
  if (minutes > 59) return undefined
  if (half !== undefined) return hours < 1 || hours > 12 ? undefined : (hours % 12 + half) * 3600 + minutes * 60
  const seconds = hours * 3600 + minutes * 60
  return seconds > DAY_SECONDS ? undefined : seconds
}

/** What stands before `am` or `pm`, and the hours that they add. */
function halfOf(typed: string, { am, pm }: TimeWords): [number: string, half: 0 | 12 | undefined] {
  for (const [half, alternatives] of [[0, am], [12, pm]] as const) {
    const word = alternatives.find((each) => typed.endsWith(each))
    if (word !== undefined) return [typed.slice(0, -word.length).trim(), half]
  }
  return [typed, undefined]
}

/** Seconds of a length that a person typed: `20`, `20 min`, `1:30`, `1h`, `1 h 30`, `1.5 h`; undefined when it is none. */
export function parseLengthEntry(text: string): number | undefined {
  const typed = latinDigits(text).normalize('NFKC').trim().toLowerCase().replace(',', '.')
  const minutes = /^(\d{1,4}) ?(?:'|m|min|mins|minutes?)?\.?$/.exec(typed)
  const both = /^(\d{1,2}) ?(?::|h|hours?) ?(\d{1,2}) ?(?:m|min)?\.?$/.exec(typed)
  const hours = /^(\d{1,2}(?:\.\d{1,2})?) ?(?:h|hrs?|hours?)\.?$/.exec(typed)
  const length = minutes ? Number(minutes[1]) : both ? Number(both[1]) * 60 + Number(both[2]) : Math.round(Number(hours?.[1] ?? 0) * 60)
  return length > 0 && length * 60 <= DAY_SECONDS ? length * 60 : undefined
}
