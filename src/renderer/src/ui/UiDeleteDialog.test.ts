// @vitest-environment happy-dom
import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { nextTick } from 'vue'
import UiDeleteDialog from './UiDeleteDialog.vue'

const words = { delete: 'Delete', cancel: 'Cancel', type: 'Type the name', checking: 'Looking.' }
let dialog: VueWrapper
afterEach(() => { dialog.unmount() })

async function open(props: Record<string, unknown> = {}) {
  dialog = mount(UiDeleteDialog, {
    attachTo: document.body,
    props: { title: 'Delete?', name: 'Cárdiology', guarded: false, busy: false, words, ...props },
    slots: { default: 'Seven members' },
  })
  await settled()
}
const settled = async () => { for (let turn = 0; turn < 4; turn++) await nextTick() }
const box = () => document.body.querySelector<HTMLElement>('[role=alertdialog]')!
const button = (text: string) => [...box().querySelectorAll('button')].find((each) => each.textContent?.trim() === text)!
const type = async (text: string) => {
  const input = box().querySelector('input')!
  input.value = text
  input.dispatchEvent(new Event('input'))
  await settled()
}
const submit = () => box().querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true, bubbles: true }))

it('asks, with the safe answer in focus, and deletes when told to', async () => {
  await open()
  expect(document.activeElement).toBe(button('Cancel'))
  expect(button('Delete').disabled).toBe(false)
  submit()
  expect(dialog.emitted('delete')).toHaveLength(1)
})

it('waits until it is known what refers to it, and shows that', async () => {
  await open({ checking: true })
  expect([button('Delete').disabled, box().textContent]).toEqual([true, expect.stringContaining('Looking.')])
  submit()
  expect(dialog.emitted('delete')).toBeUndefined()
  await dialog.setProps({ checking: false, guarded: true })
  await settled()
  expect(box().textContent).toContain('Seven members')
  expect(document.activeElement).toBe(box().querySelector('input'))
})

it('wants the name when something refers to it, and forgives case, spaces and the Unicode form', async () => {
  await open({ guarded: true })
  expect(button('Delete').disabled).toBe(true)
  await type('Cardiology')
  submit()
  expect(dialog.emitted('delete')).toBeUndefined()
  await type('  CA\u0301RDIOLOGY ')
  expect(button('Delete').disabled).toBe(false)
  submit()
  expect(dialog.emitted('delete')).toHaveLength(1)
})

it('does nothing twice and does not close while it is busy', async () => {
  await open({ busy: true })
  submit()
  button('Cancel').click()
  expect([dialog.emitted('delete'), dialog.emitted('close')]).toEqual([undefined, undefined])
})

it('says why it was refused', async () => {
  await open()
  await dialog.setProps({ error: 'It is in use.' })
  await settled()
  expect(box().querySelector('[role=alert]')!.textContent).toContain('It is in use.')
})
