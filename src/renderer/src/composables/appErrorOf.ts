import { AppFailure, type AppError } from '@shared/errors'

/** The AppError of anything that was thrown; what is none of ours becomes `unexpected` and stands in the developer's console. */
export function appErrorOf(cause: unknown): AppError {
  if (cause instanceof AppFailure) return cause.error
  console.error(cause)
  return { kind: 'unexpected', ref: '' }
}
