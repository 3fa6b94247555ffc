// @vitest-environment happy-dom
import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import UiTooltip from './UiTooltip.vue'

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })
enableAutoUnmount(afterEach)

const DELAY = 350
const over = (props: { text: string, added?: string, shortcut?: string }) =>
  mount(UiTooltip, { attachTo: document.body, props, slots: { default: '<button type="button">Lock</button>' } })

const shown = () => document.querySelector('[role=tooltip]')?.textContent
const settle = async () => {
  await nextTick()
  await nextTick()
}
const rest = async (milliseconds: number) => {
  vi.advanceTimersByTime(milliseconds)
  await settle()
}

it('describes its element with what the name does not say, after the pointer has rested on it', async () => {
  const button = over({ text: 'Lock\nNot now', added: 'Not now', shortcut: 'Ctrl L' }).get('button')
  await button.trigger('pointermove')
  await rest(DELAY - 1)
  expect(shown()).toBeUndefined()
  await rest(1)
  expect(shown()).toBe('Not now Ctrl L')
  expect(button.attributes('aria-describedby')).toBe(document.querySelector('[role=tooltip]')!.id)
  expect(document.body.textContent).toContain('Lock\nNot now')
})

it('opens nothing for a pointer that only passes, for a finger, or without a text', async () => {
  const button = over({ text: 'Lock' }).get('button')
  await button.trigger('pointermove')
  await button.trigger('pointerleave')
  await rest(DELAY)
  await button.trigger('pointermove', { pointerType: 'touch' })
  await rest(DELAY)
  const silent = over({ text: '' }).get('button')
  await silent.trigger('pointermove')
  await rest(DELAY)
  expect(shown()).toBeUndefined()
  expect(silent.attributes('aria-describedby')).toBeUndefined()
})

it('closes when its element is pressed, and with it', async () => {
  const tooltip = over({ text: 'Lock' })
  const button = tooltip.get('button')
  for (const end of [() => button.trigger('pointerdown'), () => button.trigger('click'), () => button.trigger('blur')]) {
    await button.trigger('pointermove')
    await rest(DELAY)
    expect(shown()).toBe('Lock')
    await end()
    await settle()
    expect(shown()).toBeUndefined()
    await button.trigger('pointerleave')
  }
  await button.trigger('pointermove')
  await rest(DELAY)
  tooltip.unmount()
  await settle()
  expect(shown()).toBeUndefined()
})

it('follows its text while it is open', async () => {
  const tooltip = over({ text: '2 new' })
  await tooltip.get('button').trigger('pointermove')
  await rest(DELAY)
  await tooltip.setProps({ text: '3 new' })
  expect(shown()).toBe('3 new')
  await tooltip.setProps({ text: '' })
  await settle()
  expect(shown()).toBeUndefined()
})
