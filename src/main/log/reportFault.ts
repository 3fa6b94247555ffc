import type { Log } from '@main/ports'

/** A fault of ours: its name and place go to the log, never its message, which may hold what a server or a person said. */
export function reportFault(log: Log, where: string, cause: unknown): string {
  const ref = crypto.randomUUID().slice(0, 8)
  const error = cause instanceof Error ? cause : undefined
  log.warn('fault', { ref, where, name: error?.name ?? typeof cause, at: error?.stack?.match(/\n\s+at (.{1,120})/)?.[1] ?? '' })
  return ref
}
