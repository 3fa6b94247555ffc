// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { defaultSettings } from '@shared/domain/settings'
import { installDesk } from '@renderer/testing/fakeDesk'
import { mountApp } from '@renderer/testing/mountApp'
import LookSettings from './LookSettings.vue'

it('takes the theme that an arrow leads to, however short the tap', async () => {
  installDesk({ 'settings:read': () => defaultSettings })
  const view = await mountApp(LookSettings)
  view.get<HTMLElement>('[role=radio][aria-label="System"]').element.focus()
  for (const kind of ['keydown', 'keyup']) document.activeElement!.dispatchEvent(new KeyboardEvent(kind, { key: 'ArrowRight', bubbles: true, cancelable: true }))
  await flushPromises()
  expect(document.activeElement!.getAttribute('aria-label')).toBe('Light')
  expect(view.getComponent(LookSettings).emitted('save')).toEqual([[{ theme: 'light' }]])
  view.unmount()
})
