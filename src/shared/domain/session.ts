import * as v from 'valibot'
import { signedOutReason } from '../errors'

export const sessionStateSchema = v.variant('status', [
  v.strictObject({ status: v.literal('signedOut'), reason: signedOutReason }),
  v.strictObject({
    status: v.literal('signedIn'),
    email: v.string(),
    /** Host (and port) of the clinic server, for people: `clinic.example`. */
    server: v.string(),
    /** The built-in demo clinic: sample data, marked as such. */
    demo: v.boolean(),
    /** False when the computer has no key store: the session lives in memory only. */
    kept: v.boolean(),
  }),
  /** Somebody is signed in, and nothing of theirs is told before they have given their password again. */
  v.strictObject({
    status: v.literal('locked'),
    /** What stands before the @ of their e-mail address. */
    name: v.string(),
    server: v.string(),
    demo: v.boolean(),
    /** The demo clinic's, which nobody chose; '' for every other. */
    password: v.string(),
    /** Wrong passwords that are left before the session ends, and the seconds to wait before the next. */
    triesLeft: v.number(),
    waitSeconds: v.number(),
  }),
])
export type SessionState = v.InferOutput<typeof sessionStateSchema>

/** What the sign-in form holds; messages are keys of the locale files under `form`. */
export const signInFormSchema = v.strictObject({
  server: v.pipe(v.string(), v.trim(), v.nonEmpty('required'), v.maxLength(2000, 'tooLong')),
  email: v.pipe(v.string(), v.trim(), v.nonEmpty('required'), v.maxLength(254, 'tooLong')),
  password: v.pipe(v.string(), v.nonEmpty('required'), v.maxLength(1000, 'tooLong')),
})
export type SignInForm = v.InferOutput<typeof signInFormSchema>

/** What the sign-in screen starts with. A password is there only for the demo clinic. */
export const prefillSchema = v.strictObject({ server: v.string(), email: v.string(), password: v.string() })
export type Prefill = v.InferOutput<typeof prefillSchema>
