import { describe, expect, it } from 'vitest'
import { picked, reordered } from './chosenOrder'

describe('the order of chosen clinics', () => {
  it('moves one clinic and keeps the others in order', () => {
    expect(reordered([1, 2, 3, 4], 0, 2)).toEqual([2, 3, 1, 4])
    expect(reordered([1, 2, 3, 4], 3, 0)).toEqual([4, 1, 2, 3])
  })

  it('does not move past the ends', () => {
    expect(reordered([1, 2], 0, -1)).toEqual([1, 2])
    expect(reordered([1, 2], 1, 2)).toEqual([1, 2])
  })

  it('adds at the end and drops what was unpicked, whatever order the list has', () => {
    expect(picked([3, 1, 2], [1, 2, 3, 9])).toEqual([3, 1, 2, 9])
    expect(picked([3, 1, 2], [2, 3])).toEqual([3, 2])
  })
})
