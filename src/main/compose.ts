import path from 'node:path'
import type { AppInfo, Licence } from '@shared/domain/app'
import type { SessionState } from '@shared/domain/session'
import { wallClock } from '@shared/domain/time'
import { alerting } from './alerting'
import { appHandlers } from './app/handlers'
import type { Activity } from './activity/activity'
import type { Call, Event } from '@shared/ipc/contract'
import { audited } from './audit/audited'
import { callRequestsHandlers } from './callRequests/handlers'
import { departmentChanges } from './departments/departmentChanges'
import { departmentsHandlers } from './departments/handlers'
import { fetchClinics } from './directory/api'
import { directoryHandlers } from './directory/handlers'
import { after, type After } from './feed/after'
import type { Reader } from './feed/reader'
import { clinicApi, type ClinicApi } from './http/api'
import { createClient, type Observe } from './http/client'
import { serve, type Handlers, type IpcServer } from './ipc/router'
import { handOver, type HandOverParts } from './handOver/handOver'
import { handOverHandlers } from './handOver/handlers'
import type { Notes } from './handOver/notes'
import { keeping, keptHandlers, type Kept } from './keeping'
import { lists, type Lists, type Push } from './lists'
import { lockHandlers } from './lock/handlers'
import { heardWhileOpen, locking, openBy } from './locking'
import { reportFault } from './log/reportFault'
import { ordering } from './ordering'
import { owner } from './owner'
import { paperwork } from './paperwork'
import { planning } from './planning'
import type {
  Clipboard, Clock, DemoHost, Desktop, Files, KeyStore, Log, Preferences, Presence, Press, Transport, Updater, WallWindow,
} from './ports'
import type { Kinds } from './readerKinds'
import type { Policy } from '@shared/domain/policy'
import type { DeskAccount } from './secrets/accountDigest'
import type { Disk } from './secrets/durableFile'
import { lastingKey } from './secrets/lastingKey'
import { masterKey } from './secrets/masterKey'
import { demoAt } from './session/demo'
import { sessionHandlers } from './session/handlers'
import { signInPrefill } from './session/prefill'
import { createSession, type Session } from './session/session'
import { tokenStore } from './session/tokenStore'
import { settingsHandlers } from './settings/handlers'
import { settings, type Settings } from './settings/settings'
import { choice, type Choice } from './slots/choice'
import { slotsHandlers } from './slots/handlers'
import { slotQuestions } from './slots/slotQuestions'
import { staffHandlers } from './staff/handlers'
import { staffChanges } from './staff/staffChanges'
import { staffReferences } from './staff/staffReferences'
import { syncHandlers } from './sync/handlers'
import { partsOf } from './sync/parts'
import { poller, type Poller, type Scope } from './sync/poller'
import { status } from './sync/status'
import type { Speaker } from './tongue/speaker'
import { updating } from './updating'
import { wallHandlers } from './wall/handlers'
import { wall, type WallParts } from './wall/wall'

export interface Platform<Sender> {
  ipc: IpcServer<Sender>
  isTrusted: (sender: Sender) => boolean
  /** No call is answered before this, if there is one: the page is loaded while the session is restored. */
  ready?: Promise<unknown>
  push: Push
  /** Told when the page has its first picture. */
  onPictured?: () => void
  transport: Transport
  keyStore: KeyStore
  preferences: Preferences
  log: Log
  clock: Clock
  demo: DemoHost
  files: Files
  clipboard: Clipboard
  press: Press
  wallWindow: WallWindow
  presence: Presence
  desktop: Desktop
  speaker: Speaker
  reader: Reader<Kinds>
  info: AppInfo
  /** The program's log, older lines first; '' where there is none. */
  readLog: () => Promise<string>
  /** What the administrator fixed. */
  policy: Policy
  /** What is in the program by others; throws when the list is not there. */
  licences: () => Promise<Licence[]>
  /** Undefined for a copy that knows no place for updates. */
  updater: Updater | undefined
  /** Where sealed files lie. */
  folder: string
  /** From the environment: a server address to begin with, and whether to begin with the demo clinic. */
  start: { server: string | undefined, withDemo: boolean }
  /** Milliseconds that a request may take, and after a lost answer at which is looked; as usual without it. */
  pace?: { deadlines: { read: number, write: number }, settleAt: number[] }
  /** When the lock looks at the clock again; by the system's timers without it. */
  after?: After
  /** How slow the verifier of a password is made; as usual without it. */
  verifierCost?: number
  /** The file system under the journal; the computer's own without it. */
  disk?: Disk
}

/** What the program's start and end need of the desk. */
export interface ComposedSession extends Session {
  /** What the end of the program would lose; undefined while everything is kept on the disk, or nobody is signed in. */
  atStake: () => Promise<{ waiting: number, uncertain: number }> | undefined
}

/** Wires the features to the platform and answers the renderer's calls. Returns the session, for the program's start and end. */
export function compose<Sender>(given: Platform<Sender>): ComposedSession {
  const platform = { ...given, push: heardWhileOpen(given.push, () => lock.isLocked()) }
  const { transport, preferences, log, clock, start, pace, policy } = platform
  const push = heardBy(platform.push, (event) => { for (const each of [alerts, plans, papers, onWall]) each.hear(event) })
  const report = (where: string) => (cause: unknown) => reportFault(log, where, cause)
  const keyIn = (name: string) => masterKey({ keyStore: platform.keyStore, file: path.join(platform.folder, name), log })
  const traffic = status({ clock, after, onChange: () => { push('sync:changed') }, onRest: (failing) => { poll.rest(failing) } })
  const observe = tellingOfSuccess(traffic.observe, () => { orders.outbox.heard() })
  const client = createClient({ transport, clock, observe, ...pace && { deadlines: pace.deadlines } })
  const demo = demoAt(platform.demo)
  const prefill = signInPrefill({ preferences, log, server: policy.server ?? start.server, demo: start.withDemo ? demo : undefined })
  const [key, deskKey] = [keyIn('master.key'), lastingKey(keyIn('desk.key'))]
  const changed = () => {
    for (const each of [person, lock, kept.audit]) each.follow()
    push('session:changed')
  }
  const store = tokenStore({ masterKey: key, file: path.join(platform.folder, 'session.sealed'), log })
  const session = createSession({ client, transport, clock, log, store, changed, isDemo: demo.isAt, remember: prefill.remember })
  const api = clinicApi(client, session)
  const own = ownSettings(platform, () => { push('settings:changed') }, report('speaker'))
  const { zone, today } = clinicDay(platform, own.read)
  const kept = keeping(platform, { key, deskKey, account: () => person.account(), present: session.account, today, isDemo: demo.isAt })
  const known = lists({ ...platform, api, ...kept, push, onCallRequestMade: (request) => { alerts.takeOwn(request) }, report })
  const orders = ordering({ ...platform, push }, {
    client, session, known, isDemo: demo.isAt, ...kept, report: report('outbox'),
    holdSeconds: () => own.read().holdSeconds, onCallRequestSettled: (id, form) => { alerts.settledOwn(id, form) },
  })
  const plans = planning({ ...platform, known, push, zone, pending: orders.outbox.unsettledSlots, recalled: kept.cache.recalled })
  const chosen = choice({ preferences, account: session.account })
  const papers = paperwork(platform, { known, choice: chosen, session, traffic, zone, settings: own.read })
  const poll = polling(platform, { known, orders })
  const lock = locking({ ...platform, push }, { session, key, own, zone, demo, audit: kept.audit, onClosed: () => { alerts.reset() } })
  const atDesk = { account: () => person.account(), deskKey, zone, session, traffic, settings: own.read }
  const alerts = alerting(platform, { ...atDesk, ...known, ...orders, sync: poll.now, lock, report: report('alerts') })
  const onWall = onAWall({ ...platform, push }, { ...atDesk, ...lock, known, choice: chosen, isDemo: demo.isAt })
  const person = owner({
    session,
    onChange(account) {
      known.reset(account && demo.isAt(account.origin) ? null : account)
      for (const each of [traffic, alerts, plans, papers]) each.reset()
      poll[account ? 'start' : 'stop']()
    },
    ...comingAndGoing(kept, orders, push, session),
  })

  const handlers: Handlers = {
    ...appHandlers({ ...platform, onOnline: poll.wake }),
    ...sessionHandlers({ session, prefill: prefill.read, demo, pending: orders.outbox.pending, lock, only: policy.server }),
    ...lockHandlers({ lock }), ...settingsHandlers({ settings: own }),
    ...resourceHandlers({ api, known, ...kept, choice: chosen, clock, zone }),
    ...orders.handlers,
    ...keptHandlers(platform, kept, today),
    ...alerts.handlers, ...plans.handlers, ...papers.handlers, ...onWall.handlers,
    ...handingOver(platform, { ...kept, ...orders, ...plans, ...alerts, known, settings: own.read, zone }),
    ...updating({ ...platform, push }, orders, policy.updates !== false),
    ...syncHandlers({ status: traffic, poller: poll, parts: () => partsOf(known), skew: client.skew }),
  }
  answer(platform, audited(handlers, kept.audit.note), openBy(lock))
  return { ...session, restore: lock.restore, atStake: () => isInMemory(session.state()) ? orders.outbox.pending() : undefined }
}

/** Answers the renderer's calls. */
function answer<Sender>(
  { ipc, isTrusted, ready = Promise.resolve(), log, clock }: Platform<Sender>, handlers: Handlers, isOpen: (call: Call) => boolean,
): void {
  serve(ipc, handlers, { isTrusted, clock, ready, isOpen, report: (call, cause) => reportFault(log, call, cause) })
}

/** The demo clinic ends with the program, and with it what waits for it. */
const isInMemory = (state: SessionState) => state.status === 'signedIn' && !state.kept && !state.demo

/** The settings; what follows them is told once main itself speaks as they say. */
type Told = Pick<Platform<never>, 'preferences' | 'policy' | 'speaker'>
function ownSettings({ preferences, policy, speaker }: Told, tell: () => void, report: (cause: unknown) => void): Settings {
  const own = settings({
    preferences, fixed: policy,
    onChange() {
      const isRead = speaker.follow(own.read())
      if (isRead) isRead.then(tell, report)
      else tell()
    },
  })
  return own
}

/** The clinics' zone and their day. */
function clinicDay({ clock, info }: Pick<Platform<never>, 'clock' | 'info'>, read: () => { zone: string }) {
  const zone = () => read().zone || info.zone
  return { zone, today: () => wallClock(clock(), zone()).day }
}

/** Pushes to the renderer, and tells of it in main too. */
const heardBy = (push: Push, hear: (event: Event) => void): Push => (event, ...payload) => {
  push(event, ...payload)
  hear(event)
}

/** Observes, and tells of each good answer besides. */
const tellingOfSuccess = (observe: Observe, tell: () => void): Observe => (event) => {
  observe(event)
  if (event.kind === 'succeeded') tell()
}

interface Resources { api: ClinicApi, known: Lists, activity: Activity, choice: Choice, clock: Clock, zone: () => string }

/** The calls about the server's resources, but for creating them. */
const resourceHandlers = ({ api, known, activity, choice, clock, zone }: Resources) => ({
  ...directoryHandlers(known),
  ...slotsHandlers({ slots: known.slots, choice, questions: slotQuestions({ ...known, clock, zone }) }),
  ...callRequestsHandlers(known),
  ...staffHandlers({
    staff: known.staff,
    changes: staffChanges({ api, staff: known.staff, activity }),
    references: staffReferences({ ...known, fetchClinics: fetchClinics(api), clock, zone }),
  }),
  ...departmentsHandlers({ departments: known.departments, changes: departmentChanges({ api, ...known, activity }) }),
})

/** The calls about the hand-over. */
const handingOver = (
  { files, press, clock, speaker }: Pick<Platform<never>, 'files' | 'press' | 'clock' | 'speaker'>,
  parts: Omit<HandOverParts, 'clock' | 'speaking'> & { notes: Notes },
) => handOverHandlers({ files, press, notes: parts.notes, handOver: handOver({ ...parts, clock, speaking: speaker.speaking }) })

/** The window for a screen on a wall, and the calls about it. */
function onAWall(
  { wallWindow: window, clock, speaker, push }: Pick<Platform<never>, 'wallWindow' | 'clock' | 'speaker' | 'push'>,
  parts: Omit<WallParts, 'window' | 'clock' | 'speaking'>,
) {
  const shown = wall({ ...parts, window, clock, speaking: speaker.speaking })
  window.onChange(() => { push('wall:changed') })
  return { hear: shown.hear, handlers: wallHandlers({ wall: shown }) }
}

/** The poller, woken by whoever comes back. */
function polling(
  { clock, presence }: Pick<Platform<never>, 'clock' | 'presence'>,
  { known, orders }: { known: Pick<Lists, 'fetch'>, orders: ReturnType<typeof ordering> },
): Poller {
  const pass = (scope: Scope) => {
    known.fetch(scope)
    orders.outbox.recheck()
  }
  const found = poller({ clock, after, random: Math.random, presence, pass })
  presence.onReturn(found.wake)
  return found
}

/** What is to be done when somebody comes to the desk, leaves it, or leaves it for good. */
const comingAndGoing = (kept: Kept, orders: ReturnType<typeof ordering>, push: Push, session: Session) => ({
  onArrive(account: DeskAccount) {
    void kept.activity.prune()
    kept.audit.prune().catch(() => undefined)
    orders.arrive(account)
  },
  onLeave() {
    orders.leave()
    // Somebody else has come: nothing of the one before stays in the page. Who was signed out may go on where they were.
    if (session.account()) push('session:closed')
  },
  onWipe(account: DeskAccount) {
    kept.wipe(account)
    orders.wipe(account)
  },
})
