// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import UiSkeleton from './UiSkeleton.vue'

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

it('does not flicker before what comes at once', async () => {
  const skeleton = mount(UiSkeleton, { props: { label: 'Loading' } })
  vi.advanceTimersByTime(149)
  await nextTick()
  expect(skeleton.text()).toBe('')
  vi.advanceTimersByTime(1)
  await nextTick()
  expect(skeleton.text()).toBe('Loading')
})
