import type { After } from '@main/feed/after'
import type { Clock, Log, Updater, UpdaterNews } from '@main/ports'
import type { UpdateHindrance, Updates as State } from '@shared/domain/updates'
import { AppFailure } from '@shared/errors'

/** The start is not held up by it. */
export const FIRST_LOOK_MS = 60_000
export const LOOK_MS = 6 * 3_600_000
/** How often is looked whether the time has come to put an update in place. */
export const NIGHT_LOOK_MS = 10 * 60_000
/** Hours of this computer's clock in which nobody is disturbed by a restart. */
const NIGHT = { from: 2, to: 5 }

interface Dependencies {
  /** Undefined for a copy that was built without an address for updates. */
  updater: Updater | undefined
  /** Whether an administrator lets the program look for updates. */
  isAllowed: () => boolean
  after: After
  clock: Clock
  /** 0 to 1, as `Math.random`: a clinic's desks do not all ask at once. */
  random: () => number
  /** What a restart would interrupt now. */
  hindrance: () => Promise<Exclude<UpdateHindrance, 'refused'> | null>
  /** Whether nobody touches the computer. */
  isIdle: () => boolean
  hourOf: (instant: number) => number
  onChange: () => void
  log: Log
}

/** Newer versions of the program: looked for and downloaded by themselves, put in place on a person's word or at night. */
export interface Updates {
  read: () => Promise<State>
  /** Looks at once. */
  check: () => Promise<State>
  /** Puts what was downloaded in place and starts it. Throws `AppFailure` (conflict) while a job runs or something waits to be sent. */
  install: () => Promise<State>
}

/** See `Updates`. */
export function updates({ updater, isAllowed, after, clock, random, hindrance, isIdle, hourOf, onChange, log }: Dependencies): Updates {
  let state: State = { phase: 'current', checkedAt: null }
  /** The system did not let the installer do its work: it is not asked again by night. */
  let isRefused = false

  function become(next: State) {
    state = next
    onChange()
  }
  const hear = (news: UpdaterNews) => {
    // What was downloaded stays so, whatever a later look finds.
    if (state.phase === 'ready' && news.kind !== 'refused') return
    if (news.kind === 'refused') isRefused = true
    log.info(`updates.${news.kind}`, news.kind === 'failed' ? { why: news.why } : {})
    become(stateAfter(news, state, clock()))
  }
  updater?.onNews(hear)

  async function read(): Promise<State> {
    if (!updater) return { phase: 'off', why: 'noFeed' }
    if (!isAllowed()) return { phase: 'off', why: 'managed' }
    return state.phase === 'ready' ? { ...state, hindrance: await hindrance() ?? (isRefused ? 'refused' : null) } : state
  }

  function look() {
    if (!updater || !isAllowed() || state.phase === 'checking' || state.phase === 'downloading' || state.phase === 'ready') return
    become({ phase: 'checking' })
    updater.check()
  }
  function lookAgain() {
    look()
    after(LOOK_MS * (0.75 + random() / 2), lookAgain)
  }
  async function perhapsAtNight() {
    after(NIGHT_LOOK_MS, () => void perhapsAtNight())
    const hour = hourOf(clock())
    if (state.phase !== 'ready' || isRefused || hour < NIGHT.from || hour >= NIGHT.to || !isIdle()) return
    if (isAllowed() && await hindrance() === null) updater!.install()
  }
  if (updater) {
    after(FIRST_LOOK_MS * (1 + random()), lookAgain)
    after(NIGHT_LOOK_MS, () => void perhapsAtNight())
  }

  return {
    read,
    check() {
      look()
      return read()
    },
    async install() {
      const now = await read()
      if (now.phase !== 'ready') throw new AppFailure({ kind: 'notFound' })
      if (now.hindrance && now.hindrance !== 'refused') throw new AppFailure({ kind: 'conflict', detail: '' })
      isRefused = false
      updater!.install()
      return read()
    },
  }
}

function stateAfter(news: UpdaterNews, before: State, now: number): State {
  switch (news.kind) {
    case 'none': return { phase: 'current', checkedAt: now }
    case 'downloading': return { phase: 'downloading', version: news.version, percent: news.percent }
    case 'ready': return { phase: 'ready', version: news.version, hindrance: null }
    case 'refused': return before
    case 'failed': return { phase: 'failed', why: news.why }
  }
}
