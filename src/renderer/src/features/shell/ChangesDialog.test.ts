// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import type { Changes } from '@shared/domain/change'
import { emptyStamp } from '@shared/domain/stamp'
import { AppFailure } from '@shared/errors'
import { installDesk, type Answers } from '@renderer/testing/fakeDesk'
import { mountApp } from '@renderer/testing/mountApp'
import StatusLine from './StatusLine.vue'

const at = Date.now()
const some: Changes = {
  since: at, count: 5,
  changes: [
    { kind: 'slot', turn: 'came', id: 1, at, clinicId: 2, date: '2026-11-24', start: 32_400, end: 33_300 },
    { kind: 'slot', turn: 'went', id: 2, at, clinicId: 9, date: '2026-11-24', start: 32_400, end: 33_300 },
    { kind: 'staffMember', turn: 'went', id: 3, at, name: 'Dr. Roe' },
    { kind: 'callRequest', turn: 'came', id: 4, at, doctor: 'Dr. Doe', date: '2026-11-25' },
  ],
}
const none: Changes = { since: at, count: 0, changes: [] }
const clinic = { id: 2, name: 'City Clinic', address: '', doctors: [], gone: false }

let line: VueWrapper
afterEach(() => { line.unmount() })

async function open(changes: Changes, more: Answers = {}) {
  const desk = installDesk({
    'sync:status': () => ({ working: 0, lastSuccess: 1, failing: null, failingSince: null, partly: [], skew: 0 }),
    'changes:read': () => changes,
    'directory:read': () => ({ clinics: [clinic], asked: 1, doctors: 1, failures: [], stamp: emptyStamp }) as never,
    ...more,
  })
  line = await mountApp(StatusLine, { server: 'clinic.example', demo: false })
  return desk
}
const button = () => line.findAll('button').find((each) => /changes? since/.test(each.text()))
const dialog = () => document.querySelector('[role=dialog]')
const press = async (name: string) => {
  [...dialog()!.querySelectorAll('button')].find((each) => each.textContent.includes(name))!.click()
  await flushPromises()
}

it('is silent while nothing has changed', async () => {
  await open(none)
  expect(button()).toBeUndefined()
})

it('counts what changed, and lists it in words', async () => {
  await open(some)
  expect(button()!.text()).toMatch(/^5 changes since \d\d:\d\d$/)
  await button()!.trigger('click')
  await flushPromises()
  expect([...dialog()!.querySelectorAll('li')].map((each) => each.textContent)).toEqual([
    expect.stringMatching(/^New slot 09:00 – 09:15, .*24.*, City Clinic$/),
    expect.stringMatching(/^Slot gone: 09:00 – 09:15, .*, Clinic 9$/),
    'No longer on the staff: Dr. Roe',
    expect.stringMatching(/^New call request for Dr. Doe, .*25/),
  ])
  expect(dialog()!.textContent).toContain('Older ones are only counted: 5 in all.')
})

it('closes once they are marked as seen, and stays with the reason when that fails', async () => {
  let fails = true
  const desk = await open(some, { 'changes:markSeen': () => { if (fails) throw new AppFailure({ kind: 'busy' }); return none } })
  await button()!.trigger('click')
  await flushPromises()
  await press('Mark as seen')
  expect(dialog()!.querySelector('[role=alert]')?.textContent).toContain('Too much was asked for at once')
  fails = false
  await press('Mark as seen')
  expect(dialog()).toBeNull()
  expect(desk.asked.filter(({ call }) => call === 'changes:markSeen')).toHaveLength(2)
})
