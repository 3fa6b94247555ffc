import path from 'node:path'
import * as v from 'valibot'
import { appInfoSchema, type AppInfo } from '@shared/domain/app'
import type { Event, Payload } from '@shared/ipc/contract'
import { callRequests } from './callRequests/callRequests'
import { callRequestsHandlers } from './callRequests/handlers'
import { fetchClinics } from './directory/api'
import { directory } from './directory/directory'
import { directoryHandlers } from './directory/handlers'
import { after } from './feed/after'
import type { Reader } from './feed/reader'
import { clinicApi } from './http/api'
import { createClient } from './http/client'
import { serve, type Handlers, type IpcServer } from './ipc/router'
import type { Clock, DemoHost, KeyStore, Log, Preferences, Transport } from './ports'
import type { Kinds } from './readerThread'
import { masterKey } from './secrets/masterKey'
import { demoAt } from './session/demo'
import { sessionHandlers } from './session/handlers'
import { signInPrefill } from './session/prefill'
import { createSession, type Session } from './session/session'
import { tokenStore } from './session/tokenStore'
import { settingsHandlers } from './settings/handlers'
import { settings } from './settings/settings'
import { choice } from './slots/choice'
import { slotsHandlers } from './slots/handlers'
import { slots } from './slots/slots'
import { fetchDoctors } from './staff/api'
import { syncHandlers } from './sync/handlers'
import { poller } from './sync/poller'
import { status } from './sync/status'

export interface Platform<Sender> {
  ipc: IpcServer<Sender>
  isTrusted: (sender: Sender) => boolean
  push: <E extends Event>(event: E, ...payload: Payload<E> extends void ? [] : [Payload<E>]) => void
  transport: Transport
  keyStore: KeyStore
  preferences: Preferences
  log: Log
  clock: Clock
  demo: DemoHost
  reader: Reader<Kinds>
  info: AppInfo
  /** Where sealed files lie. */
  folder: string
  /** From the environment: a server address to begin with, and whether to begin with the demo clinic. */
  start: { server: string | undefined, withDemo: boolean }
}

/** Wires the features to the platform and answers the renderer's calls. Returns the session, for the program's start. */
export function compose<Sender>(platform: Platform<Sender>): Session {
  const { ipc, isTrusted, push, transport, preferences, log, clock, reader, start } = platform
  const report = (where: string) => (cause: unknown) => reportFault(log, where, cause)
  const traffic = status({ clock, after, onChange: () => { push('sync:changed') } })
  const client = createClient({ transport, clock, observe: traffic.observe })
  const demo = demoAt(platform.demo)
  const prefill = signInPrefill({ preferences, log, server: start.server, demo: start.withDemo ? demo : undefined })
  const key = masterKey({ keyStore: platform.keyStore, file: path.join(platform.folder, 'master.key'), log })
  const session: Session = createSession({
    client, transport, clock, log,
    store: tokenStore({ masterKey: key, file: path.join(platform.folder, 'session.sealed'), log }),
    changed: () => { sessionChanged() },
    isDemo: demo.isAt,
    remember: prefill.remember,
  })
  const api = clinicApi(client, session)

  const clinics = directory({
    fetchDoctors: fetchDoctors({ api, read: reader.of('staff') }), fetchClinics: fetchClinics(api),
    clock, after, onChange: () => { push('directory:changed') }, report: report('directory'),
  })
  const board = slots({
    api, read: reader.of('slots'), clock, after,
    onChange: (clinicIds) => { push('slots:changed', { clinicIds }) }, report: report('slots'),
  })
  const requests = callRequests({
    api, read: reader.of('callRequests'), clock,
    onChange: () => { push('callRequests:changed') }, report: report('callRequests'),
  })

  const refresh = () => {
    clinics.refresh()
    board.refreshVisible()
    requests.refresh()
  }
  const poll = poller({ after, random: Math.random, run: refresh })
  let account = ''
  const sessionChanged = () => {
    const now = JSON.stringify(session.account())
    if (now !== account) {
      account = now
      for (const { reset } of [clinics, board, requests, traffic]) reset()
      if (session.account()) poll.start()
      else poll.stop()
    }
    push('session:changed')
  }

  const handlers: Handlers = {
    'app:info': { input: v.void(), output: appInfoSchema, run: () => platform.info },
    ...sessionHandlers({ session, prefill: prefill.read, demo }),
    ...settingsHandlers({ settings: settings({ preferences, onChange: () => { push('settings:changed') } }) }),
    ...directoryHandlers({ directory: clinics }),
    ...slotsHandlers({ slots: board, choice: choice({ preferences, account: session.account }) }),
    ...callRequestsHandlers({ callRequests: requests }),
    ...syncHandlers({ status: traffic, refresh }),
  }
  serve(ipc, handlers, { isTrusted, report: (call, cause) => reportFault(log, call, cause), clock })
  return session
}

/** A fault of ours: its name and place go to the log, never its message, which may hold what a server or a person said. */
function reportFault(log: Log, where: string, cause: unknown): string {
  const ref = crypto.randomUUID().slice(0, 8)
  const error = cause instanceof Error ? cause : undefined
  log.warn('fault', { ref, where, name: error?.name ?? typeof cause, at: error?.stack?.match(/\n\s+at (.{1,120})/)?.[1] ?? '' })
  return ref
}
