import { AppFailure, type AppError } from '@shared/errors'

/** Writes a fault of ours to the log and returns the reference under which it stands there. */
export type Report = (cause: unknown) => string

/** What a stamp says about something that was thrown. */
export const appErrorOf = (cause: unknown, report: Report): AppError =>
  cause instanceof AppFailure ? cause.error : { kind: 'unexpected', ref: report(cause) }
