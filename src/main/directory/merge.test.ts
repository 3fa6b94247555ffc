import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { merge, type FoundClinic } from './merge'

const doctor = (id: number) => ({ id, name: `Dr. ${id}`, department: 'Cardiology' })
const clinic = (id: number, name = `Clinic ${id}`) => ({ id, name, address: '' })

/** Doctors in staff order, each with the clinics of an answer, and the answers in an order of their own. */
const world = fc.array(fc.array(fc.integer({ min: 1, max: 12 })), { maxLength: 12 }).chain((lists) => fc.record({
  doctors: fc.constant(lists.map((_, index) => doctor(100 - index))),
  arrivals: fc.shuffledSubarray(lists.map((ids, index) => [100 - index, ids.map((id) => clinic(id))] as [number, FoundClinic[]])),
}))

describe('merge', () => {
  it('joins two doctors of one clinic and tells two clinics of one name apart', () => {
    const answers = new Map([[1, [clinic(5, 'City Clinic')]], [2, [clinic(6, 'City Clinic'), clinic(5, 'City Clinic')]]])
    expect(merge([doctor(1), doctor(2)], answers)).toEqual([
      { ...clinic(5, 'City Clinic'), doctors: [doctor(1), doctor(2)] },
      { ...clinic(6, 'City Clinic'), doctors: [doctor(2)] },
    ])
  })

  it('holds each clinic once, with exactly the doctors that name it, in staff order', () => {
    fc.assert(fc.property(world, ({ doctors, arrivals }) => {
      const clinics = merge(doctors, new Map(arrivals))
      const ids = clinics.map(({ id }) => id)
      const named = new Map(arrivals)
      expect(new Set(ids)).toEqual(new Set(arrivals.flatMap(([, found]) => found.map(({ id }) => id))))
      expect(ids).toHaveLength(new Set(ids).size)
      for (const { id, doctors: own } of clinics) {
        expect(own).toEqual(doctors.filter((each) => named.get(each.id)?.some((found) => found.id === id)))
      }
    }))
  })

  it('comes out the same whatever order the answers came in', () => {
    fc.assert(fc.property(world, ({ doctors, arrivals }) => {
      expect(merge(doctors, new Map(arrivals))).toEqual(merge(doctors, new Map([...arrivals].sort(([a], [b]) => a - b))))
    }))
  })

  it('never swaps two clinics that are shown when more answers come', () => {
    fc.assert(fc.property(world, fc.nat(12), ({ doctors, arrivals }, count) => {
      const inOrder = doctors.flatMap(({ id }) => arrivals.filter(([of]) => of === id))
      const early = merge(doctors, new Map(inOrder.slice(0, count))).map(({ id }) => id)
      expect(merge(doctors, new Map(inOrder)).map(({ id }) => id).slice(0, early.length)).toEqual(early)
    }))
  })

  it('ignores answers for doctors who are not on the staff list', () => {
    expect(merge([], new Map([[1, [clinic(5)]]]))).toEqual([])
  })
})
