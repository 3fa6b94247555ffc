import { describe, expect, it } from 'vitest'
import { slotNear } from './hit'
import { layoutColumn } from './layout'

const layout = layoutColumn({
  ids: Int32Array.of(1, 2, 3), starts: Int32Array.of(36_000, 36_000, 37_200), ends: Int32Array.of(36_300, 36_300, 37_500),
})
const slotAt = (seconds: number, across: number, slack: number) => {
  const item = slotNear(layout, seconds, across, slack)
  return item === undefined ? undefined : layout.slotOf[item]
}

describe('slotNear', () => {
  it('means the lane under the pointer', () => {
    expect(slotAt(36_100, 0.2, 0)).toBe(0)
    expect(slotAt(36_100, 0.8, 0)).toBe(1)
  })

  it('reaches a short slot from a little above or below', () => {
    expect(slotAt(37_100, 0.5, 120)).toBe(2)
    expect(slotAt(37_600, 0.5, 120)).toBe(2)
  })

  it('takes the nearer of two', () => {
    expect(slotAt(36_700, 0.2, 600)).toBe(0)
    expect(slotAt(36_900, 0.2, 600)).toBe(2)
  })

  it('means none when none is near', () => {
    expect(slotAt(40_000, 0.5, 600)).toBeUndefined()
  })
})
