// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { useNow } from './useNow'

const hide = (hidden: boolean) => {
  Object.defineProperty(document, 'hidden', { configurable: true, value: hidden })
  document.dispatchEvent(new Event('visibilitychange'))
}

beforeEach(() => { vi.useFakeTimers({ now: Date.UTC(2026, 10, 23, 9, 0, 40) }) })
afterEach(() => {
  hide(false)
  vi.useRealTimers()
})

it('turns at the full minute and not before', () => {
  const scope = effectScope()
  const now = scope.run(useNow)!
  const begun = now.value
  vi.advanceTimersByTime(19_900)
  expect(now.value).toBe(begun)
  vi.advanceTimersByTime(200)
  expect(new Date(now.value).getUTCMinutes()).toBe(1)
  vi.advanceTimersByTime(60_000)
  expect(new Date(now.value).getUTCMinutes()).toBe(2)
  scope.stop()
})

it('stands still while the window is hidden and catches up when it is shown', () => {
  const scope = effectScope()
  const now = scope.run(useNow)!
  const begun = now.value
  hide(true)
  vi.advanceTimersByTime(600_000)
  expect(now.value).toBe(begun)
  hide(false)
  expect(now.value).toBe(begun + 600_000)
  scope.stop()
})

it('is one clock for all and stops with its last user', () => {
  const [first, second] = [effectScope(), effectScope()]
  first.run(useNow)
  second.run(useNow)
  expect(vi.getTimerCount()).toBe(1)
  first.stop()
  expect(vi.getTimerCount()).toBe(1)
  second.stop()
  expect(vi.getTimerCount()).toBe(0)
})
