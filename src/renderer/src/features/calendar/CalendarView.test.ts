// @vitest-environment happy-dom
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { Clinic, Directory } from '@shared/domain/clinic'
import { defaultSettings } from '@shared/domain/settings'
import type { OutboxEntry } from '@shared/domain/outbox'
import { packDay, unpackDay } from '@shared/domain/packedDay'
import type { DayQuery } from '@shared/domain/slot'
import { emptyStamp } from '@shared/domain/stamp'
import { AppFailure } from '@shared/errors'
import en from '@shared/locales/en.json'
import { usePlanner } from '@renderer/services/planner'
import { useSettings } from '@renderer/services/settings'
import { useViewCounts } from '@renderer/services/viewCounts'
import { installDesk, type Answers, type FakeDesk } from '@renderer/testing/fakeDesk'
import { createTexts } from '../../i18n'
import CalendarView from './CalendarView.vue'

const stamp = { ...emptyStamp, fetchedAt: Date.parse('2026-11-23T09:37:00Z') }
const clinic = (id: number): Clinic => ({ id, name: `Clinic ${id}`, address: `${id} Main Street`, doctors: [{ id, name: `Dr. ${id}`, department: '' }] })
const directory = (part: Partial<Directory> = {}): Directory =>
  ({ clinics: [1, 2, 3].map(clinic), asked: 3, doctors: 3, gone: [], failures: [], stamp, ...part })
const answers: Answers = {
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

let view: VueWrapper
let emit: FakeDesk['emit']
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
  emit = desk.emit
  return { desk, router, counts: useViewCounts(pinia).counts, planner: usePlanner(pinia) }
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
    'sync:now': () => ({ working: 0, lastSuccess: 1, failing: null, failingSince: null, partly: [], skew: 0 }),
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

const dialog = () => view.find('[role=dialog]')
const typedInto = (name: string) =>
  view.get<HTMLInputElement>(`#${view.findAll('label').find((label) => label.text() === name)!.attributes('for')}`).element.value

it('opens the form of a new slot for the shown day by button and key, and at a place on the board', async () => {
  await open('/calendar/2026-11-30')
  await click('New slot')
  expect(dialog().text()).toContain('New slot')
  expect([typedInto('Clinic'), typedInto('Date'), typedInto('Start')]).toEqual(['', '2026-11-30', ''])
  const stretch = view.get<HTMLElement>('[data-column="1"] .stretch')
  stretch.element.focus()
  await press(stretch.element, 'Enter')
  expect([typedInto('Clinic'), typedInto('Start'), typedInto('End')]).toEqual(['Clinic 2', '09:45', '10:00'])
  expect(view.get('.ghost').text()).toBe('09:45 – 10:00')
  view.unmount()
  await open()
  await press(document.body, 'n')
  expect(dialog().text()).toContain('New slot')
})

it('keeps the form of a new slot behind a slot\'s details', async () => {
  await open()
  await press(document.body, 'n')
  await view.get('.slot').trigger('click')
  expect(view.findAll('[role=dialog]').map((each) => (each.element as HTMLElement).style.display)).toEqual(['', 'none'])
  await click('Close')
  expect(view.findAll('[role=dialog]').map((each) => (each.element as HTMLElement).style.display)).toEqual([''])
})

const sent = (state: OutboxEntry['state']): OutboxEntry => ({
  key: 'a', create: { kind: 'slot', form: { clinicId: 2, date: '2026-11-23', start: 43_200, end: 44_100 } }, at: 0, state, id: null,
  foundAfterwards: false, reason: '', jobId: null, candidates: [], error: null,
})

it('shows a slot on its way at once, and as published only when it is there', async () => {
  let entries = [sent('sending')]
  let made = false
  await open('/calendar', {
    'outbox:day': () => entries,
    'slots:day': async (query) => {
      const day = unpackDay(await answers['slots:day']!(query))
      const [first, ...others] = day.columns
      const [starts, ends] = [Int32Array.of(36_000, 43_200), Int32Array.of(36_900, 44_100)]
      const column = { ...others[0]!, ids: Int32Array.of(20, 77), starts, ends }
      return packDay(made ? { ...day, columns: [first!, column, ...others.slice(1)] } : day)
    },
  })
  const cells = () => view.findAll('.slot').map((cell) => cell.attributes('aria-label')!).filter((name) => name.startsWith('12:00'))
  expect(cells()).toEqual([expect.stringMatching(/^12:00 – 12:15, Clinic 2, .*, sending$/)])
  made = true
  entries = []
  emit('outbox:changed')
  await flushPromises()
  expect(cells()).toEqual([expect.stringMatching(/^12:00 – 12:15, Clinic 2, .*2026$/)])
  await view.findAll('.slot').find((cell) => cell.attributes('aria-label')!.startsWith('12:00'))!.trigger('click')
  expect(dialog().text()).toContain('77')
})

it('marks a slot of unknown outcome, says so in its details, and takes it off the board on demand', async () => {
  let entries = [sent('uncertain')]
  const { desk } = await open('/calendar', { 'outbox:day': () => entries, 'outbox:dismiss': () => { entries = [] } })
  const cell = view.get('.slot.uncertain')
  expect(cell.attributes('aria-label')).toMatch(/, uncertain$/)
  await cell.trigger('click')
  expect(dialog().text()).toContain('may have been created or not')
  expect(dialog().text()).not.toContain('Published slot')
  await click('Take it off the board')
  expect(view.find('.slot.uncertain').exists()).toBe(false)
  expect(dialog().exists()).toBe(false)
  expect(desk.asked.find(({ call }) => call === 'outbox:dismiss')?.input).toEqual({ key: 'a' })
})

it('gives no two of the shown clinics one colour', async () => {
  await open('/calendar', { 'directory:read': () => directory({ clinics: [1, 13, 25].map(clinic) }) })
  const bars = view.findAll('[data-column]').map((column) => /--bar:\s*var\((.*?)\)/.exec(column.attributes('style')!)![1])
  expect(bars).toEqual(['--clinic-1-bar', '--clinic-2-bar', '--clinic-3-bar'])
})

it('opens the planner by button and key, and gives it the place of a new slot', async () => {
  const { planner } = await open()
  await press(document.body, 'n')
  await click('Plan slots')
  expect(planner.isOpen).toBe(true)
  expect(view.find('[role=dialog]').exists()).toBe(false)
  await press(document.body, 'n')
  expect([planner.isOpen, dialog().text()]).toEqual([false, expect.stringContaining('New slot')])
  await press(document.body, 'p')
  expect(planner.isOpen).toBe(true)
  expect(planner.boardClinics).toEqual([1, 2, 3])
})

it('draws the planned slots of its day, and leads from one to its row', async () => {
  const { planner, counts } = await open()
  planner.planned = (date) => date === '2026-11-23'
    ? [3, 4].map((row) => ({ row, clinicId: 2, start: row * 900 + 40_500, end: row * 900 + 41_400, isDoubtful: row === 4 }))
    : []
  await flushPromises()
  const [cell, doubtful] = [view.get('.slot.planned'), view.get('.slot.doubtful')]
  expect(cell.attributes('aria-label')).toMatch(/^12:00 – 12:15, Clinic 2, .*, planned$/)
  expect(doubtful.attributes('aria-label')).toMatch(/, planned, with a doubt$/)
  expect(counts.slots).toBe(3)
  await cell.trigger('click')
  expect([planner.wanted, view.find('[role=dialog]').exists()]).toEqual([3, false])
  await click('Next day')
  expect(view.find('.slot.planned').exists()).toBe(false)
})

it('asks for what is on its way once more after a burst of hints, and for each day that is shown', async () => {
  const asked: DayQuery[] = []
  await open('/calendar', { 'outbox:day': (query) => { asked.push(query); return [] } })
  for (let i = 0; i < 50; i++) emit('outbox:changed')
  await flushPromises()
  expect(asked.length).toBeLessThan(5)
  await click('Next day')
  expect(asked.at(-1)).toEqual({ date: '2026-11-24', clinicIds: [1, 2, 3] })
})
