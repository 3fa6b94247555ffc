import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { zoomSteps } from '@shared/domain/settings'
import { fittedScale, nextZoom, scaleOf } from './zoom'

describe('zoom', () => {
  it('puts the lines of every step on whole pixels, hours too', () => {
    for (const zoom of zoomSteps) expect(Number.isInteger(Math.round(scaleOf(zoom, 1).pixelsPerMinute * 60 * 1e6) / 1e6)).toBe(true)
  })

  it('goes closer and farther, and ends', () => {
    expect(nextZoom(15, 1)).toBe(10)
    expect(nextZoom(15, -1)).toBe(20)
    expect(nextZoom(5, 1)).toBeUndefined()
    expect(nextZoom(60, -1)).toBeUndefined()
  })

  it('fits a day into the height without leaving more than a line empty', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 24 }), fc.integer({ min: 120, max: 2000 }), (hours, height) => {
      const { pixelsPerMinute, line } = fittedScale({ from: 0, to: hours * 3600 }, height, 1)
      const drawn = pixelsPerMinute * hours * 60
      expect(drawn).toBeLessThanOrEqual(height + 1e-6)
      expect(drawn).toBeGreaterThan(height - hours * 60 / line - 1)
    }))
  })
})
