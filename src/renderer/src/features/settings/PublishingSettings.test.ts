// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { installDesk } from '@renderer/testing/fakeDesk'
import { mountApp } from '@renderer/testing/mountApp'
import PublishingSettings from './PublishingSettings.vue'

let view: VueWrapper
afterEach(() => { view.unmount() })

const field = (name: string) => {
  const label = view.findAll('label').find((each) => each.text() === name)!
  return view.get<HTMLInputElement>(`#${label.attributes('for')}`)
}
async function open() {
  installDesk({})
  view = await mountApp(PublishingSettings)
}
const type = async (name: string, text: string, event = 'blur') => {
  await field(name).setValue(text)
  await field(name).trigger(event, event === 'keydown' ? { key: 'Enter' } : {})
  await flushPromises()
}

it('shows what is set, and keeps what is typed when the field is left or Enter is pressed', async () => {
  await open()
  expect([field('Hold before sending').element.value, field('Runway alarm').element.value]).toEqual(['10', '14'])
  await type('Hold before sending', ' 0 ')
  await type('Runway alarm', '21', 'keydown')
  expect(view.emitted('save')).toEqual([[{ holdSeconds: 0 }], [{ runwayDays: 21 }]])
})

it('keeps nothing that did not change', async () => {
  await open()
  await type('Hold before sending', '10')
  expect(view.emitted('save')).toBeUndefined()
})

it.each([['Hold before sending', '61'], ['Hold before sending', '-1'], ['Hold before sending', 'ten'], ['Runway alarm', '0'], ['Runway alarm', '']])(
  'says beside %s that %j is none, and keeps nothing', async (name, text) => {
    await open()
    await type(name, text)
    expect(field(name).attributes('aria-invalid')).toBe('true')
    expect(view.text()).toContain('Type a whole number from')
    expect(view.emitted('save')).toBeUndefined()
  })
