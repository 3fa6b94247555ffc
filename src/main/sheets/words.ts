import { oneLine } from '@main/alerts/words'
import type { Tongue } from '@main/tongue/tongue'
import type { Stamp } from '@shared/domain/stamp'
import { wallClock } from '@shared/domain/time'
import type { ClinicDay } from './clinicDay'

/** How documents are written: in whose words, and by the clocks of which IANA zone. */
export interface Writing { tongue: Tongue, zone: string }

/** `Mon 23 Nov, 09:37` on the clinics' clock. */
export function whenText(instant: number, { tongue, zone }: Writing): string {
  const { day, seconds } = wallClock(instant, zone)
  return tongue.say(tongue.texts.stamp.dayAndTime, { day: tongue.shortDay(day), time: tongue.clock(seconds) })
}

/** How old what stands on a page is: paper ages, so it is the time and never "now". */
export function ageText({ fetchedAt, cached, failed, unusable }: Stamp, writing: Writing): string {
  const { texts: { sheets: { paper }, stamp }, say } = writing.tongue
  if (fetchedAt === null) return paper.notKnown
  return [
    say(failed || cached ? paper.unconfirmed : paper.asOf, { when: whenText(fetchedAt, writing) }),
    unusable > 0 && say(stamp.unusable, { n: unusable }, unusable),
  ].filter(Boolean).join(' ')
}

/** When the oldest of these was fetched; null when one of them never was, and without any. */
export const oldestOf = (days: readonly ClinicDay[]): number | null =>
  days.length === 0 || days.some(({ stamp }) => stamp.fetchedAt === null) ? null : Math.min(...days.map(({ stamp }) => stamp.fetchedAt!))

export const clinicText = ({ clinic, isGone }: ClinicDay, { texts, say }: Tongue): string =>
  isGone ? say(texts.sheets.paper.gone, { clinic: oneLine(clinic.name) }) : oneLine(clinic.name)

export const doctorsText = ({ clinic }: ClinicDay): string => clinic.doctors.map(({ name }) => oneLine(name)).join(', ')
