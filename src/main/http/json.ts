import { AppFailure } from '@shared/errors'

/**
 * The value of JSON text in UTF-8. Strict on purpose: ofetch's own parser (destr) gives broken JSON back as a string, without an error.
 * Throws `AppFailure` (unusable).
 */
export function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown
  } catch {
    throw new AppFailure({ kind: 'unusable', detail: 'json' })
  }
}
