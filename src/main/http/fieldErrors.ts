const MOST_FIELDS = 50
const MOST_MESSAGES = 20
const MOST_LETTERS = 500
const DEEPEST = 8

/**
 * The messages of a 400 by field, in any shape that Django REST Framework gives them: `{field: [..]}`, nested objects and lists
 * (their fields joined by dots: `slots.1.start_time`), `{non_field_errors}` and `{detail}` (under ''), a bare list or string.
 * Empty when the body was none of these. Capped: what a server says must fit on a screen.
 */
export function fieldErrors(said: unknown): Record<string, string[]> {
  const found = new Map<string, string[]>()
  collect(said, '', found, DEEPEST)
  // `fromEntries` makes own properties, whatever a field is called.
  return Object.fromEntries(found)
}

function collect(value: unknown, field: string, found: Map<string, string[]>, depth: number): void {
  const said = sentenceIn(value) ?? value
  if (depth === 0) return
  if (Array.isArray(said)) {
    said.forEach((item, index) => { collect(item, isNested(item) ? joined(field, String(index)) : field, found, depth - 1) })
  } else if (typeof said === 'object' && said !== null) {
    for (const [name, inner] of Object.entries(said)) collect(inner, joined(field, name), found, depth - 1)
  } else if (typeof said === 'string' || typeof said === 'number') {
    add(field, String(said), found)
  }
}

/** The sentence of `{detail, code}` (simplejwt) and `{message, code}` (DRF's full details): the code is for machines. */
function sentenceIn(said: unknown): string | undefined {
  if (typeof said !== 'object' || said === null || !('code' in said) || typeof said.code !== 'string') return undefined
  const sentence = 'detail' in said ? said.detail : 'message' in said ? said.message : undefined
  return typeof sentence === 'string' ? sentence : undefined
}

const isNested = (said: unknown) => typeof said === 'object' && said !== null && sentenceIn(said) === undefined

const joined = (field: string, name: string) =>
  name === 'non_field_errors' || name === 'detail' ? field : field ? `${field}.${name}` : name

function add(field: string, message: string, found: Map<string, string[]>): void {
  const messages = found.get(field) ?? []
  if (messages.length === MOST_MESSAGES || (messages.length === 0 && found.size === MOST_FIELDS) || field === '__proto__') return
  const text = message.slice(0, MOST_LETTERS).trim()
  if (text) found.set(field, [...messages, text])
}
