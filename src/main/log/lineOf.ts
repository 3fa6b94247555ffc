import { logEvents } from './events'
import { redact } from './redact'

const LONGEST = 160

/**
 * An event as it is written to the log: nothing but what the closed set knows, each value on its line and of a word's length. The second
 * net: the compiler has the same to say, but not of what was cast.
 */
export function lineOf(event: string, fields: Record<string, unknown> = {}): string {
  if (!Object.hasOwn(logEvents, event)) return 'log.unknown'
  const known: readonly string[] = logEvents[event as keyof typeof logEvents]
  const told = known.filter((name) => fields[name] !== undefined).map((name) => `${name}=${shortened(fields[name])}`)
  return redact([event, ...told].join(' '))
}

/** One line, so that nothing can look like an event of its own. */
const shortened = (value: unknown) => String(value).replace(/\s+/g, ' ').slice(0, LONGEST)
