// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { useRouter } from 'vue-router'
import { defineComponent, h } from 'vue'
import type { Directory } from '@shared/domain/clinic'
import { emptyStamp } from '@shared/domain/stamp'
import { useActions } from '@renderer/services/actions'
import { installDesk, type Answers } from '@renderer/testing/fakeDesk'
import { mountApp } from '@renderer/testing/mountApp'
import Palette from './Palette.vue'

const doctor = { id: 5, name: 'Dr. Roe', department: 'Cardiology' }
const directory: Directory = {
  clinics: [{ id: 7, name: 'North Clinic', address: '', doctors: [doctor] }, { id: 9, name: 'Harbour Clinic', address: '', doctors: [doctor] }],
  gone: [], asked: 1, doctors: 1, failures: [], stamp: emptyStamp,
}
const staff = {
  ids: new Int32Array([5]), names: ['Dr. Roe'], isDoctor: new Uint8Array([1]), departmentOf: new Int32Array([0]), departments: ['Cardiology'], stamp: emptyStamp,
}

let app: VueWrapper
let router: ReturnType<typeof useRouter>
afterEach(() => {
  app.unmount()
  document.body.replaceChildren()
})
const Desk = defineComponent({
  setup() {
    router = useRouter()
    return () => h(Palette)
  },
})

/** Mounts the palette and presses its keys. */
async function begin(answers: Answers = {}) {
  const desk = installDesk({
    'directory:read': () => directory, 'staff:list': () => staff, 'drafts:read': () => null, 'drafts:write': () => undefined, ...answers,
  })
  app = await mountApp(Desk)
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', code: 'KeyK', ctrlKey: true, cancelable: true }))
  return desk
}
async function open(answers: Answers = {}) {
  const desk = await begin(answers)
  await vi.waitFor(() => { expect(input()).not.toBeNull() })
  await flushPromises()
  return desk
}
const input = () => document.querySelector<HTMLInputElement>('[role=combobox]')!
const options = () => [...document.querySelectorAll<HTMLElement>('[role=option]')]
const texts = () => options().map((option) => option.textContent)
async function type(text: string) {
  input().value = text
  input().dispatchEvent(new Event('input', { bubbles: true }))
  await flushPromises()
}
async function choose(text: string) {
  options().find((option) => option.textContent.includes(text))!.click()
  await vi.waitFor(() => { expect(document.querySelector('[role=dialog]')).toBeNull() })
  await new Promise((resolve) => { setTimeout(resolve) })
  await flushPromises()
}

it('offers places and actions with their keys before anything is typed', async () => {
  await open()
  expect(input().getAttribute('aria-label')).toBe('Search actions, clinics, people, call requests and dates')
  expect(texts()).toContain('CalendarPlace')
  expect(texts()).toContain('New slotActionN')
  expect(texts().join()).not.toContain('Mark as done')
})

it('finds clinics, doctors with all their clinics, departments, staff and days', async () => {
  await open()
  await type('roe')
  expect(texts()).toEqual(expect.arrayContaining(['Dr. RoeCardiologyDoctor', 'Dr. RoeCardiologyStaff']))
  await type('cardiology')
  expect(texts()).toContain('CardiologyDepartment')
  await type('30 nov 2026')
  expect(texts()[0]).toMatch(/^Monday,? 30 November 2026Date$/)
  await type('qqqq')
  expect(document.querySelector('[role=status]')?.textContent).toContain('Nothing matches “qqqq”.')
})

const press = (key: string) => window.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }))

it('takes what is typed before its field is there, and keeps it from the keys of the place', async () => {
  const strokes: string[] = []
  const hear = ({ key }: KeyboardEvent) => { strokes.push(key) }
  window.addEventListener('keydown', hear)
  await begin()
  for (const key of [...'gax', 'Backspace', 'p']) press(key)
  await vi.waitFor(() => { expect(input()?.value).toBe('gap') })
  expect(texts()[0]).toContain('Capacity')
  press('a')
  expect(strokes).toEqual(['k', 'a'])
  window.removeEventListener('keydown', hear)
})

it('takes Enter as well', async () => {
  await begin()
  for (const key of [...'gaps', 'Enter']) press(key)
  await vi.waitFor(() => { expect(router.currentRoute.value.name).toBe('capacity') })
})

it('goes to what is chosen, and remembers it', async () => {
  const desk = await open()
  await type('roe')
  await choose('Doctor')
  expect(router.currentRoute.value.fullPath).toBe('/calendar?clinics=7,9')
  expect(desk.asked.findLast(({ call }) => call === 'drafts:write')?.input).toEqual({ form: 'palette:recent', fields: { '00': 'doctor 5' } })
})

it('does an action that is on screen, and goes to the place of one that is not', async () => {
  await open()
  const { offer } = useActions()
  let synced = 0
  offer({ syncNow: () => { synced += 1 } })
  await choose('Sync now')
  expect(synced).toBe(1)
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', code: 'KeyK', ctrlKey: true, cancelable: true }))
  await vi.waitFor(() => { expect(input()).not.toBeNull() })
  await flushPromises()
  await choose('Add staff member')
  expect(router.currentRoute.value.name).toBe('staff')
  expect(useActions().awaited).toBe('addStaffMember')
})

it('shows what was chosen last first, and leaves out what is gone', async () => {
  await open({ 'drafts:read': () => ({ '00': 'clinic 9', '01': 'clinic 404', '02': 'action newSlot' }) })
  expect(texts().slice(0, 2)).toEqual(['Harbour ClinicDr. RoeClinic', 'New slotActionN'])
  expect(document.querySelector('[role=group]')?.textContent).toContain('Chosen last')
})
