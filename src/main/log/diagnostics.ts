import type { AppInfo } from '@shared/domain/app'
import { redact } from './redact'

interface Parts {
  info: AppInfo
  /** The log, older lines first. */
  log: string
  /** When it is saved. */
  now: number
}

/**
 * What somebody needs who looks for a fault: the program's versions and its log. The log holds fixed words, ids and numbers alone; it is
 * searched for secrets all the same, line by line, and once more as a whole: undefined where something is still found then. What we say of
 * ourselves is not searched: versions look like telephone numbers.
 */
export function diagnostics({ info, log, now }: Parts): string | undefined {
  const head = [`Clinic Reception ${info.version}, ${info.platform}`, `Electron ${info.electron}, Chromium ${info.chromium}, ${info.zone}`]
  const lines = log.split(/\r?\n/).map(searched)
  const ours = [new Date(now).toISOString(), ...head, `policy: ${info.policy.state} ${info.policy.fixed.join(' ')}`, '']
  return hasSecret(lines) ? undefined : [...ours, ...lines].join('\n')
}

/** The log's own times look like telephone numbers. */
const TIME = /^\d{4}-\d\d-\d\dT[\d:.]+Z/
function searched(line: string): string {
  const time = TIME.exec(line)?.[0] ?? ''
  return time + redact(line.slice(time.length))
}

const hasSecret = (lines: readonly string[]) => lines.some((line) => searched(line) !== line) || /eyJ[\w-]{10,}/.test(lines.join(''))
