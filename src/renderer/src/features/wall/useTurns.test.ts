import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref, type EffectScope } from 'vue'
import { TURN_MS, useTurns } from './useTurns'

let scope: EffectScope
beforeEach(() => {
  vi.useFakeTimers()
  scope = effectScope()
})
afterEach(() => {
  scope.stop()
  vi.useRealTimers()
})

it('turns from page to page, and from the last to the first', () => {
  const { page } = scope.run(() => useTurns(() => 3))!
  const seen = Array.from({ length: 4 }, () => {
    vi.advanceTimersByTime(TURN_MS)
    return page.value
  })
  expect(seen).toEqual([1, 2, 0, 1])
})

it('stays where it is while it is held', () => {
  const { page, isHeld } = scope.run(() => useTurns(() => 3))!
  vi.advanceTimersByTime(TURN_MS)
  isHeld.value = true
  vi.advanceTimersByTime(5 * TURN_MS)
  expect(page.value).toBe(1)
  isHeld.value = false
  vi.advanceTimersByTime(TURN_MS)
  expect(page.value).toBe(2)
})

it('begins again where its page is gone, and ends with its scope', async () => {
  const count = ref(3)
  const { page } = scope.run(() => useTurns(() => count.value))!
  vi.advanceTimersByTime(2 * TURN_MS)
  count.value = 2
  await nextTick()
  expect(page.value).toBe(0)
  scope.stop()
  vi.advanceTimersByTime(TURN_MS)
  expect(page.value).toBe(0)
})
