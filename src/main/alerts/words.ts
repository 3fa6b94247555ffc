import en from '@shared/locales/en.json'
import type { RequestFacts } from '@shared/domain/triage'
import { mostFor, type Announcement } from './announcement'

const LONGEST = 120

/** Texts of the program outside of its window, in the locale files' own form: `{name}`, and `none | one | many`. */
export function worded(text: string, values: Record<string, string | number> = {}, count?: number): string {
  const forms = text.split(' | ')
  const form = count === undefined || forms.length === 1 ? text : forms[Math.min(count, forms.length - 1)]!
  return form.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole))
}

/** Characters that turn the direction of what follows them: a name may not rearrange the words around it. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g

/** A server's text in one line: names come from people, and a notification has room for little. */
export function oneLine(text: string): string {
  const line = text.replace(TURNING, '').replace(/[\p{Cc}\p{Z}]+/gu, ' ').trim()
  const letters = [...line]
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : line
}

export const doctorText = ({ id, name }: RequestFacts['doctor']): string => oneLine(name) || worded(en.callRequests.nameless, { id })

/** What a notification says; a doctor's name only where the settings allow it. Plain text. */
export function notificationText(announcement: Announcement, withDoctor: boolean): { title: string, body: string } {
  const { requests } = announcement
  const count = requests.length
  const title = worded(en.alerts.arrived, { n: count }, count)
  if (announcement.kind === 'one') return { title, body: withDoctor ? doctorText(requests[0]!.doctor) : '' }
  const most = withDoctor ? mostFor(requests) : undefined
  const lines = [
    ...most ? [worded(en.alerts.mostFor, { n: most.count, doctor: doctorText(most.doctor) })] : [],
    ...announcement.wasAway ? [en.alerts.whileAway] : [],
  ]
  return { title, body: lines.join('\n') }
}
