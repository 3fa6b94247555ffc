// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { defaultSettings, type Settings, type SettingsChange } from '@shared/domain/settings'
import { useSettings } from '@renderer/services/settings'
import { installDesk } from '@renderer/testing/fakeDesk'
import { mountApp } from '@renderer/testing/mountApp'
import KeySettings from './KeySettings.vue'

let app: VueWrapper
afterEach(() => {
  app.unmount()
  document.body.replaceChildren()
})
let kept: Settings

async function open(settings: Partial<Settings> = {}) {
  kept = { ...defaultSettings, ...settings }
  installDesk({
    'settings:read': () => kept,
    'settings:change': (change) => (kept = { ...kept, ...change as Partial<Settings> }),
  })
  const save = (change: SettingsChange) => void useSettings().change(change)
  const Host = defineComponent({ setup: () => () => h(KeySettings, { onSave: save }) })
  app = await mountApp(Host)
  useSettings().start()
  await flushPromises()
  app.findAll('button').find((each) => each.text() === 'Change the keys')!.element.click()
  await flushPromises()
}
const button = (label: string) => document.querySelector<HTMLElement>(`button[aria-label="${label}"]`)!
const row = (name: string) => [...document.querySelectorAll('li')].find((each) => each.textContent.startsWith(name))!
async function give(name: string, key: string, held: KeyboardEventInit = {}) {
  button(`Change the key of: ${name}`).click()
  await flushPromises()
  await press(name, key, held)
}
async function press(name: string, key: string, held: KeyboardEventInit = {}) {
  const found = button(`Press the new key of: ${name}`)
  found.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held }))
  await flushPromises()
}

it('gives an action the key that is pressed', async () => {
  await open()
  await give('Go to today', 'd')
  expect(kept.keys).toEqual({ today: ['D'] })
  expect(row('Go to today').querySelector('kbd')?.textContent).toBe('D')
})

it('names whose key it is, and takes it away only when told so', async () => {
  await open()
  await give('Go to today', 'n')
  expect(row('Go to today').querySelector('[role=alert]')?.textContent).toContain('N is the key of “New slot”.')
  expect(kept.keys).toEqual({})
  ;[...row('Go to today').querySelectorAll('button')].find((each) => each.textContent.includes('Use it here instead'))!.click()
  await flushPromises()
  expect(kept.keys).toEqual({ today: ['N'], newSlot: [] })
  expect(row('New slot').textContent).toContain('no key')
})

it('lets two places have the same key', async () => {
  await open()
  await give('Search staff', 't')
  expect(kept.keys).toEqual({ searchStaff: ['T'] })
})

it('gives nobody the keys that every program has', async () => {
  await open()
  await give('Go to today', 'c', { ctrlKey: true })
  expect(row('Go to today').querySelector('[role=alert]')?.textContent).toContain('Ctrl+C has a meaning of its own')
  await press('Go to today', 'Escape')
  expect(kept.keys).toEqual({})
})

it('takes a key away by Backspace, and gives the usual one back', async () => {
  await open()
  await give('Go to today', 'Backspace')
  expect(kept.keys).toEqual({ today: [] })
  button('Usual keys again: Go to today').click()
  await flushPromises()
  expect(kept.keys).toEqual({})
})

it('switches single keys off', async () => {
  await open()
  app.get<HTMLInputElement>('input[type=checkbox]').element.click()
  await flushPromises()
  expect(kept.singleKeys).toBe(false)
})
