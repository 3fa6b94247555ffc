import { refusal } from './answers'

/** What reading a field gave: its value, or what is wrong with it in the words of Django REST Framework. */
export type Checked<T> = { value: T } | { errors: string[] }

export interface Field<T> {
  read: (value: unknown) => Checked<T>
  /** The value when the field is missing; a field without one is required. */
  fallback?: T | undefined
}
type Fields = Record<string, Field<unknown>>
export type Values<F extends Fields> = { [K in keyof F]: F[K] extends Field<infer T> ? T : never }

/** The values of all fields. Throws the server's 400 with every field's errors, or for data that are no object. */
export function validated<F extends Fields>(data: unknown, fields: F): Values<F> {
  if (data === null) throw invalid({ non_field_errors: ['No data provided'] })
  if (pythonType(data) !== 'dict') {
    throw invalid({ non_field_errors: [`Invalid data. Expected a dictionary, but got ${pythonType(data)}.`] })
  }
  const results = Object.entries(fields).map(([name, field]) => [name, checked((data as Record<string, unknown>)[name], field)] as const)
  const errors = results.flatMap(([name, result]) => 'errors' in result ? [[name, result.errors] as const] : [])
  if (errors.length > 0) throw invalid(Object.fromEntries(errors))
  return Object.fromEntries(results.map(([name, result]) => [name, 'value' in result ? result.value : undefined])) as Values<F>
}

/** The server's 400 with this body. */
export const invalid = (body: Record<string, string[]>) => refusal(400, body)

function checked<T>(value: unknown, { read, fallback }: Field<T>): Checked<T> {
  if (value === undefined) return fallback === undefined ? wrong('This field is required.') : { value: fallback }
  return value === null ? wrong(NULL) : read(value)
}

const NULL = 'This field may not be null.'
const wrong = (...errors: string[]) => ({ errors })

/** Python's name of a JSON value's type, as the error messages use it. */
function pythonType(value: unknown): string {
  if (Array.isArray(value)) return 'list'
  if (typeof value === 'string') return 'str'
  if (typeof value === 'boolean') return 'bool'
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float'
  return 'dict'
}

/** Text, trimmed, not blank, at most `max` characters, and without the objection that `refuse` may have. */
export const textField = (max = Infinity, refuse?: (text: string) => string | undefined) => (value: unknown): Checked<string> => {
  if (typeof value !== 'string' && typeof value !== 'number') return wrong('Not a valid string.')
  const text = String(value).trim()
  if (text === '') return wrong('This field may not be blank.')
  const errors = [
    refuse?.(text),
    [...text].length > max ? `Ensure this field has no more than ${max} characters.` : undefined,
    text.includes('\0') ? 'Null characters are not allowed.' : undefined,
  ].filter((error) => error !== undefined)
  return errors.length > 0 ? { errors } : { value: text }
}

const TRUE = ['t', 'T', 'y', 'Y', 'yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON', '1', 1, true] as unknown[]
const FALSE = ['f', 'F', 'n', 'N', 'no', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF', '0', 0, false] as unknown[]

/** A truth value in any of the spellings that Django REST Framework takes. */
export const booleanField = (value: unknown): Checked<boolean> => {
  if (TRUE.includes(value)) return { value: true }
  return FALSE.includes(value) ? { value: false } : wrong('Must be a valid boolean.')
}

/** A day that exists; one-digit months and days are taken too. */
export const dateField = (value: unknown): Checked<string> => {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(String(value))
  const day = match ? `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}` : ''
  const instant = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(day)
    ? { value: day }
    : wrong('Date has wrong format. Use one of these formats instead: YYYY-MM-DD.')
}

/** A time of day, written back as `HH:MM:SS`, with microseconds only when there are some. */
export const timeField = (value: unknown): Checked<string> => {
  const match = /^(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d{1,6})\d{0,6})?)?$/.exec(String(value))
  const [hours, minutes, seconds] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3] ?? 0)]
  if (!match || hours > 23 || minutes > 59 || seconds > 59) {
    return wrong('Time has wrong format. Use one of these formats instead: hh:mm[:ss[.uuuuuu]].')
  }
  const micros = (match[4] ?? '').padEnd(6, '0')
  const text = [hours, minutes, seconds].map((part) => String(part).padStart(2, '0')).join(':')
  return { value: micros === '000000' ? text : `${text}.${micros}` }
}

/** A row named by its id. */
export const idField = <R>(find: (id: number) => R | undefined) => (value: unknown): Checked<R> => {
  if (value === '') return wrong(NULL)
  const number = typeof value === 'number' || (typeof value === 'string' && /^\s*[-+]?\d+\s*$/.test(value)) ? Math.trunc(Number(value)) : undefined
  if (number === undefined) return wrong(`Incorrect type. Expected pk value, received ${pythonType(value)}.`)
  const row = find(number)
  return row ? { value: row } : wrong(`Invalid pk "${String(value)}" - object does not exist.`)
}

/** A row named by its name. */
export const nameField = <R>(find: (name: string) => R | undefined) => (value: unknown): Checked<R> => {
  if (value === '') return wrong(NULL)
  if (typeof value === 'object') return wrong('Invalid value.')
  const row = find(String(value))
  return row ? { value: row } : wrong(`Object with name=${String(value)} does not exist.`)
}
