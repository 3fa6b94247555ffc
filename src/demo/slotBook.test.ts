import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSlotBook, slotRow } from './slotBook'

const slot = (id: number) => ({ id, date: '2026-11-23', start_time: `0${id}:00:00`, end_time: `0${id}:30:00`, clinic: 1 })

describe('a slot book', () => {
  it('gives any stretch of the history with what was added behind it', () => {
    fc.assert(fc.property(fc.nat(6), fc.nat(3), fc.nat(12), fc.nat(12), (old, extra, a, b) => {
      const book = createSlotBook(() => Array.from({ length: old }, (_, index) => slotRow(slot(index + 1))), old + 1)
      for (let n = 1; n <= extra; n += 1) book.add(slot(old + n))
      const all = Array.from({ length: old + extra }, (_, index) => slot(index + 1))
      const [from, to] = [Math.min(a, b), Math.max(a, b)]
      expect(book.count(1)).toBe(all.length)
      expect(JSON.parse(`[${book.text(1, from, Math.min(to, all.length))}]`)).toEqual(all.slice(from, to))
    }))
  })

  it('makes a history only when its clinic is asked for, keeps it while it is in use, and makes the same one again', () => {
    const made: number[] = []
    const book = createSlotBook((clinic) => {
      made.push(clinic)
      return [slotRow({ ...slot(1), clinic })]
    }, 2)
    expect(made).toEqual([])
    const first = book.text(1, 0, 1)
    book.count(1)
    expect(made).toEqual([1])
    for (let clinic = 2; clinic <= 40; clinic += 1) book.count(clinic)
    expect(book.text(1, 0, 1)).toBe(first)
    expect(made.filter((clinic) => clinic === 1)).toHaveLength(2)
  })

  it('knows a slot by its clinic, day, start and end', () => {
    const book = createSlotBook((clinic) => clinic === 1 ? [slotRow(slot(1))] : [], 2)
    expect(book.has(slot(1))).toBe(true)
    expect(book.has({ ...slot(1), clinic: 2 })).toBe(false)
    expect(book.has(slot(2))).toBe(false)
    book.add(slot(2))
    expect(book.has(slot(2))).toBe(true)
  })
})
