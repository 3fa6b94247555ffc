import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type { AppError } from '../errors'
import { packDay, packedDaySchema, unpackDay, type PackedDay } from './packedDay'
import type { BoardDay, DayColumn } from './slot'
import { emptyStamp } from './stamp'

const int32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })
const stamp = fc.record({
  fetchedAt: fc.option(fc.oneof(fc.nat(4e12), fc.double({ noNaN: true, noDefaultInfinity: true }))),
  cached: fc.boolean(), loading: fc.boolean(), unusable: fc.nat(),
  failed: fc.option(fc.constantFrom<AppError>({ kind: 'timeout' }, { kind: 'server', status: 503 }, { kind: 'invalid', fields: { '': ['no'] } })),
})
const column = fc.record({ clinicId: fc.maxSafeInteger(), rows: fc.array(fc.tuple(int32, int32, int32), { maxLength: 8 }), stamp })
  .map(({ clinicId, rows, stamp: own }): DayColumn => {
    const of = (place: 0 | 1 | 2) => Int32Array.from(rows, (row) => row[place])
    return { clinicId, ids: of(0), starts: of(1), ends: of(2), stamp: own }
  })
const day = fc.array(column, { maxLength: 8 }).map((columns): BoardDay => ({ date: '2026-11-27', columns }))
const busy = day.filter(({ columns }) => columns.some(({ ids }) => ids.length > 0))

const one: BoardDay = {
  date: '2026-11-27',
  columns: [{
    clinicId: 7, ids: Int32Array.of(1, 2), starts: Int32Array.of(600, 1200), ends: Int32Array.of(1200, 1800),
    stamp: { ...emptyStamp, fetchedAt: 5 },
  }],
}
const refusals = (packed: unknown) => [
  () => v.parse(packedDaySchema, packed),
  () => unpackDay(packed as PackedDay),
]

describe('a packed day', () => {
  it('is the same day again when it is unpacked, also from a copy of its numbers', () => {
    fc.assert(fc.property(day, (whole) => {
      const packed = v.parse(packedDaySchema, packDay(whole))
      expect(unpackDay(packed)).toEqual(whole)
      expect(unpackDay({ ...packed, numbers: packed.numbers.slice() })).toEqual(whole)
    }))
  })

  it('is one array, whatever number of clinics it has, of which its columns are views', () => {
    fc.assert(fc.property(day, (whole) => {
      const packed = packDay(whole)
      expect(Object.keys(packed)).toEqual(['date', 'clinics', 'numbers', 'failures'])
      const arrays = unpackDay(packed).columns.flatMap(({ ids, starts, ends }) => [ids, starts, ends])
      expect(arrays.every(({ buffer }) => buffer === packed.numbers.buffer)).toBe(true)
    }))
  })

  it('does not depend on where the columns lie, and is refused where its own numbers lie askew', () => {
    const numbers = Int32Array.of(9, 1, 2, 9)
    const [column] = one.columns
    const shifted = { ...one, columns: [{ ...column!, ids: numbers.subarray(1, 3) }] }
    const packed = packDay(one)
    expect(packDay(shifted)).toEqual(packed)
    const askew = new Int32Array(packed.numbers.length + 1).subarray(1)
    askew.set(packed.numbers)
    for (const refused of refusals({ ...packed, numbers: askew })) expect(refused).toThrow(/damaged/)
  })

  it('is refused when slots are missing or too many', () => {
    fc.assert(fc.property(busy, fc.nat(), (whole, cut) => {
      const packed = packDay(whole)
      const short = { ...packed, numbers: packed.numbers.slice(0, cut % packed.numbers.length) }
      const long = { ...packed, numbers: Int32Array.of(...packed.numbers, cut | 0) }
      for (const refused of [short, long].flatMap(refusals)) expect(refused).toThrow(/damaged/)
    }))
  })

  it.each([
    ['a clinic without an id', 0, NaN], ['fewer than no slots', 1, -2], ['half a slot', 1, 1.5], ['a failure that is not there', 6, 1],
    ['half a failure', 6, 0.5],
  ])('is refused with %s', (_, field, value) => {
    const packed = packDay(one)
    new Float64Array(packed.numbers.buffer, 0, 7)[field] = value
    for (const refused of refusals(packed)) expect(refused).toThrow(/damaged/)
  })

  it.each([0, 2, 1e6, -1, 0.5, NaN])('is refused when it says of one clinic that they are %d', (clinics) => {
    for (const refused of refusals({ ...packDay(one), clinics })) expect(refused).toThrow(/damaged|NaN/)
  })

  it('carries nothing that is not named', () => {
    const packed = packDay(one)
    expect(() => v.parse(packedDaySchema, { ...packed, token: 'x' })).toThrow()
    expect(() => v.parse(packedDaySchema, { ...packed, failures: [{ kind: 'server', status: 500, text: 'x' }] })).toThrow()
    const [column] = one.columns
    const leaking = { ...one, columns: [{ ...column!, patient: 'x', stamp: { ...column!.stamp, token: 'x' } }] }
    expect(packDay(leaking)).toEqual(packed)
  })

  it('is not made of columns that are not equally long', () => {
    const [column] = one.columns
    expect(() => packDay({ ...one, columns: [{ ...column!, ends: Int32Array.of(1200) }] })).toThrow(/clinic 7/)
  })
})
