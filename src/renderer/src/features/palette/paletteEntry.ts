import type { RouteLocationRaw } from 'vue-router'
import type { ActionName } from '@shared/domain/actions'

export const entryKinds = ['action', 'place', 'clinic', 'doctor', 'department', 'staffMember', 'request', 'date', 'desk'] as const
export type EntryKind = (typeof entryKinds)[number]

/** One line of the command palette. */
export interface PaletteEntry {
  /** The same from one time to the next, so that it can be remembered: `clinic 12`. */
  id: string
  kind: EntryKind
  label: string
  /** What tells it from others of the same label; found by the search too. */
  detail: string
  /** Other words for it, which are found and not shown. */
  also?: string
  /** What choosing it does: an action, or where it leads. */
  does: { action: ActionName } | { to: RouteLocationRaw }
  /** Why it can not be chosen now; '' when it can. */
  reason: string
}
