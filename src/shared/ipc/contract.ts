import type { AppInfo } from '../domain/app'
import type { CallRequests } from '../domain/callRequest'
import type { Directory } from '../domain/clinic'
import type { Department, DepartmentEdit, DepartmentList, DepartmentSaved } from '../domain/department'
import type { Draft, DraftFields } from '../domain/draft'
import type { CreateOrder, OutboxEntry } from '../domain/outbox'
import type { Prefill, SessionState, SignInForm } from '../domain/session'
import type { Settings, SettingsChange } from '../domain/settings'
import type { BoardDay, ClinicChoice, DayQuery, NextSlots, NextSlotsQuery, SlotCheck, SlotForm } from '../domain/slot'
import type { StaffEdit, StaffList, StaffMember, StaffReferences, StaffSaved } from '../domain/staff'
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

  /** What a slot would meet, before it is published. */
  'slots:check': call<SlotForm, SlotCheck>(),
  'slots:next': call<NextSlotsQuery, NextSlots>(),

  'callRequests:list': call<void, CallRequests>(),

  'staff:list': call<void, StaffList>(),
  'staff:retrieve': call<{ id: number }, StaffMember>(),
  /** PATCH with the fields that changed. */
  'staff:change': call<StaffEdit, StaffSaved>(),
  /** PUT of the whole record. */
  'staff:replace': call<StaffEdit, StaffSaved>(),
  'staff:references': call<{ id: number }, StaffReferences>(),
  'staff:remove': call<{ id: number }, void>(),

  'departments:list': call<void, DepartmentList>(),
  'departments:retrieve': call<{ id: number }, Department>(),
  'departments:change': call<DepartmentEdit, DepartmentSaved>(),
  'departments:replace': call<DepartmentEdit, DepartmentSaved>(),
  'departments:remove': call<{ id: number }, void>(),

  /** Every create of the program. Answers when it is settled; a refusal is an entry too, not an error. */
  'outbox:create': call<CreateOrder, OutboxEntry>(),
  /** Creates of this session that are under way, or ended otherwise than made. */
  'outbox:read': call<void, OutboxEntry[]>(),
  'outbox:dismiss': call<{ key: string }, void>(),

  'drafts:read': call<{ form: string }, DraftFields | null>(),
  'drafts:write': call<Draft, void>(),
  'drafts:discard': call<{ form: string }, void>(),

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
  'staff:changed': event<void>(),
  'departments:changed': event<void>(),
  'outbox:changed': event<void>(),
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
