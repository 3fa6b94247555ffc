import path from 'node:path'
import type { AlertsStatus } from '@shared/domain/alerts'
import type { Settings } from '@shared/domain/settings'
import type { RequestFacts } from '@shared/domain/triage'
import { numberOfDay, type Day } from '@shared/domain/time'
import type { Event } from '@shared/ipc/contract'
import { alerts } from './alerts/alerts'
import { announcer } from './alerts/announcer'
import { alertsHandlers } from './alerts/handlers'
import { loginStart } from './alerts/loginStart'
import { pausing } from './alerts/pausing'
import { isSilent, type Pause } from './alerts/silence'
import { latestOf, trayView, type TrayState } from './alerts/trayView'
import type { CallRequest, CallRequestTable } from './callRequests/callRequestTable'
import { after } from './feed/after'
import type { Report } from './feed/appErrorOf'
import type { Lists, Push } from './lists'
import type { Lock } from './lock/lock'
import type { Clock, Desktop, Log, Preferences } from './ports'
import type { DeskAccount } from './secrets/accountDigest'
import type { MasterKey } from './secrets/masterKey'
import type { Session } from './session/session'
import type { Status } from './sync/status'
import type { Speaker } from './tongue/speaker'
import { factsOf } from './triage/compare'
import { triageHandlers } from './triage/handlers'
import { triage, type Triage } from './triage/triage'

interface Platform { folder: string, preferences: Preferences, log: Log, clock: Clock, desktop: Desktop, push: Push, speaker: Speaker }

interface Dependencies {
  /** A key that signing out does not erase. */
  deskKey: Pick<MasterKey, 'read'>
  account: () => DeskAccount | null
  callRequests: Pick<Lists['callRequests'], 'known'>
  settings: () => Settings
  /** The clinic's. */
  zone: () => string
  session: Pick<Session, 'account'>
  traffic: Pick<Status, 'read'>
  sync: () => void
  lock: Pick<Lock, 'isLocked' | 'lock'>
  /** Call requests that this desk may just be making. Never rejects. */
  ownCallRequests: () => Promise<readonly CallRequestForm[]>
  report: Report
}

interface CallRequestForm { doctorId: number, date: Day }

/** Wires triage and alerts to the desktop: notifications, tray, badge. */
export function alerting(platform: Platform, dependencies: Dependencies) {
  const { deskKey, account, callRequests, settings, zone, session, sync, lock, ownCallRequests: own, report } = dependencies
  const { folder, preferences, log, clock, desktop, push, speaker: { speaking } } = platform
  const marks = triage({
    folder: path.join(folder, 'triage'), masterKey: deskKey, account, clock, log,
    onChange() {
      push('triage:changed')
      refresh()
      said.keep(marks.isNew)
    },
  })
  const pauses = pausing({ preferences, clock, after, zone, onChange: changed })
  const said = announcer({ desktop, settings, speaking, open, onChange: changed })
  const login = loginStart({ settings, start: (how) => desktop.startAtLogin(how), report, onChange: changed })
  const isQuiet = () => isSilent(circumstances(dependencies, pauses.read(), clock()))
  const telling = alerts({ ...lock, ...marks, list: callRequests.known, takeIn: takingIn(marks, own), announcer: said, isSilent: isQuiet })
  const status = (): AlertsStatus =>
    ({ ...said.status(), tray: desktop.tray.isThere(), paused: pauses.read(), loginFailed: login.hasFailed() })

  function open(id: number | null) {
    desktop.showWindow()
    push('alerts:opened', { id })
  }

  function changed() {
    push('alerts:changed')
    refresh()
  }

  function refresh() {
    const state = trayState(dependencies, marks, pauses.read())
    if (state.isSignedIn && !state.isLocked) Promise.all([said.takeUp(), telling.unlocked()]).catch(report)
    desktop.badge(state.unseen)
    desktop.tray.show(trayView(state, { open, sync, pause: pauses.begin, lock: () => void lock.lock(), quit: desktop.quit }, speaking()))
  }

  const hears: Partial<Record<Event, () => void>> = {
    'callRequests:changed': () => { telling.heard().then(refresh, report) },
    'session:changed'() {
      refresh()
      if (session.account()) void marks.prune()
    },
    'sync:changed': refresh,
    'settings:changed'() {
      refresh()
      void login.follow()
    },
  }

  desktop.onTray(changed)
  desktop.onSleep(telling.slept)

  return {
    triage: marks, handlers: { ...triageHandlers({ triage: marks }), ...alertsHandlers({ announcer: said, pausing: pauses, status }) },
    /** Follows what the renderer is told, too. */
    hear(event: Event) { hears[event]?.() },
    takeOwn(request: CallRequest) { marks.takeOwn(request).catch(report) },
    /** It is known what became of a call request of this desk's: `id` is the one that it made, if it made one. */
    settledOwn(id: number | null, form: CallRequestForm) {
      const taken = id === null ? undefined : marks.takeOwn(madeBy(form, id, callRequests.known().table))
      Promise.resolve(taken).then(telling.again).catch(report)
    },
    /** Somebody else is there, or nobody, or nobody who may be told. */
    reset() {
      telling.reset()
      refresh()
    },
  }
}

const circumstances = ({ settings, lock, zone }: Dependencies, paused: Pause | null, now: number) =>
  ({ quietHours: settings().quietHours, paused, isLocked: lock.isLocked(), now, zone: zone() })

function trayState({ callRequests, session, traffic, settings, zone, lock }: Dependencies, marks: Triage, paused: Pause | null): TrayState {
  const isSignedIn = session.account() !== null
  return {
    ...listed(callRequests, marks.isNew),
    isSignedIn, isLocked: lock.isLocked(), isOffline: traffic.read().failing !== null, paused, zone: zone(),
    unseen: isSignedIn ? marks.unseen() : 0, withDoctor: settings().notifyDoctor,
  }
}

/** Takes in a list, but for what this desk may just have made: it is not said to be new before that is known. */
const takingIn = (marks: Triage, own: Dependencies['ownCallRequests']) => async (table: CallRequestTable): Promise<RequestFacts[]> => {
  const forms = await own()
  return marks.takeIn(table, ({ day, doctor }) => forms.some(({ doctorId, date }) => doctorId === doctor.id && numberOfDay(date) === day))
}

const madeBy = ({ doctorId, date }: CallRequestForm, id: number, { doctors }: CallRequestTable): RequestFacts =>
  ({ id, day: numberOfDay(date), doctor: doctors.find((doctor) => doctor.id === doctorId) ?? { id: doctorId, name: '' } })

/** The list as the tray tells of it. */
function listed(callRequests: Pick<Lists['callRequests'], 'known'>, isNew: (id: number) => boolean): Pick<TrayState, 'count' | 'latest'> {
  const { table, stamp } = callRequests.known()
  return {
    count: stamp.fetchedAt === null ? null : table.ids.length,
    latest: latestOf(table.ids, isNew).flatMap((id) => {
      const facts = factsOf(table, id)
      return facts ? { ...facts, isNew: isNew(id) } : []
    }),
  }
}
