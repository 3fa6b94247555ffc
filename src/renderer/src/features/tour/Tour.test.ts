// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { defaultSettings, type Settings } from '@shared/domain/settings'
import { useActions } from '@renderer/services/actions'
import { installDesk } from '@renderer/testing/fakeDesk'
import { mountApp } from '@renderer/testing/mountApp'
import Tour from './Tour.vue'
import { tourSteps } from './tourSteps'

let view: VueWrapper
afterEach(() => {
  view.unmount()
  document.body.replaceChildren()
})

async function begin({ demo = true, tourTaken = false } = {}) {
  const settings: Settings = { ...defaultSettings, tourTaken }
  const desk = installDesk({ 'settings:read': () => settings, 'settings:change': () => settings })
  view = await mountApp(Tour, { demo })
  await flushPromises()
  return desk
}
const panel = () => vi.waitFor(() => view.get('section'))
const press = async (name: string) => {
  await view.findAll('button').find((button) => button.text() === name)!.trigger('click')
  await flushPromises()
}

it('is offered in the demo clinic, goes through all its steps, and is not offered again', async () => {
  const desk = await begin()
  await panel()
  const titles = new Set<string>()
  for (const index of tourSteps.keys()) {
    titles.add(view.get('h2').text())
    expect(view.get('section').text()).toContain(`${index + 1} of ${tourSteps.length}`)
    await press(index === tourSteps.length - 1 ? 'Done' : 'Next')
  }
  expect(titles.size).toBe(tourSteps.length)
  expect(view.find('section').exists()).toBe(false)
  expect(desk.asked.findLast(({ call }) => call === 'settings:change')?.input).toEqual({ tourTaken: true })
})

it('goes back, points at what it speaks of, and is left by Esc', async () => {
  document.body.insertAdjacentHTML('beforeend', '<div role="grid"></div>')
  await begin()
  await panel()
  await press('Next')
  expect(document.querySelector('[data-pointed]')?.getAttribute('role')).toBe('grid')
  await press('Back')
  expect(document.querySelector('[data-pointed]')).toBeNull()
  await press('Next')
  await view.get('section').trigger('keydown', { key: 'Escape' })
  expect(view.find('section').exists()).toBe(false)
  expect(document.querySelector('[data-pointed]')).toBeNull()
})

it('is there for whoever asks for it, and otherwise disturbs nobody', async () => {
  for (const asked of [{ demo: false }, { tourTaken: true }]) {
    await begin(asked)
    expect(view.find('section').exists()).toBe(false)
    void useActions().taskOf('tour')!()
    await panel()
    view.unmount()
  }
  await begin({ tourTaken: true })
})
