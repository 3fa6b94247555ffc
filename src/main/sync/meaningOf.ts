import type { AppError } from '@shared/errors'

/** What a failure says about the server: it is away, or only one route of it may be, it answered (if only to refuse), or nothing. */
type Meaning = 'away' | 'perhapsAway' | 'answered' | 'nothing'

const MEANINGS: Record<AppError['kind'], Meaning> = {
  offline: 'away',
  untrusted: 'away',
  moved: 'away',
  throttled: 'away',
  timeout: 'perhapsAway',
  webPage: 'perhapsAway',
  server: 'perhapsAway',
  badCredentials: 'answered',
  forbidden: 'answered',
  notFound: 'answered',
  invalid: 'answered',
  conflict: 'answered',
  unusable: 'answered',
  tooLarge: 'answered',
  signedOut: 'nothing',
  locked: 'nothing',
  tooManyTries: 'nothing',
  badAddress: 'nothing',
  notJournalled: 'nothing',
  altered: 'nothing',
  notSaved: 'nothing',
  notPrinted: 'nothing',
  pending: 'nothing',
  busy: 'nothing',
  unexpected: 'nothing',
}

export const meaningOf = (error: AppError): Meaning =>
  error.kind === 'offline' && error.cause === 'dropped' ? 'perhapsAway' : MEANINGS[error.kind]
