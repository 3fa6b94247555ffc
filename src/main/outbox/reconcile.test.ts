import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reconcile } from './reconcile'

const id = fc.integer({ min: 1, max: 60 })
const ids = fc.uniqueArray(id, { maxLength: 20 })
const claims = ids.map((list) => new Set(list))

describe('reconcile', () => {
  it.each([
    ['made', { before: [1], now: [1, 2], claimed: new Set<number>() }, { state: 'made', id: 2 }],
    ['not made', { before: [1], now: [1], claimed: new Set<number>() }, { state: 'notMade' }],
    ['not made when nothing is there', { before: [], now: [], claimed: new Set<number>() }, { state: 'notMade' }],
    ['not made when the new row is another create’s', { before: [], now: [2], claimed: new Set([2]) }, { state: 'notMade' }],
    ['not made when nothing is there, whatever was before', { before: null, now: [], claimed: new Set<number>() }, { state: 'notMade' }],
    ['uncertain when a row may have been there before', { before: null, now: [2], claimed: new Set<number>() }, { state: 'uncertain', candidates: [2] }],
    ['uncertain between two new rows', { before: [], now: [2, 3], claimed: new Set<number>() }, { state: 'uncertain', candidates: [2, 3] }],
    ['uncertain of a new row that is only like it', { before: [1], now: [], near: [1, 4], claimed: new Set<number>() }, { state: 'uncertain', candidates: [4] }],
    ['made when one fits exactly and another is like it', { before: [], now: [4], near: [4, 5], claimed: new Set<number>() }, { state: 'made', id: 4 }],
    ['not made when what is like it comes from this desk', { before: [], now: [], near: [4], claimed: new Set([4]) }, { state: 'notMade' }],
  ] as const)('says %s', (_, evidence, verdict) => {
    expect(reconcile({ near: evidence.now, ...evidence })).toEqual(verdict)
  })

  it('finds exactly the one row that came, whatever was there and in whatever order it is listed', () => {
    fc.assert(fc.property(ids, id, claims, fc.nat(20), (before, ours, claimed, place) => {
      fc.pre(!before.includes(ours) && !claimed.has(ours))
      const now = before.toSpliced(place, 0, ours).toReversed()
      expect(reconcile({ before, now, near: now, claimed })).toEqual({ state: 'made', id: ours })
    }))
  })

  it('never claims a row that was there before, that another create made, or that is not there', () => {
    fc.assert(fc.property(fc.option(ids), ids, claims, (before, now, claimed) => {
      const verdict = reconcile({ before, now, near: now, claimed })
      if (verdict.state !== 'made') return
      expect(now).toContain(verdict.id)
      expect(before).not.toBeNull()
      expect(before).not.toContain(verdict.id)
      expect(claimed.has(verdict.id)).toBe(false)
    }))
  })

  it('says not made only when no row is left that could be ours', () => {
    fc.assert(fc.property(fc.option(ids), ids, claims, (before, now, claimed) => {
      const open = now.filter((each) => !claimed.has(each) && !before?.includes(each))
      expect(reconcile({ before, now, near: now, claimed }).state === 'notMade').toBe(open.length === 0)
    }))
  })

  it('gives one row to one create, however many creates that look alike lost their answers one after the other', () => {
    fc.assert(fc.property(ids, fc.array(fc.boolean(), { maxLength: 12 }), (there, committed) => {
      const rows = [...there]
      const claimed = new Set<number>()
      for (const isCommitted of committed) {
        const before = [...rows]
        if (isCommitted) rows.push(1000 + rows.length)
        const verdict = reconcile({ before, now: rows, near: rows, claimed })
        expect(verdict).toEqual(isCommitted ? { state: 'made', id: rows.at(-1) } : { state: 'notMade' })
        if (verdict.state === 'made') claimed.add(verdict.id)
      }
    }))
  })
})
