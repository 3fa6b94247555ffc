import { describe, expect, it } from 'vitest'
import { byTurns, exponent, median, ratios, summary } from './statistics.mjs'

describe('median', () => {
  it('is the middle value, or the mean of the two in the middle, whatever the order', () => {
    expect(median([9, 1, 5])).toBe(5)
    expect(median([10, 9, 1, 2])).toBe(5.5)
    expect(median([100, 9])).toBe(54.5)
  })

  it('refuses an empty list', () => {
    expect(() => median([])).toThrow('no values')
  })

  it('leaves the list as it was', () => {
    const values = [3, 1, 2]
    summary(values)
    expect(values).toEqual([3, 1, 2])
  })
})

describe('byTurns', () => {
  it('lets each subject begin a round in its turn, and keeps their numbers apart', async () => {
    const order = []
    const subject = (name) => async (round) => {
      order.push(name)
      return round * 10
    }
    const values = await byTurns({ a: subject('a'), b: subject('b'), c: subject('c') }, 3)
    expect(order.join('')).toBe('abcbcacab')
    expect(values).toEqual({ a: [0, 10, 20], b: [0, 10, 20], c: [0, 10, 20] })
  })
})

describe('ratios', () => {
  it('compares round by round', () => {
    expect(ratios([8, 40], [10, 80])).toEqual([0.8, 0.5])
  })
})

describe('exponent', () => {
  it('tells what grows with the square from what grows in proportion and what does not grow', () => {
    expect(exponent([1, 10, 100], [2, 200, 20_000])).toBeCloseTo(2)
    expect(exponent([1, 10, 100], [3, 30, 300])).toBeCloseTo(1)
    expect(exponent([1, 10, 100], [3, 3, 3])).toBeCloseTo(0)
  })
})
