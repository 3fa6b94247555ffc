import { weekday, type Day } from '@shared/domain/time'
import type { DayKind, RunwayDay } from './runwayDays'

/** Room between two weeks, in pixels. */
const WEEK_GAP = 3
/** Room between two days, in pixels. */
const DAY_GAP = 1
const LEAST_DAYS = 28

/** Where the days of a strip lie: all strips of a runway have the same scale. Pixels. */
export interface StripScale {
  days: number
  /** From one day to the next. */
  pitch: number
  width: number
  /** Left edge of a day; of the day after the last one, the strip's end. */
  x: (day: number) => number
  /** The day under a place; always one of the strip's. */
  dayAt: (x: number) => number
}

/** The scale of a strip from `from` on in so much room: as many days as fit, at least four weeks. `leastPitch` is the narrowest day. */
export function stripScale(from: Day, most: number, room: number, leastPitch: number): StripScale {
  const first = weekday(from) - 1
  const gaps = (day: number) => Math.floor((day + first) / 7) * WEEK_GAP
  const fits = (days: number, pitch: number) => days * pitch + gaps(days - 1) <= room
  let days = most
  while (days > Math.min(most, LEAST_DAYS) && !fits(days, leastPitch)) days--
  // Whole pixels: bars of unequal edges would look like unequal days.
  const pitch = Math.max(Math.round(leastPitch), Math.floor((room - gaps(days - 1)) / days))
  const x = (day: number) => day * pitch + (day < days ? gaps(day) : gaps(days - 1))
  const dayAt = (place: number) => {
    let day = Math.min(days - 1, Math.max(0, Math.floor(place / pitch)))
    while (day > 0 && x(day) > place) day--
    return day
  }
  return { days, pitch, width: x(days), x, dayAt }
}

/** The Mondays of a strip, and where a month begins among them. */
export function stripWeeks(from: Day, days: number): number[] {
  const first = (8 - weekday(from)) % 7
  return Array.from({ length: Math.max(0, Math.ceil((days - first) / 7)) }, (_, week) => first + week * 7)
}

/** How strong a bar is drawn: a quarter of the usual day, half of it, and so on. */
export type BarLevel = 1 | 2 | 3 | 4

/** What is drawn of a strip: SVG paths by what they stand for. */
export interface StripShape {
  tracks: string
  bars: Record<BarLevel, string>
  thin: string
  gaps: string
  /** A mark in each gap: it is told by its form, too. */
  gapMarks: string
  /** The floor of days that usually have slots: where there is none, nothing is missing. */
  floor: string
}

/** Draws days as bars, as high as their slots are against the usual ones: one path for all that look alike. */
export function stripShape(days: readonly RunwayDay[], { x, pitch }: Pick<StripScale, 'x' | 'pitch'>, height: number): StripShape {
  const shape: StripShape = { tracks: '', bars: { 1: '', 2: '', 3: '', 4: '' }, thin: '', gaps: '', gapMarks: '', floor: '' }
  const width = pitch - DAY_GAP
  const draw: Record<DayKind, (left: number, ratio: number) => void> = {
    full: (left, ratio) => { shape.bars[levelOf(ratio)] += bar(left, width, height, ratio) },
    extra: (left, ratio) => { shape.bars[levelOf(ratio)] += bar(left, width, height, ratio) },
    thin: (left, ratio) => { shape.thin += bar(left, width, height, ratio) },
    gap(left) {
      shape.gaps += box(left + 0.5, 0.5, width - 1, height - 1)
      shape.gapMarks += `M${left + width / 2} ${height * 0.32}v${height * 0.22}m0 ${height * 0.14}v.01`
    },
    open: (left) => { shape.floor += box(left, height - 2, width, 2) },
    off: () => undefined,
  }
  days.forEach(({ kind, ratio }, place) => {
    if (kind === 'full' || kind === 'thin' || kind === 'open') shape.tracks += box(x(place), 0, width, height)
    draw[kind](x(place), ratio)
  })
  return shape
}

const levelOf = (ratio: number): BarLevel => Math.min(4, Math.max(1, Math.ceil(ratio * 4))) as BarLevel

const box = (left: number, top: number, width: number, height: number) => `M${left} ${top}h${width}v${height}h${-width}z`

/** Whatever there is can be seen: at least three pixels of it. */
function bar(left: number, width: number, height: number, ratio: number): string {
  const high = Math.max(3, Math.round(height * ratio))
  return box(left, height - high, width, high)
}
