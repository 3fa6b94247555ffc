// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import type { CreateOrder, OutboxEntry } from '@shared/domain/outbox'
import { defaultSettings } from '@shared/domain/settings'
import type { SlotCheck, SlotForm } from '@shared/domain/slot'
import { emptyStamp } from '@shared/domain/stamp'
import { AppFailure, type AppError } from '@shared/errors'
import { useSettings } from '@renderer/services/settings'
import { installDesk, type Answers } from '@renderer/testing/fakeDesk'
import { mountApp } from '@renderer/testing/mountApp'
import NewSlotForm from './NewSlotForm.vue'
import type { SlotProposal } from './slotProposal'

const clinic = (id: number, name: string) => ({ id, name, address: '', doctors: [{ id, name: `Dr. ${id}`, department: '' }] })
const directory = { clinics: [clinic(1, 'City Clinic'), clinic(2, 'North Clinic')], asked: 2, doctors: 2, gone: [], failures: [], stamp: emptyStamp }
const nothing: SlotCheck = { identical: 0, overlapping: [], elsewhere: [], past: false, complete: true }
const place: SlotProposal = { clinicId: 1, date: '2026-11-30', start: 32_400, end: 33_300 }
const entry = ({ key, create }: CreateOrder, part: Partial<OutboxEntry> = {}): OutboxEntry =>
  ({ key, create, at: 0, state: 'made', id: 5, foundAfterwards: false, reason: '', jobId: null, candidates: [], error: null, ...part })

let view: VueWrapper
beforeEach(() => { vi.useFakeTimers({ now: Date.parse('2026-11-23T09:37:00Z') }) })
afterEach(() => {
  view.unmount()
  vi.useRealTimers()
})

const settle = async () => {
  for (let i = 0; i < 4; i++) await vi.advanceTimersByTimeAsync(100)
  await nextTick()
}
async function open(proposal: SlotProposal = place, answers: Answers = {}, check: Partial<SlotCheck> = {}) {
  const desk = installDesk({
    'settings:read': () => ({ ...defaultSettings, zone: 'UTC' }), 'drafts:read': () => null, 'drafts:write': () => undefined,
    'drafts:discard': () => undefined, 'outbox:read': () => [], 'outbox:dismiss': () => undefined,
    'slots:check': () => ({ ...nothing, ...check }), 'outbox:create': (order) => entry(order), ...answers,
  })
  view = await mountApp(NewSlotForm, { proposal, directory })
  const stop = useSettings().start()
  await settle()
  stop()
  return desk
}
const label = (name: string) => view.findAll('label').find((each) => each.text() === name)
const field = (name: string) => view.get<HTMLInputElement>(`#${label(name)!.attributes('for')}`)
const value = (name: string) => field(name).element.value
const errorOf = (name: string) => field(name).attributes('aria-describedby')?.split(' ').map((id) => view.find(`#${id}`).text()).join(' ')
const send = async () => {
  await view.get('form').trigger('submit')
  await settle()
}
const orders = (desk: { asked: { call: string, input: unknown }[] }) =>
  desk.asked.filter(({ call }) => call === 'outbox:create').map(({ input }) => input as CreateOrder)

describe('NewSlotForm', () => {
  it('is a dialog with the fields of a slot, filled in as proposed', async () => {
    await open()
    expect(view.get('[role=dialog]').text()).toContain('New slot')
    expect([value('Clinic'), value('Date'), value('Start'), value('End'), value('Minutes')]).toEqual(['City Clinic', '2026-11-30', '09:00', '09:15', '15'])
    expect(view.text()).toContain('Monday, 30 November 2026')
    expect(document.activeElement).toBe(field('Start').element)
    expect(view.html()).not.toMatch(/type="(time|date|number)"/)
  })

  it('publishes what was typed, once, and says that it is made', async () => {
    const desk = await open({ clinicId: 2, date: '2026-11-23' })
    await field('Date').setValue('fri')
    await field('Start').setValue('9.15 pm')
    await field('End').setValue('2130')
    await send()
    expect(orders(desk).map(({ create, reason }) => [create, reason])).toEqual([
      [{ kind: 'slot', form: { clinicId: 2, date: '2026-11-27', start: 76_500, end: 77_400 } }, ''],
    ])
    expect(view.emitted('created')).toHaveLength(1)
  })

  it('sends one order however often it is pressed', async () => {
    let finish: (entry: OutboxEntry) => void = () => undefined
    const desk = await open(place, { 'outbox:create': () => new Promise((resolve) => { finish = resolve }) })
    for (let i = 0; i < 3; i++) await send()
    expect(orders(desk)).toHaveLength(1)
    finish(entry(orders(desk)[0]!))
    await settle()
    expect(view.emitted('created')).toHaveLength(1)
  })

  it('lets end and length follow each other, and writes out what was typed', async () => {
    await open({ clinicId: 1, date: '2026-11-30' })
    await field('Start').setValue('9')
    await field('Minutes').setValue('20')
    expect(value('End')).toBe('09:20')
    await field('Start').setValue('10')
    expect(value('End')).toBe('10:20')
    await field('End').setValue('11')
    expect(value('Minutes')).toBe('60')
    await field('End').trigger('blur')
    expect(value('End')).toBe('11:00')
  })

  it('says beside the fields what is wrong, and goes to the first', async () => {
    const desk = await open({ clinicId: undefined, date: '2026-11-31' })
    await field('Start').setValue('10')
    await field('End').setValue('9')
    await send()
    expect(document.activeElement).toBe(field('Clinic').element)
    expect(errorOf('Date')).toContain('There is no such day')
    expect(errorOf('End')).toContain('later than the start')
    expect(orders(desk)).toEqual([])
  })

  it('asks for the check only once typing rests', async () => {
    const desk = await open()
    const before = desk.asked.length
    for (const text of ['1', '10', '10:']) await field('Start').setValue(text)
    await settle()
    const asked = desk.asked.slice(before).filter(({ call }) => call === 'slots:check').map(({ input }) => (input as SlotForm).start)
    expect(asked).toEqual([36_000])
  })

  it('refuses the same slot until it is wanted twice', async () => {
    const desk = await open(place, {}, { identical: 1 })
    expect(view.get('[role=status].findings').text()).toContain('a slot at exactly this time')
    await send()
    expect(orders(desk)).toEqual([])
    expect(document.activeElement?.getAttribute('type')).toBe('checkbox')
    await view.get('input[type=checkbox]').setValue(true)
    await send()
    expect(orders(desk)).toHaveLength(1)
  })

  it('names what it overlaps, and wants a reason, which goes along', async () => {
    const desk = await open(place, {}, { overlapping: [{ id: 9, start: 32_000, end: 33_000 }] })
    expect(view.text()).toContain('08:53 – 09:10')
    await send()
    expect(orders(desk)).toEqual([])
    expect(document.activeElement).toBe(field('Reason for the overlap').element)
    await field('Reason for the overlap').setValue(' two rooms ')
    await send()
    expect(orders(desk).map(({ reason }) => reason)).toEqual(['two rooms'])
  })

  it('says whether the doctor certainly or possibly has another slot then, and leaves the decision', async () => {
    const other = { clinicId: 2, clinic: 'North Clinic', doctor: 'Dr. Roe', start: 32_400, end: 33_300 }
    const desk = await open(place, {}, { elsewhere: [{ ...other, certain: true }, { ...other, certain: false }], complete: false })
    expect(view.text()).toMatch(/Dr\. Roe certainly .* 09:00 – 09:15 in North Clinic/)
    expect(view.text()).toContain('Dr. Roe possibly')
    expect(view.text()).toContain('there may be more overlaps')
    expect(view.text()).not.toMatch(/\bfree\b/i)
    await send()
    expect(orders(desk)).toHaveLength(1)
  })

  it('asks once about a slot in the past', async () => {
    const desk = await open(place, {}, { past: true })
    const answer = async (words: string) => {
      await send()
      const button = [...document.querySelectorAll('[role=alertdialog] button')].find((each) => each.textContent?.trim() === words)
      button!.dispatchEvent(new MouseEvent('click', { bubbles: true }))
      await settle()
    }
    await answer('Go back')
    expect(orders(desk)).toEqual([])
    await answer('Create it in the past')
    expect(orders(desk)).toHaveLength(1)
  })

  it('keeps everything typed and puts the server\'s words beside their fields', async () => {
    const fields = { start_time: ['Time has wrong format.'], clinic: ['Invalid pk "1".'], '': ['End time must be after start time.'] }
    await open(place, { 'outbox:create': (order) => entry(order, { state: 'refused', error: { kind: 'invalid', fields } }) })
    await send()
    expect(errorOf('Start')).toContain('Time has wrong format.')
    expect(errorOf('Clinic')).toMatch(/does not take this clinic: Invalid pk "1"\./)
    expect(view.get('[role=alert]').text()).toContain('End time must be after start time.')
    expect(value('Start')).toBe('09:00')
    expect(view.emitted('created')).toBeUndefined()
  })

  it.each<[OutboxEntry['state'], string]>([['notMade', 'was not created'], ['uncertain', 'may have been created or not']])(
    'says in words that a slot is %s, keeps it typed, and checks anew', async (state, words) => {
      const desk = await open(place, { 'outbox:create': (order) => entry(order, { state, id: null, error: { kind: 'timeout' } }) })
      await send()
      expect(view.get('[role=alert]').text()).toContain(words)
      expect(value('End')).toBe('09:15')
      expect(desk.asked.filter(({ call }) => call === 'slots:check')).toHaveLength(2)
    })

  it.each<AppError>([{ kind: 'forbidden' }, { kind: 'signedOut', reason: 'ended' }, { kind: 'throttled', retryAfter: 30 }])(
    'keeps everything typed when the answer is %j', async (error) => {
      await open(place, { 'outbox:create': () => { throw new AppFailure(error) } })
      await send()
      expect(view.find('[role=alert]').exists()).toBe(true)
      expect(value('Start')).toBe('09:00')
    })

  it('says that it could not be checked, and does not send unchecked', async () => {
    const desk = await open(place, { 'slots:check': () => { throw new AppFailure({ kind: 'offline', cause: 'unreachable' }) } })
    expect(view.get('[role=status].findings').text()).toContain('could not be checked')
    await send()
    expect(orders(desk)).toEqual([])
    expect(view.get('[role=alert]').text()).toContain('can not be reached')
  })

  it('moves to another place without losing what was typed beside it', async () => {
    await open(place, {}, { overlapping: [{ id: 9, start: 32_000, end: 33_000 }] })
    await field('Reason for the overlap').setValue('two rooms')
    await view.setProps({ proposal: { clinicId: 2, date: '2026-12-01', start: 36_000, end: 37_200 } })
    await settle()
    expect([value('Clinic'), value('Date'), value('Start'), value('Minutes'), value('Reason for the overlap')])
      .toEqual(['North Clinic', '2026-12-01', '10:00', '20', 'two rooms'])
  })

  it('goes on with a draft', async () => {
    await open({ clinicId: undefined, date: '2026-11-23' }, { 'drafts:read': () => ({ clinicId: 2, date: '2026-12-24', start: '9', end: '' }) })
    expect([value('Clinic'), value('Date'), value('Start')]).toEqual(['North Clinic', '2026-12-24', '9'])
    expect(view.text()).toContain('Continued where you left off')
  })

  it('tells which slot is typed, and none when it is gone', async () => {
    await open()
    await field('Minutes').setValue('30')
    expect(view.emitted('slot')!.at(-1)).toEqual([{ clinicId: 1, date: '2026-11-30', start: 32_400, end: 34_200 }])
    await field('End').setValue('')
    expect(view.emitted('slot')!.at(-1)).toEqual([undefined])
    await flushPromises()
  })
})
