import type { Span } from './nowAndNext'

const HOUR = 3600
/** A day without slots is drawn all the same. */
const USUAL = { first: 8, last: 18 }
/** More hours than this are not told apart from afar. */
const MOST_MARKS = 12

/** The hours that are drawn, and where a time lies between them. */
export interface Timeline {
  /** Seconds since midnight that get a mark. */
  hours: number[]
  /** 0 is the beginning, 1 the end; null outside. */
  at: (seconds: number) => number | null
  share: (span: Span) => { from: number, to: number }
}

/** From the hour of the first slot to the hour of the last, of all clinics together. */
export function timeline(slots: readonly Span[]): Timeline {
  const first = slots.length === 0 ? USUAL.first : Math.floor(Math.min(...slots.map(({ start }) => start)) / HOUR)
  const last = slots.length === 0 ? USUAL.last : Math.ceil(Math.max(...slots.map(({ end }) => end)) / HOUR)
  const [from, length] = [first * HOUR, Math.max(1, last - first) * HOUR]
  const step = Math.max(1, Math.ceil((last - first) / MOST_MARKS))
  const share = (seconds: number) => Math.min(1, Math.max(0, (seconds - from) / length))
  return {
    hours: Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, index) => from + index * step * HOUR),
    at: (seconds) => seconds < from || seconds > from + length ? null : share(seconds),
    share: ({ start, end }) => ({ from: share(start), to: share(end) }),
  }
}
