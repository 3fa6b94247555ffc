/** A slot in seconds since midnight. */
export interface Span { start: number, end: number }

/** So many are read from afar. */
const MOST = 2

/** The slots of a moment, and the ones that begin after it: each time once, the earliest first. Of both no more than are read from afar. */
export function nowAndNext(slots: readonly Span[], seconds: number): { now: Span[], next: Span[] } {
  const spans = distinct(slots)
  return {
    now: spans.filter(({ start, end }) => start <= seconds && seconds < end).slice(0, MOST),
    next: spans.filter(({ start }) => start > seconds).slice(0, MOST),
  }
}

function distinct(slots: readonly Span[]): Span[] {
  const spans = new Map(slots.map(({ start, end }) => [`${start} ${end}`, { start, end }]))
  return [...spans.values()].sort((one, other) => one.start - other.start || one.end - other.end)
}
