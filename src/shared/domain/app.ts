import * as v from 'valibot'

/** What the program is and runs on. */
export const appInfoSchema = v.strictObject({
  version: v.string(),
  electron: v.string(),
  chromium: v.string(),
  platform: v.string(),
  /** The computer's own IANA zone. */
  zone: v.string(),
})
export type AppInfo = v.InferOutput<typeof appInfoSchema>
