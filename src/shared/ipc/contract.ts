import type { AppInfo } from '../domain/app'
import type { CallRequests } from '../domain/callRequest'
import type { Directory } from '../domain/clinic'
import type { Prefill, SessionState, SignInForm } from '../domain/session'
import type { Settings, SettingsChange } from '../domain/settings'
import type { BoardDay, ClinicChoice, DayQuery } from '../domain/slot'
import type { SyncStatus } from '../domain/sync'
import type { Reply } from '../errors'

const call = <In, Out>() => ({}) as { in: In, out: Out }
const event = <Payload>() => ({}) as { payload: Payload }

/** Renderer → main: everything that the renderer may ask for. Types only, so that the built preload stays about 1 kB. */
export const calls = {
  'app:info': call<void, AppInfo>(),

  'session:read': call<void, SessionState>(),
  'session:prefill': call<void, Prefill>(),
  'session:signIn': call<SignInForm, SessionState>(),
  'session:signInToDemo': call<void, SessionState>(),
  'session:signOut': call<void, SessionState>(),

  'settings:read': call<void, Settings>(),
  'settings:change': call<SettingsChange, Settings>(),

  'directory:read': call<void, Directory>(),

  'slots:day': call<DayQuery, BoardDay>(),
  'slots:readChoice': call<void, ClinicChoice>(),
  'slots:choose': call<ClinicChoice, ClinicChoice>(),

  'callRequests:list': call<void, CallRequests>(),

  'sync:status': call<void, SyncStatus>(),
  /** Fetches anew what is on screen, and every doctor's clinics that failed. */
  'sync:now': call<void, SyncStatus>(),
}

/** Main → renderer: hints that something changed. They carry no data to build on; the renderer asks again. */
export const events = {
  'session:changed': event<void>(),
  'settings:changed': event<void>(),
  'directory:changed': event<void>(),
  'slots:changed': event<{ clinicIds: number[] }>(),
  'callRequests:changed': event<void>(),
  'sync:changed': event<void>(),
}

export type Call = keyof typeof calls
export type In<C extends Call> = (typeof calls)[C]['in']
export type Out<C extends Call> = (typeof calls)[C]['out']
export type CallsOf<Feature extends string> = Extract<Call, `${Feature}:${string}`>
export type Event = keyof typeof events
export type Payload<E extends Event> = (typeof events)[E]['payload']

/** What preload puts on `window.desk`. */
export interface Bridge {
  invoke(call: Call, input: unknown): Promise<Reply<unknown>>
  on<E extends Event>(event: E, listener: (payload: Payload<E>) => void): () => void
}
