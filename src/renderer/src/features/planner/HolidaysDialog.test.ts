// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { computed, defineComponent, h, shallowRef } from 'vue'
import { AppFailure } from '@shared/errors'
import type { HolidaySet } from '@shared/planner/holidays'
import { installDesk } from '@renderer/testing/fakeDesk'
import { mountApp } from '@renderer/testing/mountApp'
import HolidaysDialog from './HolidaysDialog.vue'

let view: VueWrapper
afterEach(() => {
  view.unmount()
  vi.useRealTimers()
})

const ours: HolidaySet = { name: 'Ours', days: [{ day: '2026-12-24', name: 'Closed' }] }
const closed = vi.fn()
async function open(sets: HolidaySet[] = [], keep: (sets: HolidaySet[]) => Promise<void> = async () => undefined) {
  installDesk({})
  vi.useFakeTimers({ now: Date.parse('2026-11-26T10:00:00Z'), toFake: ['Date'] })
  closed.mockReset()
  const kept = vi.fn(keep)
  const holidays = {
    sets: computed(() => sets), names: computed(() => []), error: shallowRef(undefined), read: async () => undefined, keep: kept,
  }
  view = await mountApp(defineComponent(() => () => h(HolidaysDialog, { holidays, onClose: closed })))
  return kept
}
const dialog = () => document.querySelector('[role=dialog]')!
const pass = () => { vi.setSystemTime(Date.now() + 10) }
const press = async (name: string) => {
  pass()
  const button = [...document.querySelectorAll('button')].find((each) => (each.getAttribute('aria-label') ?? each.textContent)?.trim().startsWith(name))
  button!.click()
  await flushPromises()
}
const fill = async (selector: string, text: string) => {
  pass()
  const field = dialog().querySelector<HTMLInputElement>(selector)!
  field.value = text
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await flushPromises()
}
const name = 'input:not([type=file])'
const choose = async (file: File) => {
  pass()
  const input = dialog().querySelector<HTMLInputElement>('input[type=file]')!
  Object.defineProperty(input, 'files', { configurable: true, value: [file] })
  input.dispatchEvent(new Event('change', { bubbles: true }))
  await vi.dynamicImportSettled()
  await new Promise((resolve) => { setTimeout(resolve, 50) })
  await flushPromises()
}

it('keeps a list of days that were typed, in any form and order', async () => {
  const kept = await open([ours])
  await press('New list')
  expect(document.activeElement).toBe(dialog().querySelector(name))
  await fill(name, 'Public holidays')
  await fill('textarea', '26 dec\n25 dec Christmas')
  expect(dialog().textContent).toContain('2 days')
  await press('Save')
  expect(kept).toHaveBeenCalledExactlyOnceWith([
    ours, { name: 'Public holidays', days: [{ day: '2026-12-25', name: 'Christmas' }, { day: '2026-12-26', name: '' }] },
  ])
  expect(closed).toHaveBeenCalledOnce()
})

it('renames and deletes lists', async () => {
  const kept = await open([ours, { name: 'Theirs', days: [] }])
  await fill(name, 'Our days')
  await press('Delete Theirs')
  await press('Save')
  expect(kept).toHaveBeenCalledExactlyOnceWith([{ ...ours, name: 'Our days' }])
})

it('says which line is no day, which name is missing or taken, and keeps nothing', async () => {
  const kept = await open([ours])
  await press('New list')
  await fill('textarea', '25 dec\nChristmas')
  await press('Save')
  expect(dialog().textContent).toContain('Fill this in.')
  expect(dialog().textContent).toContain('Line 2: “Christmas” does not begin with a date.')
  await fill(name, ' ours ')
  await press('Save')
  expect(dialog().textContent).toContain('There is a list of this name already.')
  expect(kept).not.toHaveBeenCalled()
})

it('puts the days of a calendar file into a list, to be looked at before they are saved', async () => {
  const kept = await open()
  const text = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261225\r\nSUMMARY:Christmas\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n'
  await choose(new File([text], 'Holidays 2026.ics'))
  expect(dialog().querySelector('textarea')!.value).toBe('2026-12-25 Christmas')
  await press('Save')
  expect(kept).toHaveBeenCalledExactlyOnceWith([{ name: 'Holidays 2026', days: [{ day: '2026-12-25', name: 'Christmas' }] }])
})

it.each([
  ['is no calendar', new File(['\u0089PNG'], 'x.png'), 'This file is no calendar.'],
  ['has no days', new File(['BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'], 'x.ics'), 'has no day from this year on'],
  ['is too large', new File([new Uint8Array(5_000_001)], 'x.ics'), 'too large'],
])('says of a file that it %s, and goes on without it', async (_, file, words) => {
  await open([ours])
  await choose(file)
  expect(dialog().querySelector('[role=alert]')!.textContent).toContain(words)
  expect(dialog().querySelectorAll('li')).toHaveLength(1)
})

it('keeps what was typed when it can not be saved', async () => {
  await open([ours], async () => { throw new AppFailure({ kind: 'notJournalled' }) })
  await fill(name, 'Our days')
  await press('Save')
  expect(dialog().querySelector('[role=alert]')!.textContent).toContain('disk is full')
  expect(dialog().querySelector<HTMLInputElement>(name)!.value).toBe('Our days')
  expect(closed).not.toHaveBeenCalled()
})

it('asks before what was typed is thrown away', async () => {
  await open([ours])
  await fill(name, 'Our days')
  await press('Cancel')
  await press('Keep editing')
  expect(closed).not.toHaveBeenCalled()
  await press('Cancel')
  await press('Discard')
  expect(closed).toHaveBeenCalledOnce()
})
