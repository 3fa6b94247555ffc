import en from '@shared/locales/en.json'
import { oneLine, worded } from '@main/alerts/words'
import type { Stamp } from '@shared/domain/stamp'
import { clockText, numberOfDay, wallClock, type Day } from '@shared/domain/time'
import type { ClinicDay } from './clinicDay'

const text = en.sheets.paper

// A day has no zone: it is put together and written out in UTC, so that no zone can shift it.
const written = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options })
  return (day: Day) => format.format(numberOfDay(day) * 86_400_000)
}
/** `Monday 23 November 2026` */
export const longDay = written({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
/** `Mon 23 Nov` */
export const shortDay = written({ weekday: 'short', day: 'numeric', month: 'short' })

/** `Mon 23 Nov, 09:37` on the clinics' clock. */
export function whenText(instant: number, zone: string): string {
  const { day, seconds } = wallClock(instant, zone)
  return worded(en.stamp.dayAndTime, { day: shortDay(day), time: clockText(seconds) })
}

/** How old what stands on a page is: paper ages, so it is the time and never "now". */
export function ageText({ fetchedAt, cached, failed, unusable }: Stamp, zone: string): string {
  if (fetchedAt === null) return text.notKnown
  return [
    worded(failed || cached ? text.unconfirmed : text.asOf, { when: whenText(fetchedAt, zone) }),
    unusable > 0 && worded(en.stamp.unusable, { n: unusable }, unusable),
  ].filter(Boolean).join(' ')
}

/** When the oldest of these was fetched; null when one of them never was, and without any. */
export const oldestOf = (days: readonly ClinicDay[]): number | null =>
  days.length === 0 || days.some(({ stamp }) => stamp.fetchedAt === null) ? null : Math.min(...days.map(({ stamp }) => stamp.fetchedAt!))

export const clinicText = ({ clinic, isGone }: ClinicDay): string =>
  isGone ? worded(text.gone, { clinic: oneLine(clinic.name) }) : oneLine(clinic.name)

export const doctorsText = ({ clinic }: ClinicDay): string => clinic.doctors.map(({ name }) => oneLine(name)).join(', ')
