import type { Call, Event } from '@shared/ipc/contract'

/** All that main answers while the desk is locked. None of it carries a row, a name of the clinic's, or what somebody typed. */
const calls: ReadonlySet<Call> = new Set<Call>(['app:info', 'app:online', 'session:read', 'settings:read', 'lock:lock', 'lock:unlock', 'lock:leave'])
const events: ReadonlySet<Event> = new Set<Event>(['session:changed', 'session:closed', 'settings:changed'])

export const isCallAllowed = (call: Call): boolean => calls.has(call)
export const isEventAllowed = (event: Event): boolean => events.has(event)
