import type { ActivityRecord } from '../domain/activity'
import type { AlertsStatus, PauseFor } from '../domain/alerts'
import type { AppInfo, Licence } from '../domain/app'
import type { AuditRecord } from '../domain/audit'
import type { CacheState } from '../domain/cacheState'
import type { CallRequests } from '../domain/callRequest'
import type { Capacity, CapacityQuery } from '../domain/capacity'
import type { Changes } from '../domain/change'
import type { Directory } from '../domain/clinic'
import type { Department, DepartmentEdit, DepartmentList, DepartmentSaved } from '../domain/department'
import type { Draft, DraftFields } from '../domain/draft'
import type { FindQuery, FoundSlots } from '../domain/finder'
import type { HandOver, HandOverOrder, NoteText, NoteTick } from '../domain/handOver'
import type { Job, JobOrder } from '../domain/job'
import type { CreateOrder, OutboxEntry, OutboxVerdict } from '../domain/outbox'
import type { PackState } from '../domain/pack'
import type { PackedDay } from '../domain/packedDay'
import type { GapPlan, Runway } from '../domain/runway'
import type { SavedDesks } from '../domain/savedDesk'
import type { Prefill, SessionState, SignInForm } from '../domain/session'
import type { Settings, SettingsChange } from '../domain/settings'
import type { SheetOrder } from '../domain/sheet'
import type {
  ClinicChoice, DayLoads, DayQuery, LoadQuery, NextSlots, NextSlotsQuery, SlotCheck, SlotForm, WeekQuery,
} from '../domain/slot'
import type { StaffEdit, StaffList, StaffMember, StaffReferences, StaffSaved } from '../domain/staff'
import type { SyncDetails, SyncStatus } from '../domain/sync'
import type { MarkChange, Triage } from '../domain/triage'
import type { Updates } from '../domain/updates'
import type { WallState } from '../domain/wall'
import type { Reply } from '../errors'
import type { HolidaySet } from '../planner/holidays'
import type { PlanSource } from '../planner/plan'
import type { Preview } from '../planner/preview'

const call = <In, Out>() => ({}) as { in: In, out: Out }
const event = <Payload>() => ({}) as { payload: Payload }

/** Renderer → main: everything that the renderer may ask for. Types only, so that the built preload stays about 1 kB. */
export const calls = {
  'app:info': call<void, AppInfo>(),
  /** The first picture of what is kept is on screen: the server may be asked. */
  'app:pictured': call<void, void>(),
  /** There is a network again, Chromium says, which tells pages so and not main. Only a hint: it says nothing of the server. */
  'app:online': call<void, void>(),
  /** What the program is made of, by others. */
  'app:licences': call<void, Licence[]>(),
  /** Asks where to save versions and log, searched for secrets, and saves them. False when nobody chose a place. */
  'app:saveDiagnostics': call<void, boolean>(),

  'session:read': call<void, SessionState>(),
  'session:prefill': call<void, Prefill>(),
  'session:signIn': call<SignInForm, SessionState>(),
  'session:signInToDemo': call<void, SessionState>(),
  'session:signOut': call<void, SessionState>(),

  /** While it is locked, main answers these, the reading of session, settings and program, and nothing else. */
  'lock:lock': call<void, SessionState>(),
  'lock:unlock': call<{ password: string }, SessionState>(),
  /** Somebody else wants the desk: the session ends, and what waits in it stays for its owner. */
  'lock:leave': call<void, SessionState>(),

  'settings:read': call<void, Settings>(),
  'settings:change': call<SettingsChange, Settings>(),

  'directory:read': call<void, Directory>(),

  /** Puts a day of these clinics on the board: their slots are followed from now on. */
  'slots:day': call<DayQuery, PackedDay>(),
  /** The seven days of a clinic, from one on. */
  'slots:week': call<WeekQuery, PackedDay[]>(),
  /** How much is published day by day, for a calendar of the month. */
  'slots:loads': call<LoadQuery, DayLoads>(),
  /** What is known of a day, without it being put on the board. */
  'slots:look': call<DayQuery, PackedDay>(),
  'slots:readChoice': call<void, ClinicChoice>(),
  'slots:choose': call<ClinicChoice, ClinicChoice>(),

  /** What a slot would meet, before it is published. */
  'slots:check': call<SlotForm, SlotCheck>(),
  'slots:next': call<NextSlotsQuery, NextSlots>(),

  /** The next published slots that somebody may want, of all clinics of which something is known. */
  'finder:find': call<FindQuery, FoundSlots>(),

  /** How much is published in a range of days, its gaps and what lies outside usual hours. */
  'capacity:read': call<CapacityQuery, Capacity>(),

  /** The sets of clinics that this person saved on function keys. */
  'savedDesks:read': call<void, SavedDesks>(),
  'savedDesks:keep': call<SavedDesks, SavedDesks>(),
  /** Asks where to save them as a file. False when nobody chose a place. */
  'savedDesks:export': call<{ text: string }, boolean>(),

  /** Asks for a printer, and prints. False when the person thought better of it. */
  'sheets:print': call<SheetOrder, boolean>(),
  /** Ask where to save it, and save it. False when nobody chose a place. */
  'sheets:savePdf': call<SheetOrder, boolean>(),
  'sheets:saveCsv': call<SheetOrder, boolean>(),
  'sheets:saveIcs': call<SheetOrder, boolean>(),
  /** Puts the rows on the clipboard, as text and as a table. */
  'sheets:copy': call<SheetOrder, boolean>(),

  /** What the next shift has to know, in words. */
  'handOver:read': call<void, HandOver>(),
  /** Keeps a note of one's own, for everyone who signs in to this server here. False where it lives only as long as the program. */
  'handOver:writeNote': call<NoteText, boolean>(),
  'handOver:tickNote': call<NoteTick, void>(),
  /** Asks for a printer, and prints it. False when the person thought better of it. */
  'handOver:print': call<HandOverOrder, boolean>(),
  /** Asks where to save it, and saves it. False when nobody chose a place. */
  'handOver:savePdf': call<HandOverOrder, boolean>(),

  'pack:read': call<void, PackState>(),
  /** Asks for a folder, and writes there from now on. */
  'pack:chooseFolder': call<void, PackState>(),
  'pack:chooseClinics': call<ClinicChoice, PackState>(),
  'pack:switchOff': call<void, PackState>(),
  'pack:writeNow': call<void, PackState>(),

  'callRequests:list': call<void, CallRequests>(),

  /** What this desk marked of the call requests, on this computer only. */
  'triage:read': call<void, Triage>(),
  /** The same with the marks that changed after a revision, or with all of them when it is of another time. */
  'triage:readAfter': call<{ revision: number }, Triage>(),
  /** Answers with the changes that undo it. */
  'triage:change': call<MarkChange[], MarkChange[]>(),
  /** How this person signs what they take in hand. */
  'triage:sign': call<{ initials: string }, void>(),

  'alerts:status': call<void, AlertsStatus>(),
  /** Shows a notification and answers whether the system showed it. */
  'alerts:test': call<void, AlertsStatus>(),
  'alerts:pause': call<{ for: PauseFor }, AlertsStatus>(),
  /** Takes the banner down. */
  'alerts:dismiss': call<void, void>(),

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
  /** Single creates that wait, are under way or ended otherwise than made, and those of jobs that need a person's word. */
  'outbox:read': call<void, OutboxEntry[]>(),
  /** Slots of a day in these clinics that are not settled, of jobs too. */
  'outbox:day': call<DayQuery, OutboxEntry[]>(),
  /** Takes one that ended off the list. */
  'outbox:dismiss': call<{ key: string }, void>(),
  /** Gives up one that waits: it is never sent. */
  'outbox:discard': call<{ key: string }, void>(),
  /** Gives up everything that waits or is uncertain, before signing out. */
  'outbox:discardAll': call<void, void>(),
  /** Changes one that waits. */
  'outbox:amend': call<CreateOrder, OutboxEntry>(),
  /** Sends one that was refused or not made once more, on a person's word. */
  'outbox:retry': call<{ key: string }, OutboxEntry>(),
  /** Tries at once to send what waits and to settle what is uncertain. */
  'outbox:sendNow': call<void, void>(),
  'outbox:resolve': call<OutboxVerdict, OutboxEntry>(),

  'jobs:start': call<JobOrder, Job>(),
  /** Jobs of this person, newest first, until they are dismissed. */
  'jobs:read': call<void, Job[]>(),
  'jobs:pause': call<{ id: string }, Job>(),
  'jobs:resume': call<{ id: string }, Job>(),
  /** Gives up what waits; while it is held, nothing was sent at all. */
  'jobs:stop': call<{ id: string }, Job>(),
  /** Takes one that is stopped or finished off the list. */
  'jobs:dismiss': call<{ id: string }, void>(),

  'planner:preview': call<PlanSource, Preview>(),
  'planner:readHolidays': call<void, HolidaySet[]>(),
  'planner:keepHolidays': call<HolidaySet[], HolidaySet[]>(),

  'runway:read': call<void, Runway>(),
  /** What would fill a clinic's next gap. */
  'runway:gap': call<{ clinicId: number }, GapPlan>(),

  /** What this person did from this desk in the last 90 days, newest first. */
  'activity:read': call<void, ActivityRecord[]>(),
  /** Asks where to save it as CSV, and saves it. False when nobody chose a place. */
  'activity:export': call<{ text: string }, boolean>(),
  /** Puts it on the clipboard. */
  'activity:copy': call<{ text: string }, void>(),

  /** What everyone did at this computer in the last 90 days, newest first; ids, no content. */
  'audit:read': call<void, AuditRecord[]>(),
  'audit:export': call<{ text: string }, boolean>(),

  'drafts:read': call<{ form: string }, DraftFields | null>(),
  'drafts:write': call<Draft, void>(),
  'drafts:discard': call<{ form: string }, void>(),

  'cache:read': call<void, CacheState>(),

  /** What appeared and vanished on the server since this person last said that they had seen it. */
  'changes:read': call<void, Changes>(),
  'changes:markSeen': call<void, Changes>(),

  'sync:status': call<void, SyncStatus>(),
  'sync:details': call<void, SyncDetails>(),
  /** Fetches anew what is on screen, and every doctor's clinics that failed. */
  'sync:now': call<void, SyncStatus>(),

  /** A second window for a screen on a wall, which may ask for nothing that stands here. */
  'wall:read': call<void, WallState>(),
  'wall:open': call<void, WallState>(),
  'wall:close': call<void, WallState>(),

  'updates:read': call<void, Updates>(),
  /** Looks for a newer version at once. */
  'updates:check': call<void, Updates>(),
  /** Ends the program, puts what was downloaded in place, and starts it again. */
  'updates:install': call<void, Updates>(),
}

/** Main → renderer: hints that something changed. They carry no data to build on; the renderer asks again. */
export const events = {
  'session:changed': event<void>(),
  /** Nobody may see this desk any more: the page forgets all that it holds and asks anew. */
  'session:closed': event<void>(),
  'settings:changed': event<void>(),
  'directory:changed': event<void>(),
  'slots:changed': event<{ clinicIds: number[] }>(),
  'callRequests:changed': event<void>(),
  'triage:changed': event<void>(),
  'alerts:changed': event<void>(),
  /** Somebody clicked a notification or the tray: the call requests are wanted, and this one among them. */
  'alerts:opened': event<{ id: number | null }>(),
  'staff:changed': event<void>(),
  'departments:changed': event<void>(),
  'outbox:changed': event<void>(),
  'jobs:changed': event<void>(),
  'runway:changed': event<void>(),
  'activity:changed': event<void>(),
  'cache:changed': event<void>(),
  'changes:changed': event<void>(),
  'savedDesks:changed': event<void>(),
  'pack:changed': event<void>(),
  'sync:changed': event<void>(),
  'wall:changed': event<void>(),
  'updates:changed': event<void>(),
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
