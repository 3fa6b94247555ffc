import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countFrom, slotsAfter, slotsOn, slotTable, withSlots, type TableSlot } from './slotTable'

const within = (min: number, max: number) => fc.integer({ min, max })
const slot = fc.record({ id: within(1, 10_000), day: within(20_770, 20_776), start: within(0, 20), end: within(21, 40) })
const history = fc.uniqueArray(slot, { selector: ({ id }) => id, maxLength: 40 })

const tableOf = (slots: readonly TableSlot[]) => {
  const column = (field: keyof TableSlot) => slots.map((each) => each[field])
  return slotTable({ ids: column('id'), days: column('day'), starts: column('start'), ends: column('end') })
}
const inOrder = (a: TableSlot, b: TableSlot) => a.day - b.day || a.start - b.start || a.end - b.end || a.id - b.id
const sorted = (slots: readonly TableSlot[]) => [...slots].sort(inOrder)

describe('withSlots', () => {
  it('gives the table that all slots together give, in whatever order and however many at a time they came', () => {
    fc.assert(fc.property(history, fc.nat(), (slots, cut) => {
      const first = tableOf(slots.slice(0, cut % (slots.length + 1)))
      const rest = slots.slice(cut % (slots.length + 1))
      expect(withSlots(first, rest)).toEqual(tableOf(slots))
      expect(rest.reduce((table, each) => withSlots(table, [each]), first)).toEqual(tableOf(slots))
    }))
  })

  it('leaves what is there already alone, and takes what comes twice once', () => {
    fc.assert(fc.property(history.filter(({ length }) => length > 0), fc.nat(), (slots, at) => {
      const table = tableOf(slots)
      const known = slots[at % slots.length]!
      expect(withSlots(table, [known, { ...known, day: 1 }])).toBe(table)
      expect(withSlots(tableOf([]), [...slots, known])).toEqual(table)
    }))
  })

  it('does not touch the table that it was given', () => {
    const table = tableOf([{ id: 1, day: 5, start: 0, end: 1 }])
    withSlots(table, [{ id: 2, day: 4, start: 0, end: 1 }])
    expect(table).toEqual(tableOf([{ id: 1, day: 5, start: 0, end: 1 }]))
  })
})

describe('looking into a table', () => {
  it('finds the next slots, earliest first', () => {
    fc.assert(fc.property(history, slot, fc.integer({ min: 0, max: 12 }), (slots, { day, start }, count) => {
      const expected = sorted(slots).filter((each) => each.day > day || (each.day === day && each.start >= start)).slice(0, count)
      expect(slotsAfter(tableOf(slots), day, start, count)).toEqual(expected)
    }))
  })

  it('counts the slots from a day on', () => {
    fc.assert(fc.property(history, slot, (slots, { day }) => {
      expect(countFrom(tableOf(slots), day)).toBe(slots.filter((each) => each.day >= day).length)
    }))
  })

  it('shows a day as it is, and nothing of the others', () => {
    fc.assert(fc.property(history, slot, (slots, { day }) => {
      expect([...slotsOn(tableOf(slots), day).ids]).toEqual(sorted(slots).filter((each) => each.day === day).map(({ id }) => id))
    }))
  })
})
