import { indexOfName, parseDateEntry, type DateEntry } from '../../domain/dateEntry'
import { addDays, type Day } from '../../domain/time'
import type { Plan } from '../plan'
import { fault, once, type Clause, type LineContext } from './lineContext'
import { pieces, type Piece } from './lineScanner'

type Weekday = Plan['weekdays'][number]

const NAME = '(\\p{L}[\\p{L}\\p{M}]*)\\.?(?![\\p{L}\\p{M}\\p{N}])'
const weekdayOf = ({ words }: LineContext, piece: Piece | undefined) => {
  const index = piece ? indexOfName(words.dates.weekdays, piece.text.toLowerCase()) : -1
  return index < 0 ? undefined : index
}

/** `mon-fri`, `mon,wed`, `sat-mon` */
export const weekdays: Clause = (context) => {
  const { scan, draft } = context
  const first = scan.look(pieces(NAME))
  let from = weekdayOf(context, first?.groups[0])
  if (from === undefined) return false
  scan.pass(first!)
  const found = new Set<Weekday>(draft.weekdays)
  while (from !== undefined) {
    for (const day of range(from, lastOf(context) ?? from)) found.add(day)
    const next = scan.look(pieces(`,\\s*${NAME}`))
    from = weekdayOf(context, next?.groups[0])
    if (from !== undefined) scan.pass(next!)
  }
  draft.weekdays = [...found].sort((a, b) => a - b)
  return true
}

/** The weekday behind a dash, if one stands here. */
function lastOf(context: LineContext): number | undefined {
  const match = context.scan.take(pieces('[-–—]\\s*([^\\s,]*)'))
  const name = match?.groups[0]
  const last = name && weekdayOf(context, { ...name, text: name.text.replace(/\.$/, '') })
  if (match && last === undefined) fault(context, 'notAWeekday', name!.text === '' ? match : name!)
  return last
}

/** From one weekday on to another, over the week's end if need be; Monday is 0 before and 1 after. */
const range = (from: number, to: number): Weekday[] =>
  Array.from({ length: (to - from + 7) % 7 + 1 }, (_, after) => (from + after) % 7 + 1 as Weekday)

const KEYWORD = pieces('(from|until|till|off|plus)(?![\\p{L}\\p{M}])')
const WORD = '[^\\s,"@]+'
/** Dates have up to three words; the longest that is one counts. */
const SHAPES = [`${WORD}\\s+${WORD},\\s*\\d{4}(?![^\\s,])`, `${WORD}\\s+${WORD}\\s+${WORD}`, `${WORD}\\s+${WORD}`, WORD].map(pieces)
/** Where another clause begins, no date does. */
const OTHER = pieces('@|/|(?:from|until|till|off|plus|gap|brk|break|skip|every)(?![\\p{L}\\p{M}])')

/** `from 2026-12-01`, `until 30 sep`, `off 2026-12-08, 24 dec`, `plus 12 dec` */
export const dates: Clause = (context) => {
  const { scan } = context
  const keyword = scan.take(KEYWORD)
  if (!keyword) return false
  const kind = keyword.text.toLowerCase().replace('till', 'until') as keyof LineContext['dates']
  const isSingle = kind === 'from' || kind === 'until'
  let piece = takeDate(context, keyword)
  if (piece && (!isSingle || once(context, kind === 'until' ? 'end' : kind, { ...piece, from: keyword.from }))) context.dates[kind].push(piece)
  while (!isSingle && scan.look(pieces(',')) && dateHere(context, pieces(',\\s*'))) {
    scan.take(pieces(','))
    piece = takeDate(context, keyword)
    if (piece) context.dates[kind].push(piece)
  }
  return true
}

const entryOf = ({ today, words }: LineContext, text: string): DateEntry => parseDateEntry(text, today, words.dates, { earliest: today })

/** The date that stands here, or after `before`; read without regard for the year. */
export function dateHere(context: LineContext, before?: RegExp): Piece | undefined {
  const shapes = before ? SHAPES.map(({ source }) => pieces(`${before.source}(${source})`)) : SHAPES
  return shapes.map((shape) => context.scan.look(shape)).map((match) => before ? match?.groups[0] : match)
    .find((piece) => piece && entryOf(context, piece.text).ok)
}

function takeDate(context: LineContext, keyword: Piece): Piece | undefined {
  const { scan } = context
  const piece = dateHere(context)
  if (piece) {
    scan.pass(piece)
    return piece
  }
  const impossible = SHAPES.map((shape) => scan.look(shape)).find((match) => match && isImpossible(entryOf(context, match.text)))
  const wrong = impossible ?? (scan.look(OTHER) ? undefined : scan.look(SHAPES.at(-1)!))
  if (wrong) scan.pass(wrong)
  if (wrong) fault(context, impossible ? 'noSuchDay' : 'notADate', wrong)
  else fault(context, 'dateMissing', keyword)
  return undefined
}

const isImpossible = (entry: DateEntry) => !entry.ok && entry.reason === 'noSuchDay'

/** Reads the dates of a line at last: those without a year are the first from the first day on, which is tomorrow if it is not said. */
export function readDates(context: LineContext): void {
  const { dates: { from, until, off, plus }, draft, today, words } = context
  const read = (piece: Piece, earliest: Day): Day | undefined => {
    const entry = parseDateEntry(piece.text, today, words.dates, { earliest })
    return entry.ok ? entry.day : undefined
  }
  const first = from[0] && read(from[0], today)
  if (first !== undefined) draft.from = first
  const earliest = first ?? addDays(today, 1)
  const last = until[0] && read(until[0], earliest)
  if (last !== undefined) draft.end = { kind: 'until', day: last }
  const all = (list: Piece[]) => [...new Set(list.map((piece) => read(piece, earliest)).filter((day) => day !== undefined))]
  if (off.length > 0) draft.off = all(off)
  if (plus.length > 0) draft.plus = all(plus)
}
