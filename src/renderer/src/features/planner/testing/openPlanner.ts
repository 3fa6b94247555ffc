import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeAll, beforeEach, vi } from 'vitest'
import type { Directory } from '@shared/domain/clinic'
import { defaultSettings } from '@shared/domain/settings'
import { emptyStamp } from '@shared/domain/stamp'
import type { StaffList } from '@shared/domain/staff'
import { usePlanner } from '@renderer/services/planner'
import { useSettings } from '@renderer/services/settings'
import { installDesk, type Answers } from '@renderer/testing/fakeDesk'
import { jobOf } from '@renderer/testing/jobOf'
import { mountApp } from '@renderer/testing/mountApp'
import Planner from '../Planner.vue'
import { previewOf } from './previewOf'

const clinic = (id: number, name: string, department: string) =>
  ({ id, name, address: '', doctors: [{ id, name: `Dr. ${id}`, department }] })
const directory: Directory = {
  clinics: [clinic(1, 'City Clinic', 'Cardiology'), clinic(2, 'North Clinic', 'Neurology'), clinic(3, 'South Clinic', 'Cardiology')],
  asked: 3, doctors: 3, failures: [], gone: [], stamp: emptyStamp,
}
const staff: StaffList = {
  ids: new Int32Array(), names: [], isDoctor: new Uint8Array(), departmentOf: new Int32Array(),
  departments: ['Cardiology', 'Neurology'], stamp: emptyStamp,
}

const START = Date.parse('2026-11-26T10:00:00Z')

let opened: VueWrapper

/** For each test of a file: the time stands at START, elements have a size, and the planner that it opened is gone when it ends. */
export function besideACalendar(): void {
  // The first use compiles it, which can take longer than a test may.
  beforeAll(() => import('../PlannerRegion.vue'))
  beforeEach(() => {
    vi.useFakeTimers({ now: START, toFake: ['Date', 'setTimeout', 'clearTimeout'] })
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600)
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(600)
    vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(500)
  })
  afterEach(() => {
    opened.unmount()
    document.body.replaceChildren()
    vi.useRealTimers()
    vi.restoreAllMocks()
  })
}

/** The planner, open beside a calendar that shows today, 26 November 2026. */
export async function openPlanner(answers: Answers = {}, before: (store: ReturnType<typeof usePlanner>) => void = () => undefined) {
  const desk = installDesk({
    'settings:read': () => ({ ...defaultSettings, zone: 'UTC' }), 'directory:read': () => directory, 'staff:list': () => staff,
    'planner:readHolidays': () => [], 'planner:keepHolidays': (sets) => sets, 'planner:preview': () => previewOf([]),
    'drafts:read': () => null, 'drafts:write': () => undefined, 'drafts:discard': () => undefined,
    'jobs:read': () => [], 'jobs:start': ({ id, title }) => jobOf({ id, title, state: 'held' }), ...answers,
  })
  const view = opened = await mountApp(Planner)
  const store = usePlanner()
  const stop = useSettings().start()
  await flushPromises()
  store.open()
  before(store)
  await vi.dynamicImportSettled()
  await flushPromises()
  stop()
  const asked = (call: string) => desk.asked.filter((each) => each.call === call).map(({ input }) => input)
  return { desk, view, store, asked, ...tools(view) }
}

/** Vue takes an event for one of before a listener was there when no time has passed between them. */
const pass = () => { vi.setSystemTime(Date.now() + 10) }

function tools(view: VueWrapper) {
  const label = (name: string) => view.findAll('label').find((each) => each.text() === name)
  const field = (name: string) => view.get<HTMLInputElement>(`#${label(name)!.attributes('for')}`)
  const line = () => view.get<HTMLTextAreaElement>('textarea')
  const nameOf = (button: Element) => (button.getAttribute('aria-label') ?? button.textContent)?.trim()
  const button = (name: string) => [...document.querySelectorAll('button')].find((each) => nameOf(each) === name)
  return {
    field, line, button,
    region: () => view.get('section.planner'),
    type: async (text: string) => {
      await line().setValue(text)
      line().element.setSelectionRange(text.length, text.length)
      await flushPromises()
    },
    press: async (name: string) => {
      pass()
      button(name)!.click()
      await flushPromises()
    },
    key: async (target: Element, key: string, held: KeyboardEventInit = {}) => {
      pass()
      target.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true, ...held }))
      await flushPromises()
    },
  }
}
