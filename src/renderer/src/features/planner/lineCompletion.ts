import { completeLine, type Completion } from '@shared/planner/line/completeLine'
import type { LineNames } from '@shared/planner/line/lineNames'

/** A list of completions: open by itself only where a word is begun, so that Enter and Tab keep their own meaning elsewhere. */
export interface LineCompletion {
  entries: Completion[]
  /** The entry that Enter takes; -1 where the word is whole already, until an arrow key chooses one. */
  active: number
}

/** What is offered at the caret; undefined for nothing. With `wanted` also what may come where no word is begun. */
export function completionAt(line: string, caret: number, names: LineNames, wanted: boolean): LineCompletion | undefined {
  const found = completeLine(line, caret, names)
  const isBegun = found.some(({ from }) => line.slice(from, caret).trim() !== '')
  const typed = ({ from, to }: Completion) => line.slice(from, to).trim().toLowerCase()
  const entries = found.filter((entry) => entry.insert.trim().toLowerCase() !== typed(entry))
  if (entries.length === 0 || (!isBegun && !wanted)) return undefined
  return { entries, active: entries.length < found.length ? -1 : 0 }
}

/** The line once an entry is taken, and where the caret stands then. */
export function completed(line: string, { from, to, insert }: Completion): { line: string, caret: number } {
  const rest = line.slice(to)
  return { line: line.slice(0, from) + insert + (insert.endsWith(' ') ? rest.trimStart() : rest), caret: from + insert.length }
}
