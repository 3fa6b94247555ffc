// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import type { PackState } from '@shared/domain/pack'
import { usePack } from '@renderer/services/pack'
import { installDesk } from '@renderer/testing/fakeDesk'
import { mountApp } from '@renderer/testing/mountApp'
import PackSettings from './PackSettings.vue'

const off: PackState = { allowed: true, folder: null, clinicIds: null, writtenAt: null, failing: null, writing: false, left: null }
const on: PackState = { ...off, folder: '/media/stick', writtenAt: Date.now() }

let view: VueWrapper
afterEach(() => { view.unmount() })

async function open(state: PackState) {
  const desk = installDesk({ 'pack:read': () => state, 'pack:chooseFolder': () => on, 'pack:switchOff': () => off, 'pack:writeNow': () => on })
  view = await mountApp(PackSettings)
  usePack().start()
  await flushPromises()
  return desk
}
const button = (name: string) => view.findAll('button').find((each) => each.text() === name)

it('is off at first, and says what will lie there unsealed before anybody chooses a folder', async () => {
  const desk = await open(off)
  expect(view.text()).toContain('These files are not sealed.')
  expect(view.text()).toContain('Off: nothing is written.')
  await button('Choose a folder…')!.trigger('click')
  expect(desk.asked.at(-1)!.call).toBe('pack:chooseFolder')
})

it('says where and when, and can be written now or switched off', async () => {
  const desk = await open(on)
  expect(view.text()).toContain('/media/stick')
  expect(view.text()).toMatch(/Last made \d\d:\d\d\./)
  await button('Write now')!.trigger('click')
  await button('Switch off')!.trigger('click')
  expect(desk.asked.map(({ call }) => call).slice(-2)).toEqual(['pack:writeNow', 'pack:switchOff'])
})

it.each<[Partial<PackState>, string]>([
  [{ failing: 'full' }, 'The folder’s disk is full'],
  [{ writtenAt: null }, 'None was made yet.'],
  [{ writing: true }, 'One is being made.'],
  [{ clinicIds: [1, 2] }, ''],
])('says how it fares: %j', async (state, words) => {
  await open({ ...on, ...state })
  expect(view.text()).toContain(words)
  expect(view.get('input').attributes('placeholder')).toBe(state.clinicIds ? '2 clinics' : 'Everything shown on the day board')
})

it('offers nothing where it is not allowed', async () => {
  await open({ ...off, allowed: false })
  expect(view.text()).toContain('does not allow this')
  expect(view.findAll('button')).toEqual([])
})
