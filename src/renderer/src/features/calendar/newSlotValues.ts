import * as v from 'valibot'
import { idSchema } from '@shared/domain/basics'
import { slotFormSchema, type SlotCheck, type SlotForm } from '@shared/domain/slot'
import { clockText, DAY_SECONDS } from '@shared/domain/time'
import { parseLengthEntry } from '@shared/domain/timeEntry'
import type { Typed } from '@renderer/composables/useTyped'
import type { SlotProposal } from './slotProposal'

/** What the form of a new slot holds, as typed. A type: an interface has no index signature, which forms need. */
export type NewSlotValues = {
  clinicId: number | undefined
  date: string
  start: string
  end: string
  /** Another way to say the end. */
  length: string
  /** Publish it although the same slot is there. */
  twice: boolean
  /** Why it may overlap. */
  reason: string
}

/** What is sent of it. */
export interface NewSlotOrder extends SlotForm { twice: boolean, reason: string }

/** The form of a proposal. */
export const valuesOf = ({ clinicId, date, start, end }: SlotProposal): NewSlotValues => ({
  clinicId,
  date,
  start: start === undefined ? '' : clockText(start),
  end: end === undefined ? '' : clockText(end),
  length: start === undefined || end === undefined ? '' : String(Math.round((end - start) / 60)),
  twice: false,
  reason: '',
})

const text = (message: string, holds: (typed: string) => boolean) => v.pipe(v.string(), v.trim(), v.nonEmpty('required'), v.check(holds, message))

/** Reads the form; messages are keys of the locale files under `form`, of several for one field the first counts. */
export const newSlotSchema = ({ day, time }: Pick<Typed, 'day' | 'time'>): v.GenericSchema<unknown, NewSlotOrder> => {
  const isUnknown = (typed: string) => {
    const entry = day(typed)
    return !entry.ok && entry.reason === 'unknown'
  }
  return v.pipe(
    v.strictObject({
      clinicId: idSchema,
      date: v.pipe(
        text('notADate', (typed) => !isUnknown(typed)), v.check((typed) => day(typed).ok, 'day'), v.transform((typed) => dayOf(day, typed)!),
      ),
      start: v.pipe(text('notATime', (typed) => time(typed) !== undefined), v.transform((typed) => time(typed)!)),
      end: v.pipe(text('notATime', (typed) => time(typed, { end: true }) !== undefined), v.transform((typed) => time(typed, { end: true })!)),
      length: v.pipe(v.string(), v.check((typed) => typed.trim() === '' || parseLengthEntry(typed) !== undefined, 'notALength')),
      twice: v.boolean(),
      reason: v.pipe(v.string(), v.trim(), v.maxLength(500, 'tooLong')),
    }),
    v.forward(v.partialCheck([['start'], ['end']], ({ start, end }) => end > start, 'endBeforeStart'), ['end']),
  )
}

/** The day that was typed; undefined when it is none. */
export const dayOf = (day: Typed['day'], typed: string): string | undefined => {
  const entry = day(typed)
  return entry.ok ? entry.day : undefined
}

/** The slot that is typed so far; undefined while something is missing or wrong. */
export function typedSlot(values: NewSlotValues, { day, time }: Pick<Typed, 'day' | 'time'>): SlotForm | undefined {
  const slot = {
    clinicId: values.clinicId, date: dayOf(day, values.date), start: time(values.start), end: time(values.end, { end: true }),
  }
  return v.is(slotFormSchema, slot) ? slot : undefined
}

/**
 * The fields that follow when one of the times was typed. Of end and length, the one typed last (`kept`) stays and the other follows;
 * an end that would lie behind midnight becomes empty.
 */
export function retimed({ start: startText, end: endText, length: lengthText }: NewSlotValues, kept: 'end' | 'length', time: Typed['time']): Partial<NewSlotValues> {
  const start = time(startText)
  const length = parseLengthEntry(lengthText)
  if (kept === 'length') {
    if (start === undefined || length === undefined) return {}
    return { end: start + length > DAY_SECONDS ? '' : clockText(start + length) }
  }
  const end = time(endText, { end: true })
  return { length: start === undefined || end === undefined || end <= start ? '' : String((end - start) / 60) }
}

/** What keeps a slot from being sent until it is answered for: the same slot is there, or it overlaps one and nobody has said why. */
export function objectionTo(check: SlotCheck, { twice, reason }: Pick<NewSlotOrder, 'twice' | 'reason'>): 'twice' | 'reason' | undefined {
  if (check.identical > 0 && !twice) return 'twice'
  return check.overlapping.length > 0 && reason === '' ? 'reason' : undefined
}
