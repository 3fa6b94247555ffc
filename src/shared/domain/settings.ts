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
})
export type Settings = v.InferOutput<typeof settingsSchema>

export const defaultSettings: Settings = { theme: 'system', zone: '', zoom: 15 }

export const settingsChangeSchema = v.partial(settingsSchema)
export type SettingsChange = v.InferOutput<typeof settingsChangeSchema>
