import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { Clinic, Directory } from '@shared/domain/clinic'
import { packDay } from '@shared/domain/packedDay'
import { defaultSettings } from '@shared/domain/settings'
import type { DayQuery } from '@shared/domain/slot'
import { emptyStamp } from '@shared/domain/stamp'
import { usePlanner } from '@renderer/services/planner'
import { useSettings } from '@renderer/services/settings'
import { useViewCounts } from '@renderer/services/viewCounts'
import { installDesk, type Answers } from '@renderer/testing/fakeDesk'
import { createTexts } from '../../../i18n'
import CalendarView from '../CalendarView.vue'

const stamp = { ...emptyStamp, fetchedAt: Date.parse('2026-11-23T09:37:00Z') }
export const clinic = (id: number): Clinic => ({ id, name: `Clinic ${id}`, address: `${id} Main Street`, doctors: [{ id, name: `Dr. ${id}`, department: '' }] })
export const directory = (part: Partial<Directory> = {}): Directory =>
  ({ clinics: [1, 2, 3].map(clinic), asked: 3, doctors: 3, gone: [], failures: [], stamp, ...part })
/** What main answers unless a test says otherwise. */
export const answers: Answers = {
  'settings:read': () => ({ ...defaultSettings, zone: 'UTC' }),
  'directory:read': () => directory(),
  'slots:readChoice': () => ({ clinicIds: null }),
  'slots:choose': (choice) => choice,
  'outbox:read': () => [], 'outbox:day': () => [],
  'outbox:dismiss': () => undefined,
  'drafts:read': () => null,
  'slots:check': () => ({ identical: 0, overlapping: [], elsewhere: [], past: false, complete: true }),
  'slots:day': ({ date, clinicIds }: DayQuery) => packDay({
    date,
    columns: clinicIds.map((clinicId) => ({
      clinicId, ids: Int32Array.of(clinicId * 10), starts: Int32Array.of(36_000), ends: Int32Array.of(36_900), stamp,
    })),
  }),
}

/** The calendar that was opened last. */
export let view: VueWrapper

/** For each test of a file: it is 09:37 on 23 November 2026, elements have a size, and the calendar is gone when it ends. */
export function onAMorning(): void {
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
}

/** Opens the calendar at an address. */
export async function open(path = '/calendar', changed: Answers = {}) {
  const desk = installDesk({ ...answers, ...changed })
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/calendar/:date?', component: CalendarView }] })
  await router.push(path)
  const pinia = createPinia()
  const stop = useSettings(pinia).start()
  await flushPromises()
  view = mount(CalendarView, { attachTo: document.body, global: { plugins: [pinia, createTexts(document.documentElement), router] } })
  await flushPromises()
  stop()
  return { desk, router, emit: desk.emit, counts: useViewCounts(pinia).counts, planner: usePlanner(pinia) }
}

export const press = async (target: Element, key: string, held: KeyboardEventInit = {}) => {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true, ...held }))
  await flushPromises()
}
export const click = async (name: string) => {
  await view.findAll('button').find((button) => (button.attributes('aria-label') ?? button.text()) === name)!.trigger('click')
  await flushPromises()
}
export const dialog = () => view.find('[role=dialog]')
