import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { parseDateEntry } from '@shared/domain/dateEntry'
import { dateWords } from '@shared/domain/dateWords'
import type { SlotCheck } from '@shared/domain/slot'
import { parseTimeEntry, type TimeEntryOptions } from '@shared/domain/timeEntry'
import { newSlotSchema, objectionTo, retimed, typedSlot, valuesOf, type NewSlotValues } from './newSlotValues'

const near = dateWords('en', { today: ['today'], tomorrow: ['tomorrow'], yesterday: ['yesterday'] })
const words = { noon: ['noon'], midnight: ['midnight'], am: ['am'], pm: ['pm'] }
const typed = {
  day: (text: string) => parseDateEntry(text, '2026-11-23', near),
  time: (text: string, options?: TimeEntryOptions) => parseTimeEntry(text, words, options),
}
const schema = newSlotSchema(typed)
const values = (part: Partial<NewSlotValues> = {}): NewSlotValues =>
  ({ clinicId: 4, date: '2026-11-30', start: '9', end: '9.15', length: '', twice: false, reason: '', ...part })
const issues = (part: Partial<NewSlotValues>) => {
  const checked = v.safeParse(schema, values(part))
  if (checked.success) return {}
  return Object.fromEntries(checked.issues.toReversed().map((issue) => [String(issue.path?.[0]?.key), issue.message]))
}

describe('newSlotSchema', () => {
  it('reads what was typed into what is sent', () => {
    expect(v.parse(schema, values({ date: 'fri', start: '9.15 pm', end: '24:00', reason: ' asked for ' })))
      .toEqual({ clinicId: 4, date: '2026-11-27', start: 76_500, end: 86_400, length: '', twice: false, reason: 'asked for' })
  })

  it.each<[Partial<NewSlotValues>, Record<string, string>]>([
    [{ date: '', start: ' ', end: '' }, { date: 'required', start: 'required', end: 'required' }],
    [{ date: 'soon' }, { date: 'notADate' }], [{ date: '2027-02-29' }, { date: 'day' }], [{ date: '2028-02-29' }, {}],
    [{ start: '9:60' }, { start: 'notATime' }], [{ end: '25' }, { end: 'notATime' }], [{ length: 'long' }, { length: 'notALength' }],
    [{ start: '10', end: '9' }, { end: 'endBeforeStart' }], [{ start: '9', end: '9' }, { end: 'endBeforeStart' }],
    [{ start: '23:30', end: '0:30' }, { end: 'endBeforeStart' }], [{ start: '23:30', end: '0:00' }, {}],
    [{ reason: 'x'.repeat(501) }, { reason: 'tooLong' }],
  ])('says beside which field what is wrong with %j', (part, expected) => { expect(issues(part)).toEqual(expected) })

  it('asks for a clinic', () => { expect(Object.keys(issues({ clinicId: undefined }))).toEqual(['clinicId']) })
})

describe('typedSlot', () => {
  it('is the slot as soon as everything is there', () => {
    expect(typedSlot(values(), typed)).toEqual({ clinicId: 4, date: '2026-11-30', start: 32_400, end: 33_300 })
    for (const part of [{ clinicId: undefined }, { date: '31 feb' }, { start: '' }, { end: '9' }]) {
      expect(typedSlot(values(part), typed)).toBeUndefined()
    }
  })
})

describe('retimed', () => {
  const from = (part: Partial<NewSlotValues>, kept: 'end' | 'length') => retimed(values(part), kept, typed.time)

  it('lets the length follow the end', () => {
    expect(from({ start: '9', end: '10:30' }, 'end')).toEqual({ length: '90' })
    expect(from({ start: '9', end: '8' }, 'end')).toEqual({ length: '' })
  })

  it('lets the end follow the length, and never past midnight', () => {
    expect(from({ start: '9', end: '', length: '1h' }, 'length')).toEqual({ end: '10:00' })
    expect(from({ start: '23:30', length: '30' }, 'length')).toEqual({ end: '24:00' })
    expect(from({ start: '23:30', end: '23:45', length: '45' }, 'length')).toEqual({ end: '' })
    expect(from({ start: '23:30', length: 'x' }, 'length')).toEqual({})
  })
})

describe('objectionTo', () => {
  const check = (part: Partial<SlotCheck>): SlotCheck =>
    ({ identical: 0, overlapping: [], elsewhere: [], past: false, complete: true, ...part })
  const overlap = { overlapping: [{ id: 1, start: 0, end: 60 }] }

  it('stops the same slot until it is wanted twice, and an overlap until there is a reason', () => {
    expect(objectionTo(check({ identical: 1 }), { twice: false, reason: 'x' })).toBe('twice')
    expect(objectionTo(check({ identical: 1 }), { twice: true, reason: '' })).toBeUndefined()
    expect(objectionTo(check(overlap), { twice: false, reason: '' })).toBe('reason')
    expect(objectionTo(check(overlap), { twice: false, reason: 'two rooms' })).toBeUndefined()
  })

  it('leaves other clinics, the past and an incomplete check to the person', () => {
    const elsewhere = [{ clinicId: 2, clinic: 'North', doctor: 'Dr. Roe', start: 0, end: 60, certain: true }]
    expect(objectionTo(check({ elsewhere, past: true, complete: false }), { twice: false, reason: '' })).toBeUndefined()
  })
})

describe('valuesOf', () => {
  it('writes a proposal as it would be typed', () => {
    expect(valuesOf({ clinicId: 4, date: '2026-11-30', start: 32_400, end: 86_400 })).toMatchObject({ start: '09:00', end: '24:00', length: '900' })
    expect(valuesOf({ clinicId: undefined, date: '2026-11-30' })).toMatchObject({ clinicId: undefined, start: '', end: '', length: '' })
  })
})
