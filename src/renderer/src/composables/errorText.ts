import type { AppError } from '@shared/errors'

/** Key of an error's sentence in the locale files: `errors.timeout`, or `errors.offline.dns` where a kind has several. */
export function errorKey(error: AppError): string {
  switch (error.kind) {
    case 'signedOut': return `errors.signedOut.${error.reason}`
    case 'offline': return `errors.offline.${error.cause}`
    case 'badAddress': return `errors.badAddress.${error.reason}`
    case 'unusable': return `errors.unusable.${error.detail}`
    case 'conflict': return error.detail === '' ? 'errors.conflict.plain' : 'errors.conflict.detailed'
    case 'server': return error.status < 500 ? 'errors.server.refused' : 'errors.server.fault'
    case 'unexpected': return error.ref === '' ? 'errors.unexpected.plain' : 'errors.unexpected.logged'
    default: return `errors.${error.kind}`
  }
}

/** What the sentence names: a status, a certificate's code, the server's own words. */
export function errorParams(error: AppError): Record<string, string | number> {
  switch (error.kind) {
    case 'untrusted': return { code: error.code }
    case 'server': return { status: error.status }
    case 'throttled': return { seconds: Math.ceil(error.retryAfter) }
    case 'tooManyTries': return { seconds: error.seconds }
    case 'conflict': return { detail: error.detail }
    case 'pending': return { waiting: error.waiting, uncertain: error.uncertain }
    case 'unexpected': return { ref: error.ref }
    case 'invalid': return { messages: Object.values(error.fields).flat().join(' ') }
    default: return {}
  }
}
