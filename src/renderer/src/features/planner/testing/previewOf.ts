import { numberOfDay, type Day } from '@shared/domain/time'
import type { PlanNote, Preview } from '@shared/planner/preview'

/** One planned slot; times in seconds since midnight. */
export interface PreviewRow { day: Day, clinicId: number, start: number, end: number, doubts?: number }

/** A preview of these slots, which must be in order. */
export const previewOf = (rows: readonly PreviewRow[], notes: PlanNote[] = []): Preview => ({
  clinicIds: Float64Array.from(rows, ({ clinicId }) => clinicId),
  days: Int32Array.from(rows, ({ day }) => numberOfDay(day)),
  starts: Int32Array.from(rows, ({ start }) => start),
  ends: Int32Array.from(rows, ({ end }) => end),
  doubts: Uint8Array.from(rows, ({ doubts }) => doubts ?? 0),
  notes,
})
