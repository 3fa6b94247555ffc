import type { DraftFields } from '@shared/domain/draft'
import type { CopyValues } from './copyValues'
import type { PlanValues } from './planValues'

/** What the planner holds, as a draft keeps it: the line, and of both forms what it does not say. */
export type PlannerDraft = { mode: string, line: string, form: string, copy: string }

export const draftFields = ['mode', 'line', 'form', 'copy'] as const

/** Targets and sets are many and never half typed: the line says them. */
const textsOf = (values: PlanValues) => Object.fromEntries(Object.entries(values).filter(([name]) => name !== 'targets' && name !== 'sets'))

export const plannerDraft = (mode: string, line: string, values: PlanValues | undefined, copy: CopyValues): PlannerDraft =>
  ({ mode, line, form: values ? JSON.stringify(textsOf(values)) : '', copy: JSON.stringify(copy) })

/** The parts of a kept draft; what is not there, or no longer fits, is left out. */
export function readDraft({ mode, line, form, copy }: DraftFields): {
  mode: 'pattern' | 'copy', line: string, form: Partial<PlanValues> | undefined, copy: Partial<CopyValues> | undefined
} {
  return { mode: mode === 'copy' ? 'copy' : 'pattern', line: String(line ?? ''), form: objectOf(form), copy: objectOf(copy) }
}

function objectOf<T>(text: DraftFields[string] | undefined): Partial<T> | undefined {
  try {
    const value: unknown = JSON.parse(String(text ?? ''))
    return typeof value === 'object' && value !== null ? value as Partial<T> : undefined
  } catch {
    return undefined
  }
}
