// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import type { CallRequests } from '@shared/domain/callRequest'
import type { Directory } from '@shared/domain/clinic'
import { emptyStamp } from '@shared/domain/stamp'
import { numberOfDay } from '@shared/domain/time'
import { AppFailure } from '@shared/errors'
import { useCallRequests } from '@renderer/services/callRequests'
import { installDesk, type Answers } from '@renderer/testing/fakeDesk'
import { mountApp } from '@renderer/testing/mountApp'
import StaffDetails from './StaffDetails.vue'

const stamp = { ...emptyStamp, fetchedAt: Date.now() }
const ada = { id: 7, name: 'Dr. Ada Roe', isDoctor: true, department: 'Cardiology' }
const doctor = { id: 7, name: 'Dr. Ada Roe', department: 'Cardiology' }
const directory: Directory = {
  clinics: [{ id: 1, name: 'City Clinic', address: '12 Main Street', doctors: [doctor] }, { id: 2, name: '', address: '', doctors: [doctor] }],
  asked: 1,
  doctors: 1,
  gone: [], failures: [],
  stamp,
}
const requests = (days: string[]): CallRequests => ({
  ids: Int32Array.from(days, (_, at) => at),
  days: Int32Array.from(days, numberOfDay),
  doctorOf: new Int32Array(days.length),
  doctors: [{ id: 7, name: 'Dr. Ada Roe' }],
  stamp,
})

let view: VueWrapper
let stop: () => void
afterEach(() => {
  stop()
  view.unmount()
})

async function open(answers: Answers = {}, member = ada) {
  const desk = installDesk({
    'directory:read': () => directory,
    'slots:next': () => ({ slots: [{ id: 1, clinicId: 1, date: '2026-11-30', start: 40_380, end: 40_740 }], complete: true }),
    'callRequests:list': () => requests(['2026-11-20', '2026-11-22']),
    ...answers,
  })
  view = await mountApp(StaffDetails, { member })
  stop = useCallRequests().start()
  await flushPromises()
  return desk
}
const part = (title: string) => view.findAll('section').find((section) => section.get('h3').text() === title)
const items = (title: string) => part(title)!.findAll('li').map((item) => item.text().replace(/\s+/g, ' '))

it('is named after the member and takes the focus, for reading on', async () => {
  await open()
  const title = view.get(`[id="${view.get('[role=dialog]').attributes('aria-labelledby')}"]`)
  expect(title.text()).toBe('Dr. Ada Roe')
  expect(view.get('[role=dialog]').element.contains(document.activeElement)).toBe(true)
})

it('shows a doctor’s clinics, the next published slots and the call requests, newest first', async () => {
  const desk = await open()
  expect(items('Clinics')).toEqual([expect.stringContaining('City Clinic'), 'Clinic 2'])
  expect(items('Next published slots')).toEqual([expect.stringMatching(/30 Nov 2026.*11:13 – 11:19.*City Clinic/)])
  expect(items('Call requests')).toEqual([expect.stringContaining('22 Nov 2026'), expect.stringContaining('20 Nov 2026')])
  expect(desk.asked.find(({ call }) => call === 'slots:next')?.input).toMatchObject({ clinicIds: [1, 2], count: 5 })
})

it('says what could not be read, each in its place', async () => {
  await open({
    'directory:read': () => ({ ...directory, clinics: [], failures: [{ doctor, error: { kind: 'timeout' } }] }),
    'callRequests:list': () => { throw new AppFailure({ kind: 'offline', cause: 'dns' }) },
  })
  expect(part('Clinics')!.text()).toContain('no answer in time')
  expect(part('Call requests')!.text()).toContain('server’s name not found')
  expect(part('Next published slots')).toBeUndefined()
})

it('says that there may be earlier slots when a clinic’s could not be read', async () => {
  await open({ 'slots:next': () => ({ slots: [], complete: false }) })
  expect(part('Next published slots')!.text()).toContain('there may be earlier ones')
  expect(part('Next published slots')!.text()).not.toContain('No slots')
})

it('asks again when the directory has found the clinics', async () => {
  let found: Directory = { ...directory, clinics: [], asked: 0 }
  const desk = await open({ 'directory:read': () => found })
  expect(part('Clinics')!.text()).toContain('Still looking')
  found = directory
  desk.emit('directory:changed')
  await flushPromises()
  expect(items('Next published slots')).toHaveLength(1)
})

it('looks for nothing of who is no doctor', async () => {
  const desk = await open({}, { ...ada, isDoctor: false })
  expect(view.text()).toContain('Only doctors have clinics')
  expect(desk.asked.map(({ call }) => call)).not.toContain('directory:read')
})

it('closes by Escape and by its button', async () => {
  await open()
  await view.get('[role=dialog]').trigger('keydown', { key: 'Escape' })
  await view.get('button[aria-label=Close]').trigger('click')
  expect(view.emitted('close')).toHaveLength(2)
})
