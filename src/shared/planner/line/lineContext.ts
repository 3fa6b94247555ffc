import type { DateWords } from '../../domain/dateEntry'
import type { Day } from '../../domain/time'
import type { TimeWords } from '../../domain/timeEntry'
import type { Plan } from '../plan'
import type { LineFault, LineFaultCode } from './lineFault'
import type { LineNames } from './lineNames'
import type { LineScanner, Piece } from './lineScanner'

/** What a line, or a form that is being filled in, says of a plan so far. */
export type PlanDraft = Partial<Plan>

export interface LineOptions {
  /** Today on the clinic's clock. */
  today: Day
  words: { dates: DateWords, times: TimeWords }
  names: LineNames
}

/** A line while it is being read. */
export interface LineContext extends LineOptions {
  scan: LineScanner
  draft: PlanDraft
  faults: LineFault[]
  notes: LineFault[]
  /** What can be said once only and has been said: `duration`, `from` … */
  said: Set<string>
  /** Dates are read when all is known: without a year they follow the first day. */
  dates: { from: Piece[], until: Piece[], off: Piece[], plus: Piece[] }
}

/** Reads what stands here when it is of its kind; false when it is not. */
export type Clause = (context: LineContext) => boolean

export function fault({ faults }: LineContext, code: LineFaultCode, { text, from, to }: Piece, params: Record<string, string> = {}): void {
  faults.push({ from, to, code, params: { word: text, ...params } })
}

/** Whether this is said for the first time; the second time is a fault. */
export function once(context: LineContext, what: string, piece: Piece): boolean {
  if (context.said.has(what)) fault(context, 'twice', piece)
  else {
    context.said.add(what)
    return true
  }
  return false
}
