import path from 'node:path'
import type { AlertsStatus } from '@shared/domain/alerts'
import type { Settings } from '@shared/domain/settings'
import type { Event } from '@shared/ipc/contract'
import { alerts } from './alerts/alerts'
import { announcer } from './alerts/announcer'
import { alertsHandlers } from './alerts/handlers'
import { loginStart } from './alerts/loginStart'
import { pausing } from './alerts/pausing'
import { isSilent } from './alerts/silence'
import { latestOf, trayView, type TrayState } from './alerts/trayView'
import type { CallRequest } from './callRequests/callRequestTable'
import { after } from './feed/after'
import type { Report } from './feed/appErrorOf'
import type { Lists, Push } from './lists'
import type { Lock } from './lock/lock'
import type { Clock, Desktop, Log, Preferences } from './ports'
import type { DeskAccount } from './secrets/accountDigest'
import type { MasterKey } from './secrets/masterKey'
import type { Session } from './session/session'
import type { Status } from './sync/status'
import { factsOf } from './triage/compare'
import { triageHandlers } from './triage/handlers'
import { triage } from './triage/triage'

interface Platform { folder: string, preferences: Preferences, log: Log, clock: Clock, desktop: Desktop, push: Push }

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
  report: Report
}

/** Wires triage and alerts to the desktop: notifications, tray, badge. */
export function alerting(platform: Platform, dependencies: Dependencies) {
  const { deskKey, account, callRequests, settings, zone, session, traffic, sync, lock, report } = dependencies
  const { folder, preferences, log, clock, desktop, push } = platform
  const marks = triage({
    folder: path.join(folder, 'triage'), masterKey: deskKey, account, clock, log,
    onChange() {
      push('triage:changed')
      refresh()
      said.keep(marks.isNew)
    },
  })
  const pauses = pausing({ preferences, clock, after, zone, onChange: changed })
  const said = announcer({ desktop, settings, open, onChange: changed })
  const login = loginStart({ settings, start: (how) => desktop.startAtLogin(how), report, onChange: changed })
  const now = () => ({ quietHours: settings().quietHours, paused: pauses.read(), isLocked: lock.isLocked(), now: clock(), zone: zone() })
  const telling = alerts({ list: callRequests.known, takeIn: marks.takeIn, announcer: said, isSilent: () => isSilent(now()) })
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
    const isSignedIn = session.account() !== null
    const state: TrayState = {
      ...listed(callRequests, marks.isNew),
      isSignedIn, isLocked: lock.isLocked(), isOffline: traffic.read().failing !== null, paused: pauses.read(), zone: zone(),
      unseen: isSignedIn ? marks.unseen() : 0, withDoctor: settings().notifyDoctor,
    }
    desktop.badge(state.unseen)
    desktop.tray.show(trayView(state, { open, sync, pause: pauses.begin, lock: () => void lock.lock(), quit: desktop.quit }))
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
    handlers: { ...triageHandlers({ triage: marks }), ...alertsHandlers({ announcer: said, pausing: pauses, status }) },
    /** Follows what the renderer is told, too. */
    hear(event: Event) { hears[event]?.() },
    takeOwn(request: CallRequest) { marks.takeOwn(request).catch(report) },
    /** Somebody else is there, or nobody, or nobody who may be told. */
    reset() {
      telling.reset()
      refresh()
    },
  }
}

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
