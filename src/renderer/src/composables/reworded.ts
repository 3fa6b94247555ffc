import { AppFailure } from '@shared/errors'

/**
 * Throws what was caught, with words of ours around what the server says of one of its fields: it names rows that are gone by keys of
 * its database.
 */
export function reworded(cause: unknown, field: string, words: (messages: string) => string): never {
  const fields = cause instanceof AppFailure && cause.error.kind === 'invalid' ? cause.error.fields : {}
  const messages = fields[field]
  if (!messages) throw cause
  throw new AppFailure({ kind: 'invalid', fields: { ...fields, [field]: [words(messages.join(' '))] } })
}
