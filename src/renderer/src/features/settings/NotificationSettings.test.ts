// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import type { AlertsStatus } from '@shared/domain/alerts'
import { defaultSettings, type Settings } from '@shared/domain/settings'
import { useAlerts } from '@renderer/services/alerts'
import { useSettings } from '@renderer/services/settings'
import { installDesk } from '@renderer/testing/fakeDesk'
import { mountApp } from '@renderer/testing/mountApp'
import NotificationSettings from './NotificationSettings.vue'

const well: AlertsStatus = { native: 'works', tray: true, paused: null, banner: null, loginFailed: false }

let view: VueWrapper
afterEach(() => { view.unmount() })

async function open(status: Partial<AlertsStatus> = {}, settings: Partial<Settings> = {}) {
  const now = { ...well, ...status }
  const desk = installDesk({
    'alerts:status': () => now, 'alerts:test': () => now, 'alerts:pause': () => now, 'settings:read': () => ({ ...defaultSettings, ...settings }),
  })
  view = await mountApp(NotificationSettings)
  useAlerts().start()
  useSettings().start()
  await flushPromises()
  return desk
}
const box = (name: string) => view.findAll('label').find((label) => label.text() === name)!.get<HTMLInputElement>('input')
const field = (name: string) => view.get<HTMLInputElement>(`#${view.findAll('label').find((label) => label.text() === name)!.attributes('for')}`)
const button = (name: string) => view.findAll('button').find((each) => each.text() === name)
const saved = () => view.emitted('save')?.at(-1)

it('keeps each choice', async () => {
  await open({}, { startAtLogin: true })
  await box('Say the doctor’s name').setValue(true)
  expect(saved()).toEqual([{ notifyDoctor: true }])
  await box('Start without a window').setValue(true)
  expect(saved()).toEqual([{ startHidden: true }])
  await button('Quit')!.trigger('click')
  expect(saved()).toEqual([{ whenClosed: 'quit' }])
})

it('offers nothing that has no effect', async () => {
  await open({}, { notify: false })
  expect([box('Say the doctor’s name'), box('Start without a window'), box('Sound')].map(({ element }) => element.disabled)).toEqual([true, true, false])
})

it.each<[Partial<AlertsStatus>, string]>([
  [{ native: 'fails' }, 'This computer showed no notification of ours.'],
  [{ tray: false }, 'This computer shows no tray now, so closing the window ends the program.'],
  [{ loginFailed: true }, 'This computer refused that.'],
  [{ paused: { until: null } }, 'Notifications are paused.'],
])('says what does not work, or not now: %j', async (status, words) => {
  await open()
  expect(view.text()).not.toContain(words)
  view.unmount()
  await open(status)
  expect(view.text()).toContain(words)
})

it.each<[AlertsStatus['native'], string]>([['works', 'The notification was shown.'], ['fails', 'No notification was shown.']])(
  'a test says that the system %s', async (native, words) => {
    await open({ native })
    expect(view.text()).not.toContain(words)
    await button('Test notification')!.trigger('click')
    await flushPromises()
    expect(view.text()).toContain(words)
  })

it('pauses, and ends a pause', async () => {
  const desk = await open()
  await button('Until tomorrow')!.trigger('click')
  expect(desk.asked.at(-1)).toEqual({ call: 'alerts:pause', input: { for: 'tomorrow' } })
  view.unmount()
  const paused = await open({ paused: { until: null } })
  await button('Resume notifications')!.trigger('click')
  expect(paused.asked.at(-1)).toEqual({ call: 'alerts:pause', input: { for: 'resumed' } })
})

it('quiet hours begin as an evening and a night, and are kept as they are typed', async () => {
  await open()
  await box('Quiet hours').setValue(true)
  expect(saved()).toEqual([{ quietHours: { from: 72_000, to: 25_200 } }])
  view.unmount()
  await open({}, { quietHours: { from: 72_000, to: 25_200 } })
  await field('From').setValue('8 pm')
  await field('From').trigger('blur')
  expect([field('From').element.value, saved()]).toEqual(['20:00', undefined])
  await field('To').setValue('630')
  await field('To').trigger('blur')
  expect(saved()).toEqual([{ quietHours: { from: 72_000, to: 23_400 } }])
  await field('To').setValue('late')
  await field('To').trigger('blur')
  expect(field('To').attributes('aria-invalid')).toBe('true')
})

it('lets what is being typed in one field alone when the other is kept', async () => {
  await open({}, { quietHours: { from: 72_000, to: 25_200 } })
  await field('To').setValue('6')
  useSettings().settings = { ...defaultSettings, quietHours: { from: 79_200, to: 25_200 } }
  await flushPromises()
  expect([field('From').element.value, field('To').element.value]).toEqual(['22:00', '6'])
})
