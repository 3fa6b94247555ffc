import en from '@shared/locales/en.json'
import type { RequestFacts } from '@shared/domain/triage'
import { clockText, dayOfNumber, wallClock } from '@shared/domain/time'
import type { TrayItem, TrayView } from '@main/ports'
import type { Pause } from './silence'
import { doctorText, worded } from './words'

const LATEST = 5

/** All that the tray shows and says. */
export interface TrayState {
  isSignedIn: boolean
  isLocked: boolean
  isOffline: boolean
  paused: Pause | null
  /** The clinic's zone. */
  zone: string
  unseen: number
  /** Requests on the list; null before it is known. */
  count: number | null
  latest: readonly (RequestFacts & { isNew: boolean })[]
  withDoctor: boolean
}

export interface TrayActions {
  open: (id: number | null) => void
  sync: () => void
  pause: (wanted: 'hour' | 'tomorrow' | 'resumed') => void
  lock: () => void
  quit: () => void
}

/** The tray's picture, tooltip and menu. */
export function trayView(state: TrayState, actions: TrayActions): TrayView {
  return { icon: iconOf(state), count: state.isSignedIn ? state.unseen : 0, tooltip: tooltipOf(state), menu: menuOf(state, actions) }
}

function iconOf({ isSignedIn, isOffline, paused }: TrayState): TrayView['icon'] {
  if (!isSignedIn) return 'signedOut'
  if (isOffline) return 'offline'
  return paused ? 'paused' : 'normal'
}

function tooltipOf({ isSignedIn, isLocked, isOffline, paused, zone, unseen, count }: TrayState): string {
  const unread = worded(en.tray.unseen, { n: unseen }, unseen)
  const requests = count === null ? unread : worded(en.tray.of, { unseen: unread, n: count })
  const pause = paused?.until ? worded(en.tray.pausedUntil, { time: clockText(wallClock(paused.until, zone).seconds) }) : en.tray.paused
  const told = isLocked ? en.tray.locked : requests
  const parts = isSignedIn ? [told, ...isOffline ? [en.tray.offline] : [], ...paused ? [pause] : []] : [en.tray.signedOut]
  return worded(en.tray.tooltip, { state: parts.join(', ') })
}

const line: TrayItem = { kind: 'line' }

function menuOf(state: TrayState, { open, sync, pause, lock, quit }: TrayActions): TrayItem[] {
  const act = (label: string, run: () => void): TrayItem => ({ kind: 'action', label, run })
  const { latest } = state
  const own: TrayItem[] = [
    ...latest.length > 0
      ? latest.slice(0, LATEST).map((request) => act(requestLabel(request, state), () => { open(request.id) }))
      : [{ kind: 'words' as const, label: en.tray.noRequests }],
    line,
    act(en.tray.sync, sync),
    ...state.paused
      ? [act(en.tray.resume, () => { pause('resumed') })]
      : [act(en.tray.pauseHour, () => { pause('hour') }), act(en.tray.pauseTomorrow, () => { pause('tomorrow') })],
    line,
    act(en.tray.lock, lock),
  ]
  const locked: TrayItem[] = [{ kind: 'words', label: en.tray.locked }]
  const middle = state.isLocked ? locked : own
  return [act(en.tray.open, () => { open(null) }), line, ...state.isSignedIn ? middle : [], act(en.tray.quit, quit)]
}

function requestLabel({ id, day: number, doctor, isNew }: TrayState['latest'][number], { withDoctor }: TrayState): string {
  const day = dayOfNumber(number)
  const request = withDoctor ? worded(en.tray.requestFor, { doctor: doctorText(doctor), day }) : worded(en.tray.request, { id, day })
  return isNew ? worded(en.tray.isNew, { request }) : request
}

/** The newest of a list by number, new ones first. */
export function latestOf(ids: Int32Array, isNew: (id: number) => boolean): number[] {
  return [...ids]
    .sort((one, other) => Number(isNew(other)) - Number(isNew(one)) || other - one)
    .slice(0, LATEST)
}
