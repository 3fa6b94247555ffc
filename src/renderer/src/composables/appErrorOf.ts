import { AppFailure, type AppError } from '@shared/errors'

/** The AppError of anything that was thrown; what is none of ours becomes `unexpected` and is reported as uncaught errors are. */
export function appErrorOf(cause: unknown): AppError {
  if (cause instanceof AppFailure) return cause.error
  reportError(cause)
  return { kind: 'unexpected', ref: '' }
}
