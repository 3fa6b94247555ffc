// @vitest-environment happy-dom
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import UiCombobox from './UiCombobox.vue'

const options = Array.from({ length: 500 }, (_, index) => ({ value: index + 1, label: `Clinic ${index + 1}` }))

let box: VueWrapper
afterEach(() => { box.unmount() })

async function open(props: { modelValue: number[], multiple?: boolean }) {
  box = mount(UiCombobox<number>, {
    attachTo: document.body,
    props: { options, label: 'Clinics', emptyText: 'Nothing matches.', moreText: (count: number) => `${count} more`, ...props },
  })
  await box.get('input').trigger('click')
  await flushPromises()
}
const shown = () => [...document.querySelectorAll('[role=option]')].map((option) => option.textContent)
const type = async (text: string) => {
  await box.get('input').setValue(text)
  await flushPromises()
}
const pick = async (label: string) => {
  const option = [...document.querySelectorAll<HTMLElement>('[role=option]')].find((each) => each.textContent === label)!
  option.dispatchEvent(new Event('pointerup', { bubbles: true }))
  option.click()
  await flushPromises()
}

it('cuts a long list and says by how much', async () => {
  await open({ modelValue: [] })
  expect(shown()).toHaveLength(200)
  expect(document.body.textContent).toContain('300 more')
})

it('finds what was typed, or says that nothing matches', async () => {
  await open({ modelValue: [] })
  await type('clinic 499')
  expect(shown()).toEqual(['Clinic 499'])
  await type('ward')
  expect(shown()).toEqual([])
  expect(document.body.textContent).toContain('Nothing matches.')
})

it('adds to several choices at the end, in the order in which they are made', async () => {
  await open({ modelValue: [3, 1], multiple: true })
  await type('clinic 42')
  await pick('Clinic 42')
  expect(box.emitted('update:modelValue')).toEqual([[[3, 1, 42]]])
})

it('takes one choice instead of the one before and shows it', async () => {
  await open({ modelValue: [3] })
  await pick('Clinic 5')
  expect(box.emitted('update:modelValue')).toEqual([[[5]]])
  await box.setProps({ modelValue: [5] })
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(box.get('input').element.value).toBe('Clinic 5')
})
