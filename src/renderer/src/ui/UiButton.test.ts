// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import UiButton from './UiButton.vue'

it('lets no click through while it is busy, and keeps the focus', async () => {
  const click = vi.fn()
  const button = mount(UiButton, { attachTo: document.body, attrs: { onClick: click }, slots: { default: 'Save' } })
  button.element.focus()
  await button.trigger('click')
  await button.setProps({ busy: true })
  await button.trigger('click')
  expect(click).toHaveBeenCalledTimes(1)
  expect(button.attributes('aria-busy')).toBe('true')
  expect(document.activeElement).toBe(button.element)
})
