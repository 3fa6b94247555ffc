import { clockText, DAY_SECONDS } from '../../domain/time'
import { parseLengthEntry, parseTimeEntry, type TimeWords } from '../../domain/timeEntry'
import type { Hours } from '../plan'
import { fault, once, type Clause, type LineContext } from './lineContext'
import { pieces, WORD_ENDS, type Match, type Piece } from './lineScanner'

const LENGTH = pieces("\\d+(?:[:.]\\d+)?(?:\\s?(?:hours?|hrs?|h)(?:\\d{1,2})?|\\s?(?:minutes?|mins?|m|'))?(?=[\\s,@]|$)")
const ANYTHING = pieces('[^\\s,]+')
const escaped = (word: string) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
const anyOf = (words: readonly string[]) => words.filter(Boolean).sort((a, b) => b.length - a.length).map(escaped).join('|')

/** `9-13`, `9:30 - 12:45`, `9am-1pm`, `9-noon`: two groups, start and end. */
function hoursSource({ noon, midnight, am, pm }: TimeWords): string {
  const time = `(${anyOf([...noon, ...midnight])}|\\d{1,4}(?:\\s?[:.h]\\s?\\d{2}|h)?(?:\\s?(?:${anyOf([...am, ...pm])}))?)`
  return `${time}\\s*[-–—]\\s*${time}(?=[\\s,]|$)`
}

/** `9-13` */
export const hours: Clause = (context) => {
  const match = context.scan.take(pieces(hoursSource(context.words.times)))
  const span = match && readHours(context, match)
  if (span) context.draft.sessions = [...context.draft.sessions ?? [], span]
  return match !== undefined
}

/** `brk 11-11:15`, `break 11-11:15, 13-14` */
export const breaks: Clause = (context) => {
  const keyword = context.scan.take(pieces('(?:brk|breaks?)(?![\\p{L}\\p{M}])'))
  if (!keyword) return false
  const source = hoursSource(context.words.times)
  let match = context.scan.take(pieces(source))
  if (!match) withoutHours(context, keyword)
  for (; match; match = context.scan.take(pieces(`,\\s*${source}`))) {
    const span = readHours(context, match)
    if (span) context.draft.breaks = [...context.draft.breaks ?? [], span]
  }
  return true
}

function withoutHours(context: LineContext, keyword: Piece): void {
  const given = context.scan.take(pieces('\\d[^\\s,]*'))
  if (given) fault(context, 'notHours', given)
  else fault(context, 'breakWithoutHours', keyword)
}

function readHours(context: LineContext, match: Match): Hours | undefined {
  const [from, to] = match.groups as [Piece, Piece]
  const start = parseTimeEntry(from.text, context.words.times)
  const end = parseTimeEntry(to.text, context.words.times, { end: true })
  if (start === undefined) fault(context, 'notATime', from)
  if (end === undefined) fault(context, 'notATime', to)
  if (start === undefined || end === undefined) return undefined
  if (end > start) return { start, end }
  fault(context, 'endBeforeStart', match, { start: clockText(start), end: clockText(end) })
  return undefined
}

/** `/15`, `/1h` */
export const duration: Clause = (context) => {
  const sign = context.scan.take(pieces('/'))
  const length = sign && readLength(context, sign)
  if (length && length.seconds >= 60 && length.seconds < DAY_SECONDS) {
    if (once(context, 'duration', spanned(sign, length.piece))) context.draft.duration = length.seconds
  } else if (length) fault(context, 'notALength', length.piece)
  return sign !== undefined
}

/** `gap 5` */
export const gap: Clause = (context) => {
  const keyword = context.scan.take(pieces('gaps?(?![\\p{L}\\p{M}])'))
  const length = keyword && readLength(context, keyword)
  if (length && once(context, 'gap', spanned(keyword, length.piece))) context.draft.gap = length.seconds
  return keyword !== undefined
}

/** The length behind `before`; undefined after a fault. */
function readLength(context: LineContext, before: Piece): { piece: Piece, seconds: number } | undefined {
  const piece = context.scan.take(LENGTH)
  const seconds = piece && (/^0+\D*$/.test(piece.text) ? 0 : parseLengthEntry(piece.text))
  if (piece && seconds !== undefined) return { piece, seconds }
  const wrong = piece ?? context.scan.take(ANYTHING)
  if (wrong) fault(context, 'notALength', wrong)
  else fault(context, 'lengthMissing', before)
  return undefined
}

const spanned = (first: Piece, last: Piece): Piece => ({ text: first.text + last.text, from: first.from, to: last.to })

/** `4 weeks` */
export const weeks: Clause = (context) => {
  const match = context.scan.take(pieces(`(?:for\\s+)?(\\d+)\\s*(?:weeks?|wks?|w)${WORD_ENDS}`))
  if (!match) return false
  const count = Number(match.groups[0]!.text)
  if (count < 1 || count > 520) fault(context, 'weeksRange', match)
  else if (once(context, 'end', match)) context.draft.end = { kind: 'weeks', weeks: count }
  return true
}

const EVERY = pieces(`(?:(\\d+)(?:st|nd|rd|th)?\\s*|(other|second)\\s+)?(?:weeks?|wks?|w)${WORD_ENDS}`)

/** `every 2 weeks`, `every other week` */
export const every: Clause = (context) => {
  const keyword = context.scan.take(pieces(`every${WORD_ENDS}`))
  if (!keyword) return false
  const match = context.scan.take(EVERY)
  if (!match) fault(context, 'everyMissing', keyword)
  else {
    const [digits, word] = match.groups
    const count = word ? 2 : Number(digits?.text ?? 1)
    if (count < 1 || count > 52) fault(context, 'everyRange', match)
    else if (once(context, 'every', spanned(keyword, match))) context.draft.everyWeeks = count
  }
  return true
}
