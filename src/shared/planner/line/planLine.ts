import { addDays, type Day } from '../../domain/time'
import type { Plan } from '../plan'
import { dates, readDates, weekdays } from './dayClauses'
import { breaks, duration, every, gap, hours, weeks } from './hoursClauses'
import type { Clause, LineContext, LineOptions, PlanDraft } from './lineContext'
import type { LineFault } from './lineFault'
import { lineScanner } from './lineScanner'
import { skips, targets } from './nameClauses'
import { unknown } from './unknownClause'

/** What a line says. `errors` stand in the way of its plan; `notes` are worth knowing. Both in the line's order. */
export interface ReadLine { plan: PlanDraft, errors: LineFault[], notes: LineFault[] }

/** In this order: `4 weeks` before `4-5`, keywords before names of weekdays. */
const clauses: readonly Clause[] = [targets, duration, gap, breaks, dates, skips, every, weeks, hours, weekdays]

/** Reads the planner's line: its words may come in any order, in any case, with any spaces. What is not said is not in the plan. */
export function readPlanLine(line: string, options: LineOptions): ReadLine {
  const context: LineContext = {
    ...options, scan: lineScanner(line), draft: {}, faults: [], notes: [], said: new Set(),
    dates: { from: [], until: [], off: [], plus: [] },
  }
  while (!context.scan.isAtEnd()) if (!clauses.some((clause) => clause(context))) unknown(context)
  readDates(context)
  const inOrder = (faults: LineFault[]) => faults.sort((a, b) => a.from - b.from)
  return { plan: context.draft, errors: inOrder(context.faults), notes: inOrder(context.notes) }
}

type Unsaid = 'from' | 'everyWeeks' | 'gap' | 'breaks' | 'skip' | 'off' | 'plus'

/** A draft with what goes without saying: it begins tomorrow, in every week, without gaps, breaks and exceptions. */
export const withDefaults = (draft: PlanDraft, today: Day): PlanDraft & Pick<Plan, Unsaid> => ({
  from: addDays(today, 1), everyWeeks: 1, gap: 0, breaks: [], skip: [], off: [], plus: [], ...draft,
})
