// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CreateOrder, OutboxEntry } from '@shared/domain/outbox'
import { defaultSettings } from '@shared/domain/settings'
import type { StaffList } from '@shared/domain/staff'
import { emptyStamp } from '@shared/domain/stamp'
import { AppFailure } from '@shared/errors'
import { useNewCallRequest } from '@renderer/services/newCallRequest'
import { usePermission } from '@renderer/services/permission'
import { useSettings } from '@renderer/services/settings'
import { installDesk, type Answers } from '@renderer/testing/fakeDesk'
import { mountApp } from '@renderer/testing/mountApp'
import NewCallRequest from './NewCallRequest.vue'

const COUNT = 3000
const staff = (): StaffList => ({
  ids: Int32Array.from({ length: COUNT }, (_, i) => i + 1), names: Array.from({ length: COUNT }, (_, i) => `Dr. Roe ${i + 1}`),
  isDoctor: Uint8Array.from({ length: COUNT }, (_, i) => i === 0 ? 0 : 1), departmentOf: new Int32Array(COUNT), departments: ['ENT'],
  stamp: { ...emptyStamp, fetchedAt: Date.now() },
})
const entry = ({ key, create }: CreateOrder, part: Partial<OutboxEntry> = {}): OutboxEntry =>
  ({ key, create, at: 0, state: 'made', id: 5, foundAfterwards: false, reason: '', jobId: null, candidates: [], error: null, ...part })

let view: VueWrapper
beforeEach(() => { vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-23T09:37:00Z') }) })
afterEach(() => {
  view.unmount()
  vi.useRealTimers()
})

async function open(answers: Answers = {}) {
  const desk = installDesk({
    'settings:read': () => ({ ...defaultSettings, zone: 'UTC' }), 'drafts:read': () => null, 'drafts:write': () => undefined,
    'drafts:discard': () => undefined, 'outbox:read': () => [], 'outbox:dismiss': () => undefined, 'staff:list': staff,
    'callRequests:list': () => { throw new AppFailure({ kind: 'busy' }) }, 'outbox:create': (order) => entry(order), ...answers,
  })
  view = await mountApp(NewCallRequest)
  const stop = useSettings().start()
  await flushPromises()
  stop()
  await press()
  return desk
}
const press = async (target: Element = document.body) => {
  target.dispatchEvent(new KeyboardEvent('keydown', { key: 'N', code: 'KeyN', ctrlKey: true, shiftKey: true, bubbles: true, cancelable: true }))
  await vi.dynamicImportSettled()
  await flushPromises()
}
const dialog = () => document.querySelector('[role=dialog]')
const field = (name: string) => {
  const label = [...dialog()!.querySelectorAll('label')].find((each) => each.textContent === name)!
  return document.getElementById(label.getAttribute('for')!) as HTMLInputElement
}
const type = async (name: string, text: string) => {
  field(name).value = text
  field(name).dispatchEvent(new InputEvent('input', { bubbles: true }))
  await flushPromises()
}
const choose = async (text: string) => {
  await type('Doctor', text)
  field('Doctor').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
  await flushPromises()
}
const send = async () => {
  dialog()!.querySelector('form')!.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }))
  await flushPromises()
}
const orders = (desk: { asked: { call: string, input: unknown }[] }) =>
  desk.asked.filter(({ call }) => call === 'outbox:create').map(({ input }) => (input as CreateOrder).create)

describe('NewCallRequest', () => {
  it('opens from anywhere by keys, on the doctor, with today in the clinic\'s zone', async () => {
    await open()
    expect(dialog()!.textContent).toContain('New call request')
    expect(field('Date').value).toBe('2026-11-23')
    expect(document.activeElement).toBe(field('Doctor'))
    expect(dialog()!.textContent).toContain('Monday, 23 November 2026')
  })

  it('asks a doctor, found by typing among 3,000, to call back on a day typed freely', async () => {
    const desk = await open()
    await choose('roe 2999')
    await type('Date', 'tomorrow')
    await send()
    expect(orders(desk)).toEqual([{ kind: 'callRequest', form: { doctorId: 2999, date: '2026-11-24' } }])
    expect(useNewCallRequest().made).toEqual({ id: 5, doctorId: 2999 })
    expect(dialog()).toBeNull()
    expect(desk.asked.at(-1)?.call).toBe('callRequests:list')
  })

  it('offers doctors only', async () => {
    await open()
    await type('Doctor', 'Dr. Roe 1')
    const offered = [...document.querySelectorAll('[role=option]')].map((option) => option.textContent)
    expect(offered.length).toBeGreaterThan(1)
    expect(offered).not.toContain('Dr. Roe 1ENT')
  })

  it('says beside the fields what is missing', async () => {
    const desk = await open()
    await type('Date', '31 feb')
    await send()
    expect(dialog()!.textContent).toContain('Fill this in.')
    expect(dialog()!.textContent).toContain('There is no such day.')
    expect(orders(desk)).toEqual([])
  })

  it('explains that the server does not know the doctor any more, and keeps what was typed', async () => {
    const fields = { doctor: ['Invalid pk "7" - object does not exist.'] }
    await open({ 'outbox:create': (order) => entry(order, { state: 'refused', error: { kind: 'invalid', fields } }) })
    await choose('roe 7')
    await send()
    expect(dialog()!.textContent).toContain('Perhaps the doctor was deleted meanwhile')
    expect(field('Doctor').getAttribute('aria-invalid')).toBe('true')
    expect(document.activeElement).toBe(field('Doctor'))
    expect(field('Date').value).toBe('2026-11-23')
  })

  it('gives the reason and a retry when the doctors can not be read', async () => {
    let broken = true
    await open({ 'staff:list': () => { if (broken) throw new AppFailure({ kind: 'timeout' }); return staff() } })
    expect(dialog()!.querySelector('[role=alert]')!.textContent).toContain('took too long')
    broken = false
    // Vue leaves out listeners that are not older than the event.
    vi.setSystemTime(Date.now() + 1000)
    ;[...dialog()!.querySelectorAll('button')].find((button) => button.textContent?.trim() === 'Try again')!.click()
    await flushPromises()
    expect(dialog()!.querySelector('[role=alert]')).toBeNull()
    await choose('roe 7')
    expect(field('Doctor').value).toMatch(/^Dr\. Roe 7/)
  })

  it('goes on with a draft', async () => {
    await open({ 'drafts:read': () => ({ doctorId: 8, date: '2026-12-24' }) })
    expect(field('Doctor').value).toBe('Dr. Roe 8')
    expect(field('Date').value).toBe('2026-12-24')
    expect(dialog()!.textContent).toContain('Continued where you left off')
  })

  it('does not open over another dialog', async () => {
    await open()
    useNewCallRequest().isOpen = false
    await flushPromises()
    document.body.insertAdjacentHTML('beforeend', '<div id="other" role="dialog" data-state="open"></div>')
    await press()
    expect(useNewCallRequest().isOpen).toBe(false)
    document.getElementById('other')!.remove()
  })

  it('stays closed for an account that may only read', async () => {
    await open()
    useNewCallRequest().isOpen = false
    usePermission().heard({ kind: 'forbidden' })
    await flushPromises()
    await press()
    expect(dialog()).toBeNull()
  })
})
