import * as v from 'valibot'

/** Minutes between two lines of the day board. */
export const zoomSteps = [5, 10, 15, 20, 30, 60] as const

const isZone = (zone: string) => {
  try { return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone })) } catch { return false }
}

/** What this computer remembers for everyone who works on it. */
export const settingsSchema = v.strictObject({
  theme: v.picklist(['system', 'light', 'dark']),
  /** IANA zone of the clinic's wall clock; '' means the computer's own. */
  zone: v.pipe(v.string(), v.check((zone) => zone === '' || isZone(zone), 'zone')),
  zoom: v.picklist(zoomSteps),
  /** Seconds for which a job is held before its first request, so that it can still be called off. */
  holdSeconds: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(60)),
  /** A clinic that is published for fewer days ahead than this is an alarm. */
  runwayDays: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(90)),
})
export type Settings = v.InferOutput<typeof settingsSchema>

export const defaultSettings: Settings = { theme: 'system', zone: '', zoom: 15, holdSeconds: 10, runwayDays: 14 }

export const settingsChangeSchema = v.partial(settingsSchema)
export type SettingsChange = v.InferOutput<typeof settingsChangeSchema>
