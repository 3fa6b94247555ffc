import * as v from 'valibot'
import type { After } from '@main/feed/after'
import type { Clock, Preferences } from '@main/ports'
import type { PauseFor } from '@shared/domain/alerts'
import { instantSchema } from '@shared/domain/basics'
import { isPaused, pauseOf, type Pause } from './silence'

const KEY = 'alerts.pause'
const pauseSchema = v.nullable(v.strictObject({ until: v.nullable(instantSchema) }))
/** A clock that was set, or a computer that slept, makes one long timer come late. */
const LOOK_MS = 60_000

interface Dependencies {
  preferences: Preferences
  clock: Clock
  after: After
  /** The clinic's. */
  zone: () => string
  onChange: () => void
}

/** The pause of notifications, of everyone at this computer; it outlives the program. */
export interface Pausing {
  read: () => Pause | null
  begin: (wanted: PauseFor) => void
}

/** See `Pausing`. */
export function pausing({ preferences, clock, after, zone, onChange }: Dependencies): Pausing {
  const stored = v.safeParse(pauseSchema, preferences.get(KEY))
  let pause: Pause | null = stored.success ? stored.output : null
  let callOff: (() => void) | undefined

  const read = () => isPaused(pause, clock()) ? pause : null
  function watch() {
    callOff?.()
    callOff = pause?.until ? after(Math.min(LOOK_MS, Math.max(0, pause.until - clock())), end) : undefined
  }
  function end() {
    if (read()) watch()
    else onChange()
  }
  watch()

  return {
    read,
    begin(wanted) {
      pause = pauseOf(wanted, clock(), zone())
      watch()
      preferences.set(KEY, pause)
      onChange()
    },
  }
}
