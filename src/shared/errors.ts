import * as v from 'valibot'

const of = <K extends string, E extends v.ObjectEntries>(kind: K, entries: E) => v.strictObject({ kind: v.literal(kind), ...entries })

/**
 * Why nobody is signed in: they signed out (or never signed in); the server ended the session, switched the account off, or does not know
 * it any more; or this desk ended it: for somebody else, after wrong passwords, after its longest time, or at the clinic's hour for it.
 */
export const signedOutReason = v.picklist(['none', 'ended', 'inactive', 'unknownUser', 'handedOver', 'tries', 'hours', 'hour'])
export type SignedOutReason = v.InferOutput<typeof signedOutReason>

/** Every failure that can reach the renderer. Plain data: it survives IPC and contextBridge, and holds no text of a thrown error. */
export const appErrorSchema = v.variant('kind', [
  /** No session, or the server ended it. `reason` tells the sign-in screen what to say. */
  of('signedOut', { reason: signedOutReason }),
  /** The token route refused e-mail and password. */
  of('badCredentials', {}),
  of('locked', {}),
  /** Wrong passwords at the lock: seconds until the next try. */
  of('tooManyTries', { seconds: v.number() }),
  /** 403: this account may not do that; asking again or refreshing changes nothing. */
  of('forbidden', {}),
  of('notFound', {}),
  /** No byte of the request reached a clinic server, or its answer was lost on the way. */
  of('offline', { cause: v.picklist(['dns', 'unreachable', 'dropped', 'proxy', 'network']) }),
  of('timeout', {}),
  /** The server's certificate could not be trusted. `code` is for the IT department: CERT_DATE_INVALID. */
  of('untrusted', { code: v.string() }),
  /** A web page came where data were due: a captive portal, or an address that is not a clinic server's. */
  of('webPage', {}),
  /** The server redirected; redirects are never followed. */
  of('moved', {}),
  /** 400: messages by field, as the server worded them; `non_field_errors` and `detail` under the key ''. */
  of('invalid', { fields: v.record(v.string(), v.array(v.string())) }),
  /** 409: changed or in use. `detail` is the server's own sentence, possibly empty. */
  of('conflict', { detail: v.string() }),
  /** 429. Seconds until the server wants to be asked again. */
  of('throttled', { retryAfter: v.number() }),
  of('server', { status: v.number() }),
  /** An answer that can not be used: not JSON, of the wrong shape, or a list with fewer rows than the server counts. */
  of('unusable', { detail: v.picklist(['json', 'shape', 'cut']) }),
  of('tooLarge', {}),
  /** The server address can not be used. */
  of('badAddress', { reason: v.picklist(['empty', 'malformed', 'plainHttp', 'credentials', 'scheme', 'notAllowed']) }),
  /** What was to be created could not be written to this computer's disk first, so it was not sent. */
  of('notJournalled', {}),
  /** The server made something else of a slot than what was sent: other times. */
  of('altered', {}),
  /** A file that a person wanted to have could not be written where they chose. */
  of('notSaved', {}),
  /** No printer took it. */
  of('notPrinted', {}),
  /** Signing out would lose creates that wait or are uncertain; how many of each. */
  of('pending', { waiting: v.number(), uncertain: v.number() }),
  /** The main process gets more calls than a person can make. */
  of('busy', {}),
  /** A fault of ours. `ref` finds it in the log. */
  of('unexpected', { ref: v.string() }),
])
export type AppError = v.InferOutput<typeof appErrorSchema>
export type AppErrorOf<K extends AppError['kind']> = Extract<AppError, { kind: K }>

/** The one error class: an AppError on its way through `throw`. */
export class AppFailure extends Error {
  constructor(readonly error: AppError) { super(error.kind) }
}

/** How a call's outcome crosses from main to renderer. */
export type Reply<T> = { ok: true, value: T } | { ok: false, error: AppError }
