// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { h, nextTick, ref } from 'vue'
import { defaultSettings, type Settings } from '@shared/domain/settings'
import { useActionsHere } from '@renderer/composables/useActionsHere'
import { installDesk } from '@renderer/testing/fakeDesk'
import { mountApp } from '@renderer/testing/mountApp'
import { useActions } from './actions'
import { useSettings } from './settings'

let app: VueWrapper
afterEach(() => {
  app.unmount()
  document.body.innerHTML = ''
})

const done: string[] = []
const isHere = ref(true)
const Place = {
  setup() {
    useActionsHere({ newSlot: () => { done.push('newSlot') }, previousDay: () => { done.push('previousDay') } })
    return () => h('div', [h('input'), h('button', 'x'), h('div', { role: 'dialog' }, [h('button', { class: 'over' }, 'y')])])
  },
}
const Desk = {
  setup() {
    useActionsHere({ newCallRequest: () => { done.push('newCallRequest') }, lock: () => { done.push('lock') } })
    return () => isHere.value ? h(Place) : h('p')
  },
}

async function open(settings: Partial<Settings> = {}) {
  installDesk({ 'settings:read': () => ({ ...defaultSettings, ...settings }) })
  done.length = 0
  isHere.value = true
  app = await mountApp(Desk)
  useSettings().start()
  await flushPromises()
}
const on = (selector: string) => document.querySelector<HTMLElement>(selector)!
function press(key: string, target: HTMLElement = document.body, held: KeyboardEventInit = {}) {
  const event = new KeyboardEvent('keydown', { key, code: `Key${key.toUpperCase()}`, bubbles: true, cancelable: true, ...held })
  target.dispatchEvent(event)
  return event
}
const ctrlShift = { ctrlKey: true, shiftKey: true }

it('does what a key means, and keeps the key from others', async () => {
  await open()
  expect(press('n', on('button')).defaultPrevented).toBe(true)
  expect(press('q').defaultPrevented).toBe(false)
  expect(done).toEqual(['newSlot'])
})

it('does nothing by single keys while somebody types, or in what lies over the view', async () => {
  await open()
  press('n', on('input'))
  press('n', on('.over'))
  press('n', document.body, { isComposing: true })
  press('n', document.body, { repeat: true })
  expect(done).toEqual([])
})

it('takes keys with modifiers while somebody types', async () => {
  await open()
  press('N', on('input'), ctrlShift)
  expect(done).toEqual(['newCallRequest'])
})

it('does nothing under a dialog but lock', async () => {
  await open()
  document.body.insertAdjacentHTML('beforeend', '<div role="alertdialog"><input id="in"></div>')
  on('#in').addEventListener('keydown', (event) => { event.stopPropagation() })
  press('n')
  press('N', on('#in'), ctrlShift)
  press('L', on('#in'), ctrlShift)
  expect(done).toEqual(['lock'])
})

it('knows nothing of a place that is gone', async () => {
  await open()
  isHere.value = false
  await nextTick()
  press('n')
  expect(done).toEqual([])
})

it('lets single keys be switched off, and no others', async () => {
  await open({ singleKeys: false })
  press('n')
  press('ArrowLeft', document.body, { altKey: true, code: 'ArrowLeft' })
  press('N', document.body, ctrlShift)
  expect(done).toEqual(['previousDay', 'newCallRequest'])
})

it('takes the keys that were chosen instead of the usual ones', async () => {
  await open({ keys: { newSlot: ['X'], lock: [] } })
  press('n')
  press('x')
  press('L', document.body, ctrlShift)
  expect(done).toEqual(['newSlot'])
})

it('does what was awaited once its place is there', async () => {
  await open()
  isHere.value = false
  await nextTick()
  const store = useActions()
  expect(store.taskOf('newSlot')).toBeUndefined()
  store.awaited = 'newSlot'
  isHere.value = true
  await flushPromises()
  expect(done).toEqual(['newSlot'])
  expect(store.awaited).toBeUndefined()
})
