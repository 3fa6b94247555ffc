import * as v from 'valibot'
import { policyStateSchema } from './policy'

/** What the program is and runs on. */
export const appInfoSchema = v.strictObject({
  version: v.string(),
  electron: v.string(),
  chromium: v.string(),
  platform: v.string(),
  /** The computer's own IANA zone. */
  zone: v.string(),
  policy: policyStateSchema,
})
export type AppInfo = v.InferOutput<typeof appInfoSchema>

/** A package whose code is in the program. `homepage` and `text`, its licence's own words, may be ''. */
export const licenceSchema = v.strictObject({
  name: v.string(), version: v.string(), licence: v.string(), homepage: v.string(), text: v.string(),
})
export type Licence = v.InferOutput<typeof licenceSchema>
