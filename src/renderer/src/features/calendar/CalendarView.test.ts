// @vitest-environment happy-dom
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { Clinic, Directory } from '@shared/domain/clinic'
import { defaultSettings } from '@shared/domain/settings'
import type { DayQuery } from '@shared/domain/slot'
import { emptyStamp } from '@shared/domain/stamp'
import { AppFailure } from '@shared/errors'
import en from '@shared/locales/en.json'
import { useSettings } from '@renderer/services/settings'
import { useViewCounts } from '@renderer/services/viewCounts'
import { installDesk, type Answers } from '@renderer/testing/fakeDesk'
import { createTexts } from '../../i18n'
import CalendarView from './CalendarView.vue'

const stamp = { ...emptyStamp, fetchedAt: Date.parse('2026-11-23T09:37:00Z') }
const clinic = (id: number): Clinic => ({ id, name: `Clinic ${id}`, address: `${id} Main Street`, doctors: [{ id, name: `Dr. ${id}`, department: '' }] })
const directory = (part: Partial<Directory> = {}): Directory =>
  ({ clinics: [1, 2, 3].map(clinic), asked: 3, doctors: 3, failures: [], stamp, ...part })
const answers: Answers = {
  'settings:read': () => ({ ...defaultSettings, zone: 'UTC' }),
  'directory:read': () => directory(),
  'slots:readChoice': () => ({ clinicIds: null }),
  'slots:choose': (choice) => choice,
  'slots:day': ({ date, clinicIds }: DayQuery) => ({
    date,
    columns: clinicIds.map((clinicId) => ({
      clinicId, ids: Int32Array.of(clinicId * 10), starts: Int32Array.of(36_000), ends: Int32Array.of(36_900), stamp,
    })),
  }),
}

let view: VueWrapper
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-23T09:37:00Z') })
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1000)
})
afterEach(() => {
  view.unmount()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

async function open(path = '/calendar', changed: Answers = {}) {
  const desk = installDesk({ ...answers, ...changed })
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/calendar/:date?', component: CalendarView }] })
  await router.push(path)
  const pinia = createPinia()
  const stop = useSettings(pinia).start()
  await flushPromises()
  view = mount(CalendarView, { attachTo: document.body, global: { plugins: [pinia, createTexts(document.documentElement), router] } })
  await flushPromises()
  stop()
  return { desk, router, counts: useViewCounts(pinia).counts }
}
const heading = () => view.get('h1').text()
const press = async (target: Element, key: string, held: KeyboardEventInit = {}) => {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true, ...held }))
  await flushPromises()
}
const click = async (name: string) => {
  await view.findAll('button').find((button) => (button.attributes('aria-label') ?? button.text()) === name)!.trigger('click')
  await flushPromises()
}

it('shows today, the day of its address, and today for an address that is no day', async () => {
  await open()
  expect(heading()).toMatch(/^Monday.* 23 November 2026$/)
  view.unmount()
  await open('/calendar/2027-02-28')
  expect(heading()).toMatch(/28 February 2027$/)
  view.unmount()
  await open('/calendar/2027-02-30')
  expect(heading()).toMatch(/23 November 2026$/)
})

it('turns days by buttons and keys, and goes back to today', async () => {
  const { router } = await open('/calendar/2026-11-30')
  await click('Next day')
  expect(heading()).toMatch(/^Tuesday.* 1 December 2026$/)
  await click('Previous day')
  await press(document.body, '[')
  expect(router.currentRoute.value.path).toBe('/calendar/2026-11-29')
  await press(document.body, 'ArrowRight', { altKey: true })
  expect(router.currentRoute.value.path).toBe('/calendar/2026-11-30')
  await press(document.body, 't')
  expect(heading()).toMatch(/23 November 2026$/)
})

it('goes to a typed date, and says beside the field when it is none', async () => {
  await open()
  const field = view.get<HTMLInputElement>('input[aria-label="Go to date"]')
  await field.setValue('2026-11-31')
  await view.get('form').trigger('submit')
  expect(field.attributes('aria-invalid')).toBe('true')
  expect(view.get(`#${field.attributes('aria-errormessage')}`).attributes('role')).toBe('alert')
  expect(field.element.value).toBe('2026-11-31')
  await field.setValue('30 nov')
  await view.get('form').trigger('submit')
  await flushPromises()
  expect(heading()).toMatch(/30 November 2026$/)
  expect(field.attributes('aria-invalid')).toBeUndefined()
})

it('leaves single keys to the field in which somebody types', async () => {
  await open('/calendar/2026-11-30')
  for (const key of ['t', '[', 'f', '-']) await press(view.get('input[aria-label="Go to date"]').element, key)
  expect(heading()).toMatch(/30 November 2026$/)
})

it('counts clinics and slots for the status line, and takes the counts back when it closes', async () => {
  const { counts } = await open()
  expect(counts).toMatchObject({ clinics: 3, slots: 3 })
  view.unmount()
  expect(counts).toMatchObject({ clinics: undefined, slots: undefined })
})

it('opens a slot\'s details beside the board, and gives the focus back on Escape', async () => {
  await open()
  const slot = view.get<HTMLElement>('.slot')
  slot.element.focus()
  await press(slot.element, 'Enter')
  const drawer = view.get('[role=dialog]')
  expect(drawer.element.contains(document.activeElement)).toBe(true)
  for (const text of ['10:00 – 10:15', 'Clinic 1', '1 Main Street', 'Dr. 1', '23 November 2026', '10']) expect(drawer.text()).toContain(text)
  expect(drawer.text()).not.toMatch(/free|booked/i)
  await press(document.activeElement!, 'Escape')
  expect(view.find('[role=dialog]').exists()).toBe(false)
  expect(document.activeElement).toBe(slot.element)
})

it('closes the details when another day is shown', async () => {
  await open()
  await view.get('.slot').trigger('click')
  expect(view.find('[role=dialog]').exists()).toBe(true)
  await click('Next day')
  expect(view.find('[role=dialog]').exists()).toBe(false)
})

it('keeps the order of columns that the chips are given', async () => {
  const { desk } = await open()
  await press(view.get('.chips .name').element, 'ArrowRight', { shiftKey: true })
  await press(view.findAll('.chips .name')[2]!.element, 'Delete')
  expect(desk.asked.filter(({ call }) => call === 'slots:choose').map(({ input }) => input)).toEqual([{ clinicIds: [2, 1, 3] }, { clinicIds: [2, 1] }])
  expect(view.findAll('[role=columnheader]').map((header) => header.attributes('aria-label')!.split(',')[0])).toEqual(['Clinic 2', 'Clinic 1'])
})

it('says that there are no doctors, and offers to try again', async () => {
  const { desk } = await open('/calendar', {
    'directory:read': () => directory({ clinics: [], asked: 0, doctors: 0 }),
    'sync:now': () => ({ working: 0, lastSuccess: 1, failing: null, failingSince: null }),
  })
  expect(view.find('[role=grid]').exists()).toBe(false)
  expect(view.text()).toContain('The staff list has no doctors')
  await click('Try again')
  expect(desk.asked.some(({ call }) => call === 'sync:now')).toBe(true)
})

it('shows what it has and names the doctors whose clinics are missing', async () => {
  const failures = [{ doctor: { id: 9, name: 'Dr. Roe', department: '' }, error: { kind: 'timeout' } as const }]
  await open('/calendar', { 'directory:read': () => directory({ failures }) })
  expect(view.get('[role=alert]').text()).toContain('Dr. Roe')
  expect(view.findAll('[role=columnheader]')).toHaveLength(3)
})

it('says why when not even the directory can be asked for', async () => {
  await open('/calendar', { 'directory:read': () => new Promise(() => undefined) })
  expect(view.find('[role=alert]').exists()).toBe(false)
  view.unmount()
  await open('/calendar', { 'directory:read': () => { throw new AppFailure({ kind: 'timeout' }) } })
  expect(view.get('[role=alert]').text()).toContain(en.errors.timeout)
})
