// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import type { AlertsStatus } from '@shared/domain/alerts'
import { useAlerts } from '@renderer/services/alerts'
import { installDesk } from '@renderer/testing/fakeDesk'
import { mountApp } from '@renderer/testing/mountApp'
import AlertBanner from './AlertBanner.vue'

const latest = { id: 7, day: 20_783, doctor: { id: 3, name: 'Dr. <b>Rao</b>' } }
const missing = 'The system did not show a notification: '

let view: VueWrapper
afterEach(() => { view.unmount() })

async function open(banner: AlertsStatus['banner']) {
  const desk = installDesk({
    'alerts:status': () => ({ native: 'fails', tray: false, paused: null, loginFailed: false, banner }), 'alerts:dismiss': () => undefined,
  })
  view = await mountApp(AlertBanner)
  useAlerts().start()
  await flushPromises()
  return desk
}

it('is an alert that says nothing while there is nothing', async () => {
  await open(null)
  expect(view.get('[role=alert]').text()).toBe('')
})

it.each<[NonNullable<AlertsStatus['banner']>, string, string]>([
  [{ count: 1, latest }, 'new call request for Dr. <b>Rao</b>.', '/callRequests?request=7'],
  [{ count: 4, latest }, '4 new call requests, the latest for Dr. <b>Rao</b>.', '/callRequests'],
  [{ count: 1, latest: { ...latest, doctor: { id: 3, name: '' } } }, 'new call request for Doctor no. 3.', '/callRequests?request=7'],
])('tells of %j, and leads there', async (banner, words, place) => {
  const desk = await open(banner)
  expect(view.get('p').text()).toBe(missing + words)
  await view.findAll('button').find((button) => button.text() === 'Show')!.trigger('click')
  await flushPromises()
  expect(view.vm.$router.currentRoute.value.fullPath).toBe(place)
  expect(desk.asked.at(-1)?.call).toBe('alerts:dismiss')
})
