import type { ShownDay } from './boardDay'
import type { Range } from './window'

/** Slots on one side of the shown hours: how many, and where the first of them is. */
export interface Outside { count: number, clinicId: number, start: number }

/** Slots of a day that end before the hours begin, or begin after they end; those that reach into them are seen. */
export function outsideHours(day: ShownDay, { from, to }: Range): { earlier: Outside | undefined, later: Outside | undefined } {
  let earlier: Outside | undefined
  let later: Outside | undefined
  for (const [clinicId, { slots: { starts, ends } }] of day.columns) {
    for (const [index, start] of starts.entries()) {
      if (ends[index]! <= from) earlier = added(earlier, clinicId, start)
      else if (start >= to) later = added(later, clinicId, start)
    }
  }
  return { earlier, later }
}

const added = (before: Outside | undefined, clinicId: number, start: number): Outside => before && before.start <= start
  ? { ...before, count: before.count + 1 }
  : { clinicId, start, count: (before?.count ?? 0) + 1 }
