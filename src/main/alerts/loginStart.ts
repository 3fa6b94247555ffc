import type { Report } from '@main/feed/appErrorOf'
import type { Desktop } from '@main/ports'
import type { Settings } from '@shared/domain/settings'

interface Dependencies {
  settings: () => Settings
  start: Desktop['startAtLogin']
  report: Report
  onChange: () => void
}

/** Has the system start the program at login, as the settings say. */
export function loginStart({ settings, start, report, onChange }: Dependencies): { follow: () => Promise<void>, hasFailed: () => boolean } {
  const wanted = () => ({ on: settings().startAtLogin, hidden: settings().startHidden })
  let asked = wanted()
  let failed = false
  return {
    hasFailed: () => failed,
    /** After each change of the settings; asks the system only where it concerns this. Never throws. */
    async follow() {
      const wish = wanted()
      if (wish.on === asked.on && wish.hidden === asked.hidden) return
      asked = wish
      const before = failed
      failed = await start(wish).then(() => false, (cause: unknown) => {
        report(cause)
        return true
      })
      if (failed !== before) onChange()
    },
  }
}
