// @vitest-environment happy-dom
import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { h, nextTick } from 'vue'
import UiFormDialog from './UiFormDialog.vue'
import UiTextField from './UiTextField.vue'

const words = { cancel: 'Cancel', close: 'Close', startOver: 'Start over', ask: 'Discard?', askText: 'Not sent.', keep: 'Keep editing', discard: 'Discard' }
const quiet = { title: 'Ward', sendLabel: 'Save', busy: false, dirty: false, failures: 0, words }

let dialog: VueWrapper
const opener = document.createElement('button')
beforeEach(() => {
  document.body.append(opener)
  opener.focus()
})
afterEach(() => { dialog.unmount() })

async function open(props: Record<string, unknown> = {}) {
  dialog = mount(UiFormDialog, {
    attachTo: document.body,
    props: { ...quiet, ...props },
    slots: { default: () => [h(UiTextField, { modelValue: '', label: 'Name' }), h(UiTextField, { modelValue: '', label: 'Room', error: 'Odd.' })] },
  })
  await settled()
}
const settled = async () => {
  for (let turn = 0; turn < 3; turn++) await nextTick()
  await new Promise((resolve) => { setTimeout(resolve) })
}
const find = (selector: string) => document.body.querySelector<HTMLElement>(selector)
const button = (text: string) => [...document.body.querySelectorAll('button')].find((each) => each.textContent?.trim() === text)!
const click = async (text: string) => {
  button(text).click()
  await settled()
}
const press = async (key: string) => {
  document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  await settled()
}
const submit = () => find('form')!.dispatchEvent(new Event('submit', { cancelable: true, bubbles: true }))

describe.each(['dialog', 'drawer'] as const)('as a %s', (kind) => {
  it('is named by its title and begins in its first field', async () => {
    await open({ kind })
    const titled = find('[role=dialog]')!.getAttribute('aria-labelledby')!
    expect(document.getElementById(titled)!.textContent).toBe('Ward')
    expect(document.activeElement).toBe(find('input'))
  })

  it('closes without a question while nothing was typed', async () => {
    await open({ kind })
    await press('Escape')
    expect(dialog.emitted('close')).toHaveLength(1)
    expect(find('[role=alertdialog]')).toBeNull()
  })

  it('asks before what was typed is thrown away, and Escape keeps it', async () => {
    await open({ kind, dirty: true })
    await press('Escape')
    expect(find('[role=alertdialog]')).not.toBeNull()
    expect(document.activeElement).toBe(button('Keep editing'))
    await press('Escape')
    expect(find('[role=alertdialog]')).toBeNull()
    expect(dialog.emitted('close')).toBeUndefined()
    await click('Cancel')
    await click('Discard')
    expect([dialog.emitted('discard'), dialog.emitted('close')]).toEqual([[[]], [[]]])
  })

  it('does not close while it is sending, but while it is only looked up what became of it', async () => {
    await open({ kind, busy: true, dirty: true })
    await press('Escape')
    expect(dialog.emitted('close')).toBeUndefined()
    await dialog.setProps({ progress: 'Finding out …' })
    await click('Cancel')
    expect(dialog.emitted('close')).toHaveLength(1)
  })
})

it('sends by Enter or the button, and not while it is busy or out of order', async () => {
  await open()
  submit()
  expect(dialog.emitted('send')).toHaveLength(1)
  await dialog.setProps({ busy: true })
  submit()
  await dialog.setProps({ busy: false, sendBlocked: 'This account may only read.' })
  submit()
  expect(dialog.emitted('send')).toHaveLength(1)
  expect(button('Save').getAttribute('aria-disabled')).toBe('true')
})

it('goes to the first wrong field after an attempt that failed, and says on top what concerns the whole', async () => {
  await open()
  await dialog.setProps({ failures: 1, summary: 'Nothing fits.' })
  await settled()
  expect(document.activeElement).toBe(find('[aria-invalid=true]'))
  expect(find('[role=alert]')!.textContent).toContain('Nothing fits.')
})

it('offers to start over when it went on with a draft', async () => {
  await open({ notice: 'Continued.' })
  await click('Start over')
  expect(dialog.emitted('startOver')).toHaveLength(1)
})

it('gives the focus back to where it came from', async () => {
  const focus = vi.spyOn(opener, 'focus')
  await open()
  dialog.unmount()
  await settled()
  expect(focus).toHaveBeenCalled()
})
