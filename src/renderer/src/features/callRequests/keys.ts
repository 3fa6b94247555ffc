/** The keys of the list, as they are shown: `name` is a key of the texts under `callRequests.keys`. */
export const shownKeys = [
  { caps: ['J', 'K'], name: 'move' },
  { caps: ['E'], name: 'done' },
  { caps: ['H'], name: 'take' },
  { caps: ['S'], name: 'snooze' },
  { caps: ['N'], name: 'note' },
  { caps: ['P'], name: 'pin' },
  { caps: ['U'], name: 'undo' },
  { caps: ['C'], name: 'create' },
] as const

/** What can be done with the row that has the focus. */
export const rowKeyCaps = ['E', 'H', 'S', 'N', 'P'] as const
