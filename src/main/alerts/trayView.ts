import type { RequestFacts } from '@shared/domain/triage'
import { dayOfNumber, wallClock } from '@shared/domain/time'
import type { TrayItem, TrayView } from '@main/ports'
import type { Tongue } from '@main/tongue/tongue'
import type { Pause } from './silence'
import { doctorText } from './words'

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
export function trayView(state: TrayState, actions: TrayActions, tongue: Tongue): TrayView {
  const count = state.isSignedIn ? state.unseen : 0
  return { icon: iconOf(state), count, tooltip: tooltipOf(state, tongue), menu: menuOf(state, actions, tongue) }
}

function iconOf({ isSignedIn, isOffline, paused }: TrayState): TrayView['icon'] {
  if (!isSignedIn) return 'signedOut'
  if (isOffline) return 'offline'
  return paused ? 'paused' : 'normal'
}

function tooltipOf(state: TrayState, { texts: { tray }, say, clock }: Tongue): string {
  const { isSignedIn, isLocked, isOffline, paused, zone, unseen, count } = state
  const unread = say(tray.unseen, { n: unseen }, unseen)
  const requests = count === null ? unread : say(tray.of, { unseen: unread, n: count })
  const pause = paused?.until ? say(tray.pausedUntil, { time: clock(wallClock(paused.until, zone).seconds) }) : tray.paused
  const told = isLocked ? tray.locked : requests
  const parts = isSignedIn ? [told, ...isOffline ? [tray.offline] : [], ...paused ? [pause] : []] : [tray.signedOut]
  return say(tray.tooltip, { state: parts.join(', ') })
}

const line: TrayItem = { kind: 'line' }

function menuOf(state: TrayState, { open, sync, pause, lock, quit }: TrayActions, tongue: Tongue): TrayItem[] {
  const { tray } = tongue.texts
  const act = (label: string, run: () => void): TrayItem => ({ kind: 'action', label, run })
  const { latest } = state
  const own: TrayItem[] = [
    ...latest.length > 0
      ? latest.slice(0, LATEST).map((request) => act(requestLabel(request, state, tongue), () => { open(request.id) }))
      : [{ kind: 'words' as const, label: tray.noRequests }],
    line,
    act(tray.sync, sync),
    ...state.paused
      ? [act(tray.resume, () => { pause('resumed') })]
      : [act(tray.pauseHour, () => { pause('hour') }), act(tray.pauseTomorrow, () => { pause('tomorrow') })],
    line,
    act(tray.lock, lock),
  ]
  const locked: TrayItem[] = [{ kind: 'words', label: tray.locked }]
  const middle = state.isLocked ? locked : own
  return [act(tray.open, () => { open(null) }), line, ...state.isSignedIn ? middle : [], act(tray.quit, quit)]
}

function requestLabel({ id, day: number, doctor, isNew }: TrayState['latest'][number], { withDoctor }: TrayState, tongue: Tongue): string {
  const { texts: { tray }, say } = tongue
  const day = dayOfNumber(number)
  const request = withDoctor ? say(tray.requestFor, { doctor: doctorText(doctor, tongue), day }) : say(tray.request, { id, day })
  return isNew ? say(tray.isNew, { request }) : request
}

/** The newest of a list by number, new ones first. */
export function latestOf(ids: Int32Array, isNew: (id: number) => boolean): number[] {
  return [...ids]
    .sort((one, other) => Number(isNew(other)) - Number(isNew(one)) || other - one)
    .slice(0, LATEST)
}
