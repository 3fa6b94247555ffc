import type { Target } from '@shared/planner/plan'

/** A target as the value of a list's entry, and back. */
export const targetKey = (target: Target): string => target.kind === 'clinic' ? `clinic:${target.id}` : `department:${target.name}`

export const targetOfKey = (key: string): Target => key.startsWith('clinic:')
  ? { kind: 'clinic', id: Number(key.slice('clinic:'.length)) }
  : { kind: 'department', name: key.slice('department:'.length) }
