import { writtenDigits } from './writtenDigits'

/** Around a name or a time within a sentence: its own direction counts inside, and outside it is one word. */
const [ISOLATE, END] = ['\u2068', '\u2069']

const made = new Map<string, (value: unknown) => string>()

/**
 * How a value stands within a text of a locale (see `localeOf`): numbers in its digits, and text, where the words run from right to left,
 * so that it does not turn them around. The same function for the same locale.
 */
export function insertion(locale: string, isRightToLeft: boolean): (value: unknown) => string {
  const key = `${locale} ${isRightToLeft}`
  let found = made.get(key)
  if (!found) {
    // `Intl` is slow to begin, and many texts hold no number.
    let digits: ReturnType<typeof writtenDigits> | undefined
    const around = isRightToLeft ? (text: string) => text && `${ISOLATE}${text}${END}` : (text: string) => text
    made.set(key, found = (value) => typeof value === 'number' ? (digits ??= writtenDigits(locale))(String(value)) : around(shown(value)))
  }
  return found
}

const shown = (value: unknown): string => typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value)
