// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { CallRequests } from '@shared/domain/callRequest'
import type { StaffList } from '@shared/domain/staff'
import { emptyStamp, type Stamp } from '@shared/domain/stamp'
import { numberOfDay } from '@shared/domain/time'
import { AppFailure } from '@shared/errors'
import { useCallRequests } from '@renderer/services/callRequests'
import { useNewCallRequest } from '@renderer/services/newCallRequest'
import { installDesk, type Answers } from '@renderer/testing/fakeDesk'
import { mountApp } from '@renderer/testing/mountApp'
import CallRequestsView from './CallRequestsView.vue'

const fetched: Stamp = { ...emptyStamp, fetchedAt: Date.now() }
const list = (days: string[], stamp = fetched): CallRequests => ({
  ids: Int32Array.from(days, (_, index) => index + 1),
  days: Int32Array.from(days, numberOfDay),
  doctorOf: Int32Array.from(days, (_, index) => index % 2),
  doctors: [{ id: 7, name: 'Dr. Ada Roe' }, { id: 8, name: '' }],
  stamp,
})
const staff = (): StaffList => ({
  ids: Int32Array.of(7, 9), names: ['Dr. Ada Roe', 'Dr. Max Foe'], isDoctor: Uint8Array.of(1, 1), departmentOf: Int32Array.of(0, 1),
  departments: ['Cardiology', 'ENT'], stamp: fetched,
})

let view: VueWrapper
let stop: () => void
afterEach(() => {
  stop()
  view.unmount()
})
// The document of these tests has no layout; the list needs a height to know what is in sight.
beforeEach(() => { vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(440) })

async function open(answers: Answers) {
  const desk = installDesk({ 'staff:list': staff, ...answers })
  view = await mountApp(CallRequestsView)
  stop = useCallRequests().start()
  await flushPromises()
  return desk
}
const rows = () => view.findAll('ul[aria-label="Call requests"] > li').map((row) => row.attributes('aria-label'))

it('lists the newest first, each by its doctor and date', async () => {
  await open({ 'callRequests:list': () => list(['2026-11-20', '2026-11-22', '2026-11-21']) })
  expect(rows()).toEqual([
    expect.stringMatching(/^Doctor no\. 8, Sunday.* 22 November 2026/),
    expect.stringMatching(/^Dr\. Ada Roe, Saturday.* 21 November 2026, Cardiology/),
    expect.stringMatching(/^Dr\. Ada Roe, Friday.* 20 November 2026, Cardiology/),
  ])
})

it('keeps 100,000 requests out of the document but those in sight', async () => {
  await open({ 'callRequests:list': () => list(Array.from({ length: 100_000 }, () => '2026-11-20')) })
  expect(rows().length).toBeGreaterThan(8)
  expect(rows().length).toBeLessThan(60)
  expect(view.get('li').attributes('aria-setsize')).toBe('100000')
})

it('searches by doctor and says when nobody matches', async () => {
  await open({ 'callRequests:list': () => list(['2026-11-20', '2026-11-22']) })
  await view.get('input[type=search]').setValue('roe')
  expect(rows()).toHaveLength(1)
  await view.get('input[type=search]').setValue('nobody')
  expect(view.text()).toContain('department named “nobody”')
  await view.findAll('button').find((each) => each.text() === 'Clear the search')!.trigger('click')
  expect(rows()).toHaveLength(2)
})

it('says that there is none only when the server said so', async () => {
  await open({ 'callRequests:list': () => list([]) })
  expect(view.text()).toContain('No doctor has been asked')
})

it('gives the reason and a retry, and no empty list, when nothing could be fetched', async () => {
  let stamp: Stamp = { ...emptyStamp, failed: { kind: 'offline', cause: 'unreachable' } }
  const desk = await open({
    'callRequests:list': () => list(stamp.fetchedAt === null ? [] : ['2026-11-20'], stamp),
    'sync:now': () => { stamp = fetched; return { working: 0, lastSuccess: 1, failing: null, failingSince: null, partly: [], skew: 0 } },
  })
  expect(view.get('[role=alert]').text()).toContain('can not be reached')
  expect(view.text()).not.toContain('No doctor has been asked')
  await view.findAll('button').find((each) => each.text() === 'Try again')!.trigger('click')
  await flushPromises()
  expect(desk.asked.map(({ call }) => call).filter((call) => call !== 'staff:list')).toEqual(['callRequests:list', 'sync:now', 'callRequests:list'])
  expect(view.find('[role=alert]').exists()).toBe(false)
  expect(rows()).toHaveLength(1)
})

it('keeps the list beside the news that it could not be renewed', async () => {
  let broken = false
  const desk = await open({ 'callRequests:list': () => { if (broken) throw new AppFailure({ kind: 'busy' }); return list(['2026-11-20']) } })
  broken = true
  desk.emit('callRequests:changed')
  await flushPromises()
  expect(view.get('[role=alert]').text()).toContain('Too much')
  expect(rows()).toHaveLength(1)
})

it('names rows that could not be read', async () => {
  await open({ 'callRequests:list': () => list(['2026-11-20'], { ...fetched, unusable: 3 }) })
  expect(view.text()).toContain('3 rows could not be read')
})

const choose = async (name: string, option: string) => {
  const input = view.get(`input[aria-label="${name}"]`)
  await input.setValue(option)
  await flushPromises()
  await input.trigger('keydown', { key: 'Enter' })
  await flushPromises()
}

it('names the department of a doctor who is in the staff list', async () => {
  await open({ 'callRequests:list': () => list(['2026-11-20']) })
  expect(view.get('li').text()).toContain('Cardiology')
})

it('narrows by doctor and by department, and shows everything again', async () => {
  await open({ 'callRequests:list': () => list(['2026-11-20', '2026-11-22']) })
  await choose('Show department', 'Cardiology')
  expect(rows()).toEqual([expect.stringMatching(/^Dr\. Ada Roe/)])
  await view.get('button[aria-label="All departments"]').trigger('click')
  expect(rows()).toHaveLength(2)
  await choose('Show department', 'Cardiology')
  await choose('Show doctor', 'Doctor no. 8')
  expect(view.text()).toContain('No call request passes')
  await view.findAll('button').find((each) => each.text() === 'Show all call requests')!.trigger('click')
  expect(rows()).toHaveLength(2)
})

it('keeps the name of a doctor who is deleted meanwhile', async () => {
  let hired = true
  const desk = await open({
    'callRequests:list': () => ({ ...list(['2026-11-20']), doctors: [{ id: 9, name: '' }] }),
    'staff:list': () => hired ? staff() : { ...staff(), ids: Int32Array.of(7), names: ['Dr. Ada Roe'], isDoctor: Uint8Array.of(1) },
  })
  expect(rows()).toEqual([expect.stringMatching(/^Dr\. Max Foe/)])
  hired = false
  desk.emit('staff:changed')
  await flushPromises()
  expect(rows()).toEqual([expect.stringMatching(/^Dr\. Max Foe/)])
})

it('says that departments are missing when the staff list can not be read, and keeps the list', async () => {
  await open({ 'callRequests:list': () => list(['2026-11-20']), 'staff:list': () => { throw new AppFailure({ kind: 'timeout' }) } })
  expect(view.get('[role=alert]').text()).toContain('no answer in time')
  expect(rows()).toHaveLength(1)
})

it('opens the dialog of a new call request by button and key, but not while somebody types', async () => {
  await open({ 'callRequests:list': () => list(['2026-11-20']) })
  const begun = useNewCallRequest()
  const press = (target: Element) => target.dispatchEvent(new KeyboardEvent('keydown', { key: 'c', code: 'KeyC', bubbles: true, cancelable: true }))
  press(view.get('input[type=search]').element)
  expect(begun.isOpen).toBe(false)
  press(document.body)
  expect(begun.isOpen).toBe(true)
  begun.isOpen = false
  await view.findAll('button').find((each) => each.text() === 'New call request')!.trigger('click')
  expect(begun.isOpen).toBe(true)
})

it('drops filters that would hide what was just created', async () => {
  await open({ 'callRequests:list': () => list(['2026-11-20', '2026-11-22']) })
  await choose('Show department', 'Cardiology')
  useNewCallRequest().made = { id: 3, doctorId: 7 }
  await flushPromises()
  expect(rows()).toHaveLength(1)
  useNewCallRequest().made = { id: 4, doctorId: 8 }
  await flushPromises()
  expect(rows()).toHaveLength(2)
})
