import type { ActionName } from '@shared/domain/actions'

/** The list's actions as they are shown under it, two where they are a pair: `name` is a key of the texts under `callRequests.keys`. */
export const shownKeys: readonly { actions: readonly ActionName[], name: string }[] = [
  { actions: ['nextRequest', 'previousRequest'], name: 'move' },
  { actions: ['markDone'], name: 'done' },
  { actions: ['takeInHand'], name: 'take' },
  { actions: ['snooze'], name: 'snooze' },
  { actions: ['writeNote'], name: 'note' },
  { actions: ['pin'], name: 'pin' },
  { actions: ['undoMark'], name: 'undo' },
  { actions: ['createRequest'], name: 'create' },
]

/** What can be done with the row that has the focus. */
export const rowActions: readonly ActionName[] = ['markDone', 'takeInHand', 'snooze', 'writeNote', 'pin']
