import type { AppError } from '@shared/errors'

/**
 * Whether a write that failed so has surely left nothing on the server: no byte of it got there, or the server refused it.
 * After any other failure nobody knows: the connection broke, the time was up, or an answer came that can not be read.
 */
export function isWithoutEffect(error: AppError): boolean {
  switch (error.kind) {
    case 'offline': return error.cause !== 'dropped'
    // An exception may be thrown after the commit; a 4xx is said before anything is done.
    case 'server': return error.status < 500
    case 'timeout':
    case 'unusable':
    case 'tooLarge':
    case 'webPage':
    // A server may carry out a request and then redirect to where its result is.
    case 'moved':
    case 'unexpected': return false
    default: return true
  }
}
