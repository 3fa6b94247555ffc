// @vitest-environment happy-dom
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it } from 'vitest'
import UiSegments from './UiSegments.vue'

const options = [{ value: 'day', label: 'Day' }, { value: 'week', label: 'Week' }, { value: 'own', label: 'Other' }] as const
let view: VueWrapper
beforeEach(() => {
  view = mount(UiSegments, {
    attachTo: document.body,
    props: { modelValue: 'day', label: 'Range', options, 'onUpdate:modelValue': (modelValue: string) => view.setProps({ modelValue }) },
  })
})
afterEach(() => { view.unmount() })

const segment = (name: string) => view.findAll<HTMLElement>('[role=radio]').find((each) => each.text() === name)!
const checked = () => view.find('[role=radio][aria-checked=true]').text()
async function tap(key: string) {
  const target = document.activeElement!
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  target.dispatchEvent(new KeyboardEvent('keyup', { key, bubbles: true }))
  await flushPromises()
}

it('chooses what an arrow leads to, however short the tap', async () => {
  segment('Day').element.focus()
  await tap('ArrowRight')
  expect([document.activeElement!.textContent.trim(), checked()]).toEqual(['Week', 'Week'])
  await tap('ArrowRight')
  expect(checked()).toBe('Other')
})

it('chooses nothing by the mere focus', async () => {
  segment('Week').element.focus()
  await flushPromises()
  expect(checked()).toBe('Day')
  await segment('Week').trigger('click')
  expect(checked()).toBe('Week')
})
