import { parseTimeEntry } from '../../domain/timeEntry'
import { dateHere } from './dayClauses'
import { fault, type LineContext } from './lineContext'
import { writtenName } from './lineNames'
import { pieces, type Piece } from './lineScanner'
import { nearest } from './nearest'

/** The words of the grammar, as they are suggested. */
export const keywords = ['gap', 'brk', 'from', 'until', 'weeks', 'every', 'skip hols', 'off', 'plus'] as const
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** Says what is wrong with something that no clause has taken, and passes it. */
export function unknown(context: LineContext): void {
  const { scan, words } = context
  const word = scan.look(pieces('"[^"]*"?|[^\\s,]+'))!
  const found = dateHere(context)
  // Two numbers side by side are hardly meant as one date.
  const date = found && /^\d+\s+\d/.test(found.text) ? undefined : found
  scan.pass(date ?? word)
  if (date) fault(context, 'dateAlone', date)
  else if (/^\d+$/.test(word.text)) fault(context, 'numberAlone', word)
  else if (parseTimeEntry(word.text, words.times) !== undefined) fault(context, 'timeAlone', word)
  else if (/^\d.*[-–—]/.test(word.text)) fault(context, 'notHours', word)
  else unheardOf(context, word)
}

function unheardOf(context: LineContext, word: Piece): void {
  const { clinics, departments } = context.names
  const name = word.text.length < 3 ? undefined : [...clinics.map((clinic) => clinic.name), ...departments]
    .find((each) => each.toLowerCase().startsWith(word.text.toLowerCase()))
  const near = nearest(word.text, [...keywords, ...WEEKDAYS]) ?? (name === undefined ? undefined : `@${writtenName(name)}`)
  if (near === undefined) fault(context, 'unknown', word)
  else fault(context, 'unknownNear', word, { near })
}
