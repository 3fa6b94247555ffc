import type { SlotCheck } from '@shared/domain/slot'

/** A day's slots of one clinic; times in seconds since midnight. */
export interface DaySlots { ids: ArrayLike<number>, starts: ArrayLike<number>, ends: ArrayLike<number> }

/** The span of a slot that is to be published. */
export interface Span { start: number, end: number }

/** Another clinic of one of the doctors, with its slots of that day. */
export interface OtherClinic { clinicId: number, clinic: string, doctor: string, certain: boolean, slots: DaySlots }

/** Whether two spans share time; one that ends where the other starts does not. */
export const overlaps = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end

const rowsOf = ({ ids, starts, ends }: DaySlots) =>
  Array.from({ length: ids.length }, (_, row) => ({ id: ids[row]!, start: starts[row]!, end: ends[row]! }))

/** What a slot would meet in its own clinic: how many that are the same, and those that overlap it without being the same. */
export function checkOwn(span: Span, slots: DaySlots): Pick<SlotCheck, 'identical' | 'overlapping'> {
  const isSame = (other: Span) => other.start === span.start && other.end === span.end
  const rows = rowsOf(slots)
  return { identical: rows.filter(isSame).length, overlapping: rows.filter((row) => !isSame(row) && overlaps(span, row)) }
}

/** What a slot would meet in the other clinics of its clinic's doctors. */
export const checkElsewhere = (span: Span, others: readonly OtherClinic[]): SlotCheck['elsewhere'] =>
  others.flatMap(({ slots, clinicId, clinic, doctor, certain }) =>
    rowsOf(slots).filter((row) => overlaps(span, row)).map(({ start, end }) => ({ clinicId, clinic, doctor, start, end, certain })))

/** Whether a slot starts before a moment on the clinic's clock. Days compare as text. */
export const isPast = (slot: { date: string, start: number }, now: { day: string, seconds: number }): boolean =>
  slot.date < now.day || (slot.date === now.day && slot.start < now.seconds)
