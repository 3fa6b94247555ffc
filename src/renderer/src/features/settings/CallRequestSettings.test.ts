// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { installDesk } from '@renderer/testing/fakeDesk'
import { mountApp } from '@renderer/testing/mountApp'
import CallRequestSettings from './CallRequestSettings.vue'

let view: VueWrapper
afterEach(() => { view.unmount() })

const open = async () => {
  const desk = installDesk({ 'triage:sign': () => undefined })
  view = await mountApp(CallRequestSettings)
  return desk
}
const field = (label: string) => view.get(`#${view.findAll('label').find((each) => each.text() === label)!.attributes('for')}`)
const type = async (label: string, text: string) => {
  await field(label).setValue(text)
  await field(label).trigger('blur')
  await flushPromises()
}
const saved = () => view.emitted('save')?.map(([change]) => change) ?? []

it('keeps working hours that make sense, and says why others are none', async () => {
  await open()
  await type('Closes at', '17:30')
  expect(saved()).toEqual([{ businessHours: { days: [1, 2, 3, 4, 5, 6], from: 8 * 3600, to: 17.5 * 3600 } }])
  await type('Opens at', '19')
  expect(view.text()).toContain('has to close later than it opens')
  await type('Opens at', 'soon')
  expect(view.text()).toContain('This is not a time.')
  expect(saved()).toHaveLength(1)
})

it('keeps working days', async () => {
  await open()
  await view.findAll('input[type=checkbox]')[6]!.setValue(true)
  await view.findAll('input[type=checkbox]')[0]!.setValue(false)
  expect(saved().map((change) => (change as { businessHours: { days: number[] } }).businessHours.days))
    .toEqual([[1, 2, 3, 4, 5, 6, 7], [2, 3, 4, 5, 6]])
})

it('keeps initials for the person, and limits that are numbers', async () => {
  const desk = await open()
  await type('Your initials', ' MK ')
  expect(desk.asked).toContainEqual({ call: 'triage:sign', input: { initials: 'MK' } })
  await type('Overdue after (working hours)', '16')
  await type('Waiting after (working hours)', '0')
  expect(saved()).toEqual([{ overdueHours: 16 }])
})
