import type { ActionPlace } from '@shared/domain/actions'

/** Keys that a place has as every program has them: `name` is a key of the texts under `keyMap.fixed`. */
interface FixedKeys { caps: readonly (readonly string[])[], name: string }

const rows: FixedKeys[] = [
  { caps: [['↑'], ['↓']], name: 'rows' },
  { caps: [['Home'], ['End']], name: 'firstLast' },
]

export const fixedKeys: Partial<Record<ActionPlace, readonly FixedKeys[]>> = {
  anywhere: [{ caps: [['Esc']], name: 'leave' }],
  calendar: [
    { caps: [['↑'], ['↓']], name: 'slots' },
    { caps: [['←'], ['→']], name: 'clinics' },
    { caps: [['Home'], ['End']], name: 'clinicsEnds' },
    { caps: [['Ctrl', 'Home'], ['Ctrl', 'End']], name: 'boardsEnds' },
    { caps: [['Enter']], name: 'openSlot' },
  ],
  callRequests: rows, staff: rows, departments: rows, activity: rows,
  runway: [...rows, { caps: [['Enter']], name: 'planRow' }],
}
