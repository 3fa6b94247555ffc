import type { Clinic, Fault } from '../clinic'
import { scriptInjections } from './scriptInjections'

/** What is put where. */
interface Injecting {
  /** Also where a day or a time is expected. */
  everywhere: boolean
  /** Told of each field, by its resource and name: `hospitalstaff.name`. */
  onField: (field: string) => void
}

const isDayOrTime = (text: string) => /^\d{4}-\d\d-\d\d|^\d\d:\d\d/.test(text)

/**
 * From now on the server answers with what looks like script in place of every text that it sends, in fields that nobody asked for too.
 * The same text is always replaced by the same, as a department's name must be.
 */
export function inject(clinic: Clinic, { everywhere, onField }: Injecting): () => void {
  const replaced = new Map<string, string>()
  const instead = (text: string) => {
    if (!replaced.has(text)) replaced.set(text, `${scriptInjections[replaced.size % scriptInjections.length]!} ${replaced.size}`)
    return replaced.get(text)!
  }
  const changed = (value: unknown, field: string): unknown => {
    if (typeof value === 'string') {
      if (isDayOrTime(value) && !everywhere) return value
      onField(field)
      return instead(value)
    }
    if (Array.isArray(value)) return value.map((each) => changed(each, field))
    if (typeof value !== 'object' || value === null) return value
    const own = Object.entries(value).map(([name, inner]) => [name, changed(inner, `${field}.${name}`)] as const)
    return { ...Object.fromEntries(own), note: instead('note'), html: instead('html') }
  }
  const fault: Fault = async (request, response, next) => {
    const answer = await next.carryOut()
    const resource = /.*\/api\/([a-z-]+)/.exec(request.url ?? '')?.[1] ?? ''
    const text = await answer.text()
    const body = answer.ok && text !== '' ? JSON.stringify(changed(JSON.parse(text), resource)) : text
    response.writeHead(answer.status, { 'Content-Type': 'application/json' })
    response.end(body)
  }
  const resources = ['/hospitalstaff/', '/hospitalstaffdepartment/', '/doctor-clinics/', '/clinic-appointment-slots/', '/hospital-call-requests/']
  const healing = resources.map((part) => clinic.fail(part, fault))
  return () => { for (const heal of healing) heal() }
}

/** A 400 that says each of them of a field, of a field that there is not, and of the whole. */
export const refusal = (field: string) => JSON.stringify({
  [field]: scriptInjections.slice(0, 20), non_field_errors: scriptInjections.slice(20), detail: scriptInjections[2],
  [scriptInjections[0]!]: [scriptInjections[3]],
})
