import { oneLine } from '@main/alerts/words'
import type { ClinicDay } from '@main/sheets/clinicDay'
import { whenText } from '@main/sheets/words'
import type { Tongue } from '@main/tongue/tongue'
import { marksOf } from '@shared/domain/look'
import type { Settings } from '@shared/domain/settings'
import { stampTone } from '@shared/domain/stampTone'
import { wallClock } from '@shared/domain/time'
import type { WallPicture, WallRow } from '@shared/domain/wall'
import { nowAndNext, type Span } from './nowAndNext'
import { timeline, type Timeline } from './timeline'

/** What a picture for a wall is made of. */
export interface WallFacts {
  days: readonly ClinicDay[]
  now: number
  zone: string
  tongue: Tongue
  settings: Pick<Settings, 'theme' | 'wallView' | 'amberMinutes' | 'redMinutes'>
  /** The server does not answer. */
  isOffline: boolean
  isDemo: boolean
  isLost: boolean
}

/** What a wall shows of this moment. */
export function wallPicture(facts: WallFacts): WallPicture {
  const { days, now, zone, tongue, settings, isDemo, isLost } = facts
  const { texts: { wall }, clock } = tongue
  const { seconds } = wallClock(now, zone)
  const drawn = timeline(days.flatMap(({ slots }) => slots))
  return {
    ...frameOf(facts),
    away: days.length === 0 ? wall.noClinics : '',
    notices: [isDemo && wall.demo, isLost && wall.lost].filter((text) => text !== false),
    view: settings.wallView,
    hours: drawn.hours.map((hour) => ({ at: drawn.at(hour)!, text: clock(hour) })),
    nowAt: drawn.at(seconds),
    rows: days.map((day) => rowOf(day, seconds, drawn, facts)),
  }
}

/** The same of a desk that nobody may see: the time, and why there is nothing else. */
export function emptyWall(facts: Pick<WallFacts, 'now' | 'zone' | 'tongue' | 'settings'>, why: 'locked' | 'signedOut'): WallPicture {
  return { ...frameOf(facts), away: facts.tongue.texts.wall.away[why], notices: [], view: 'next', hours: [], nowAt: null, rows: [] }
}

function frameOf({ now, zone, tongue, settings }: Pick<WallFacts, 'now' | 'zone' | 'tongue' | 'settings'>) {
  const { texts: { wall }, language, direction, clock, longDay } = tongue
  const { day, seconds } = wallClock(now, zone)
  const { theme = null, contrast = null } = marksOf({ theme: settings.theme, density: 'comfortable' })
  return { language, direction, theme, contrast, title: wall.title, clock: clock(seconds), day: longDay(day), heads: { ...wall.heads } }
}

function rowOf(day: ClinicDay, seconds: number, drawn: Timeline, facts: WallFacts): WallRow {
  const { tongue: { texts: { wall }, range }, now: instant, settings } = facts
  const { now, next } = nowAndNext(day.slots, seconds)
  const times = (spans: readonly Span[]) => spans.map(({ start, end }) => range(start, end)).join('\n')
  const none = day.stamp.fetchedAt === null ? wall.unknown : day.slots.length === 0 ? wall.none : wall.noneLater
  return {
    clinic: oneLine(day.clinic.name),
    now: times(now),
    next: next.length > 0 ? times(next) : none,
    hasNext: next.length > 0,
    blocks: day.slots.map((slot) => ({ ...drawn.share(slot), isNow: slot.start <= seconds && seconds < slot.end })),
    age: ageOf(day, facts),
    tone: stampTone(day.stamp, instant, settings),
  }
}

/** How old it is: always the time, for nobody at a wall can ask. */
function ageOf({ stamp: { fetchedAt, cached, failed } }: ClinicDay, { now, zone, tongue, isOffline }: WallFacts): string {
  const { texts: { wall }, say, clock } = tongue
  if (fetchedAt === null) return isOffline ? wall.offline : wall.unknown
  const at = wallClock(fetchedAt, zone)
  const time = at.day === wallClock(now, zone).day ? clock(at.seconds) : whenText(fetchedAt, { tongue, zone })
  return say(isOffline ? wall.asOfOffline : cached || failed ? wall.asOfUnconfirmed : wall.asOf, { time })
}
