// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { installDesk } from '@renderer/testing/fakeDesk'
import { mountApp } from '@renderer/testing/mountApp'
import FreshnessSettings from './FreshnessSettings.vue'

let view: VueWrapper
afterEach(() => { view.unmount() })

const leave = async (place: number, text: string) => {
  const field = view.findAll<HTMLInputElement>('input')[place]!
  await field.setValue(text)
  await field.trigger('blur')
  await flushPromises()
}

it('keeps both ages, amber always before red', async () => {
  installDesk({})
  view = await mountApp(FreshnessSettings)
  expect(view.findAll('input').map(({ element }) => element.value)).toEqual(['5', '30'])
  await leave(0, '30')
  expect(view.text()).toContain('Type a whole number from 2 to 29.')
  await leave(1, '5')
  expect(view.text()).toContain('Type a whole number from 6 to 720.')
  expect(view.emitted('save')).toBeUndefined()
  await leave(0, '29')
  await leave(1, '720')
  expect(view.emitted('save')).toEqual([[{ amberMinutes: 29 }], [{ redMinutes: 720 }]])
})
