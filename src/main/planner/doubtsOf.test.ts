import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { slotTable } from '@main/slots/slotTable'
import type { Clinic } from '@shared/domain/clinic'
import { dayOfNumber } from '@shared/domain/time'
import type { SlotColumns } from '@shared/planner/expandPlan'
import { doubts } from '@shared/planner/preview'
import { doubtsOf } from './doubtsOf'

interface Slot { clinicId: number, day: number, start: number, end: number }

const clinic = (id: number, ...doctorIds: number[]): Clinic =>
  ({ id, name: `Clinic ${id}`, address: '', doctors: doctorIds.map((doctor) => ({ id: doctor, name: '', department: '' })) })
const at = (clinicId: number, start: number, end: number, day = 5): Slot => ({ clinicId, day, start, end })

const columns = (slots: readonly Slot[]): SlotColumns => ({
  clinicIds: Float64Array.from(slots, ({ clinicId }) => clinicId), days: Int32Array.from(slots, ({ day }) => day),
  starts: Int32Array.from(slots, ({ start }) => start), ends: Int32Array.from(slots, ({ end }) => end),
  holidays: new Uint8Array(slots.length),
})
const rowsIn = (slots: readonly Slot[], wanted: number) => {
  const own = slots.filter(({ clinicId }) => clinicId === wanted)
  return { days: own.map(({ day }) => day), starts: own.map(({ start }) => start), ends: own.map(({ end }) => end) }
}
interface Given { planned: Slot[], published?: Slot[], pending?: Slot[], clinics?: Clinic[], now?: { day: string, seconds: number } }
const check = ({ planned, published = [], pending = [], clinics = [], now = { day: '1970-01-01', seconds: 0 } }: Given) => [...doubtsOf({
  planned: columns(planned), clinics, now,
  table: (id) => slotTable({ ...rowsIn(published, id), ids: rowsIn(published, id).days.map((_, index) => index) }),
  pending: (id) => rowsIn(pending, id),
})]

describe('doubtsOf', () => {
  const nine = at(1, 540, 600)

  it('finds nothing against a slot that fills a gap exactly', () => {
    expect(check({ planned: [nine], published: [at(1, 480, 540), at(1, 600, 660), at(1, 540, 600, 4), at(2, 540, 600)] })).toEqual([0])
  })

  it('tells the same slot from one that overlaps it', () => {
    expect(check({ planned: [nine], published: [nine] })).toEqual([doubts.already])
    expect(check({ planned: [nine], published: [nine, nine] })).toEqual([doubts.already])
    expect(check({ planned: [nine], published: [at(1, 570, 630)] })).toEqual([doubts.overlapping])
    expect(check({ planned: [nine], published: [at(1, 540, 660)] })).toEqual([doubts.overlapping])
    expect(check({ planned: [nine], published: [nine, at(1, 0, 1440)] })).toEqual([doubts.already | doubts.overlapping])
  })

  it('counts what waits to be created as published', () => {
    expect(check({ planned: [nine, at(1, 600, 660)], pending: [nine, at(1, 630, 640)] })).toEqual([doubts.already, doubts.overlapping])
  })

  it('finds planned slots that overlap each other', () => {
    expect(check({ planned: [nine, at(1, 590, 650), at(1, 650, 700)] })).toEqual([doubts.overlapping, doubts.overlapping, 0])
  })

  it('is certain of a clash where both clinics have one doctor, the same', () => {
    const clinics = [clinic(1, 7), clinic(2, 7), clinic(3, 7, 8), clinic(4, 8), clinic(5)]
    expect(check({ planned: [nine], published: [at(2, 590, 610)], clinics })).toEqual([doubts.clashCertain])
    expect(check({ planned: [nine], published: [at(3, 590, 610)], clinics })).toEqual([doubts.clashPossible])
    expect(check({ planned: [nine], published: [at(4, 590, 610), at(5, 590, 610)], clinics })).toEqual([0])
    expect(check({ planned: [at(3, 540, 600)], published: [at(4, 590, 610)], clinics })).toEqual([doubts.clashPossible])
    expect(check({ planned: [at(5, 540, 600)], published: [nine], clinics })).toEqual([0])
  })

  it('finds clashes of planned slots with what is planned or waits elsewhere', () => {
    const clinics = [clinic(1, 7), clinic(2, 7)]
    expect(check({ planned: [nine, at(2, 540, 600)], clinics })).toEqual([doubts.clashCertain, doubts.clashCertain])
    expect(check({ planned: [nine], pending: [at(2, 540, 600)], clinics })).toEqual([doubts.clashCertain])
  })

  it('tells the past by the clock', () => {
    const planned = [at(1, 540, 600, 4), nine, at(1, 600, 660)]
    expect(check({ planned, now: { day: dayOfNumber(5), seconds: 541 } })).toEqual([doubts.past, doubts.past, 0])
    expect(check({ planned, now: { day: dayOfNumber(5), seconds: 540 } })).toEqual([doubts.past, 0, 0])
  })

  it('marks holidays, and finds nothing against nothing', () => {
    const planned = { ...columns([nine]), holidays: Uint8Array.of(1) }
    const ground = { table: () => undefined, pending: () => rowsIn([], 1), clinics: [], now: { day: '1970-01-01', seconds: 0 } }
    expect([...doubtsOf({ ...ground, planned })]).toEqual([doubts.holiday])
    expect([...doubtsOf({ ...ground, planned: columns([]) })]).toEqual([])
  })

  it('finds what comparing each with each finds', () => {
    const slot = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 3, max: 5 }), fc.nat(30), fc.integer({ min: 1, max: 8 }))
      .map(([clinicId, day, start, length]) => at(clinicId, start, start + length, day))
    const slots = fc.array(slot, { maxLength: 25 })
    const key = ({ clinicId, day, start, end }: Slot) => `${day} ${clinicId} ${start} ${end}`
    const doctors = fc.array(fc.subarray([1, 2, 3]), { minLength: 4, maxLength: 4 })
    const unlike = fc.uniqueArray(slot, { selector: key, maxLength: 25 })
    fc.assert(fc.property(unlike, slots, slots, doctors, (planned, published, pending, leads) => {
      const sorted = planned.sort((a, b) => a.day - b.day || a.clinicId - b.clinicId || a.start - b.start || a.end - b.end)
      const clinics = leads.map((ids, index) => clinic(index + 1, ...ids))
      const others = [...published, ...pending]
      const meets = (one: Slot, other: Slot) => one.day === other.day && one.start < other.end && other.start < one.end
      const doctorsOf = (id: number) => clinics.find((each) => each.id === id)?.doctors.map(({ id: doctor }) => doctor) ?? []
      const expected = sorted.map((one) => {
        const same = others.some((other) => key(other) === key(one))
        const over = [...others, ...sorted].some((other) => other.clinicId === one.clinicId && key(other) !== key(one) && meets(one, other))
        const own = doctorsOf(one.clinicId)
        const clashes = [...others, ...sorted].filter((other) => other.clinicId !== one.clinicId && meets(one, other))
          .map(({ clinicId }) => doctorsOf(clinicId)).filter((theirs) => theirs.some((id) => own.includes(id)))
        const isCertain = (theirs: number[]) => own.length === 1 && theirs.length === 1
        return (same ? doubts.already : 0) | (over ? doubts.overlapping : 0)
          | (clashes.some(isCertain) ? doubts.clashCertain : 0) | (clashes.some((theirs) => !isCertain(theirs)) ? doubts.clashPossible : 0)
      })
      expect(check({ planned: sorted, published, pending, clinics })).toEqual(expected)
    }), { numRuns: 300 })
  })
})
