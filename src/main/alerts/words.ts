import type { RequestFacts } from '@shared/domain/triage'
import type { Tongue } from '@main/tongue/tongue'
import { mostFor, type Announcement } from './announcement'

const LONGEST = 120

/** Characters that turn the direction of what follows them: a name may not rearrange the words around it. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g

/** A server's text in one line: names come from people, and a notification has room for little. */
export function oneLine(text: string): string {
  const line = text.replace(TURNING, '').replace(/[\p{Cc}\p{Z}]+/gu, ' ').trim()
  const letters = [...line]
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : line
}

export const doctorText = ({ id, name }: RequestFacts['doctor'], { texts, say }: Tongue): string =>
  oneLine(name) || say(texts.callRequests.nameless, { id })

/** What a notification says; a doctor's name only where the settings allow it. Plain text. */
export function notificationText(announcement: Announcement, withDoctor: boolean, tongue: Tongue): { title: string, body: string } {
  const { texts: { alerts }, say } = tongue
  const { requests } = announcement
  const count = requests.length
  const title = say(alerts.arrived, { n: count }, count)
  if (announcement.kind === 'one') return { title, body: withDoctor ? doctorText(requests[0]!.doctor, tongue) : '' }
  const most = withDoctor ? mostFor(requests) : undefined
  const lines = [
    ...most ? [say(alerts.mostFor, { n: most.count, doctor: doctorText(most.doctor, tongue) })] : [],
    ...announcement.wasAway ? [alerts.whileAway] : [],
  ]
  return { title, body: lines.join('\n') }
}

export const testText = ({ texts: { alerts } }: Tongue): { title: string, body: string } =>
  ({ title: alerts.testTitle, body: alerts.testBody })
