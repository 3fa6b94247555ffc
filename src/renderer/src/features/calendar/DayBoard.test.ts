// @vitest-environment happy-dom
import { enableAutoUnmount, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import type { DayColumn } from '@shared/domain/slot'
import { emptyStamp, type Stamp } from '@shared/domain/stamp'
import en from '@shared/locales/en.json'
import { createTexts } from '@renderer/i18n'
import { boardClinics } from './boardClinic'
import { mergedDay, type ShownDay } from './boardDay'
import DayBoard from './DayBoard.vue'

enableAutoUnmount(afterEach)
const WIDTH = 1056
const HEIGHT = 656

const minutes = (hours: number, count: number) => Array.from({ length: count }, (_, i) => hours * 3600 + i * 900)
const column = (clinicId: number, starts: number[], stamp: Partial<Stamp> = {}): DayColumn => ({
  clinicId, ids: Int32Array.from(starts, (_, i) => clinicId * 1000 + i), starts: Int32Array.from(starts),
  ends: Int32Array.from(starts, (start) => start + 900), stamp: { ...emptyStamp, fetchedAt: Date.now(), ...stamp },
})
const dayOf = (...columns: DayColumn[]) => mergedDay(null, { date: '2026-11-23', columns })
const directory = {
  clinics: Array.from({ length: 60 }, (_, i) => ({ id: i + 1, name: i === 1 ? '<b>North</b>' : `Clinic ${i + 1}`, address: '', doctors: [{ id: 1, name: 'Dr. Doe', department: '' }] })),
  asked: 1, doctors: 1, gone: [], failures: [], stamp: emptyStamp,
}

async function board(day: ShownDay | null, extra: Partial<InstanceType<typeof DayBoard>['$props']> = {}) {
  const clinics = boardClinics([...day?.columns.keys() ?? [1, 2]], directory, String)
  const wrapper = mount(DayBoard, {
    props: { clinics, day, waiting: false, now: null, zoom: 15, fit: false, selected: undefined, creatable: true, ...extra },
    global: { plugins: [createPinia(), createTexts(document.documentElement)] },
    attachTo: document.body,
  })
  await settle()
  return wrapper
}
const focused = () => document.activeElement?.getAttribute('aria-label')
const settle = async () => { for (let i = 0; i < 4; i++) await nextTick() }
const press = async (key: string, held: KeyboardEventInit = {}) => {
  document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held }))
  await settle()
}

describe('DayBoard', () => {
  beforeEach(() => {
    Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => WIDTH })
    Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => HEIGHT })
  })

  it('is a grid of clinics whose slots begin with their time and name clinic and day', async () => {
    const grid = (await board(dayOf(column(1, minutes(9, 2)), column(2, [])))).get('[role=grid]')
    expect(grid.attributes('aria-label')).toBe('Day board')
    expect(grid.attributes('aria-rowcount')).toBe('2')
    expect(grid.findAll('[role=columnheader]').map((header) => header.attributes('aria-label')!.split(',')[0])).toEqual(['Clinic 1', '<b>North</b>'])
    expect(grid.findAll('.slot').map((slot) => slot.attributes('aria-label'))).toEqual([
      '09:00 – 09:15, Clinic 1, Monday, 23 November 2026', '09:15 – 09:30, Clinic 1, Monday, 23 November 2026',
    ])
    expect(grid.findAll('.stretch').at(-1)!.attributes('aria-label')).toBe('no slot 00:00 – 24:00, <b>North</b>, Monday, 23 November 2026')
  })

  it('writes markup in names as text', async () => {
    expect((await board(dayOf(column(2, [])))).find('.name b').exists()).toBe(false)
  })

  it('has one tab stop, on the first slot that has not ended', async () => {
    const wrapper = await board(dayOf(column(1, minutes(9, 8)), column(2, [])), { now: 9 * 3600 + 1000 })
    const stops = wrapper.findAll('[role=grid] [tabindex="0"]')
    expect(stops.map((stop) => stop.attributes('aria-label')!.slice(0, 13))).toEqual(['09:15 – 09:30'])
  })

  it('draws few of many columns and hours, and brings a far one in when the keyboard goes there', async () => {
    const wrapper = await board(dayOf(...Array.from({ length: 60 }, (_, i) => column(i + 1, minutes(0, 96)))))
    expect(wrapper.findAll('[data-column]').length).toBeLessThan(14)
    expect(wrapper.findAll('[data-column="0"] .slot').length).toBeLessThan(60)
    wrapper.get<HTMLElement>('[role=grid] [tabindex="0"]').element.focus()
    await press('End', { ctrlKey: true })
    expect(focused()).toBe('23:45 – 24:00, Clinic 60, Monday, 23 November 2026')
    expect(wrapper.findAll('[role=grid] [tabindex="0"]')).toHaveLength(1)
  })

  it('moves with the arrows through slots, free stretches and columns', async () => {
    const wrapper = await board(dayOf(column(1, [32_400, 36_000]), column(2, [32_400])))
    wrapper.get<HTMLElement>('[role=grid] [tabindex="0"]').element.focus()
    await press('ArrowDown')
    expect(focused()).toContain('no slot 09:15 – 10:00')
    await press('ArrowUp')
    await press('ArrowRight')
    expect(focused()).toBe('09:00 – 09:15, <b>North</b>, Monday, 23 November 2026')
  })

  it('opens a slot with Enter and by a click', async () => {
    const wrapper = await board(dayOf(column(1, [32_400, 36_000])))
    wrapper.get<HTMLElement>('[role=grid] [tabindex="0"]').element.focus()
    await press('Enter')
    wrapper.findAll<HTMLElement>('.slot')[1]!.element.click()
    expect(wrapper.emitted('open')).toEqual([[1, 1000], [1, 1001]])
  })

  it('offers a slot of the usual length with Enter between two slots, and not by a click', async () => {
    const wrapper = await board(dayOf(column(1, [32_400, 36_000])))
    wrapper.get<HTMLElement>('[role=grid] [tabindex="0"]').element.focus()
    await press('ArrowDown')
    wrapper.findAll<HTMLElement>('.stretch')[1]!.element.click()
    expect(wrapper.emitted('create')).toBeUndefined()
    await press('Enter')
    expect(wrapper.emitted('create')).toEqual([[{ clinicId: 1, start: 33_300, end: 34_200 }]])
    await wrapper.setProps({ creatable: false })
    await press('Enter')
    expect(wrapper.emitted('create')).toHaveLength(1)
  })

  describe('dragging', () => {
    /** Two pixels are about a minute at this zoom; the cells of this document all lie at its top. */
    const PER_MINUTE = 28 / 15
    const pointer = (target: Element, type: string, minutes: number, more: PointerEventInit = {}) => {
      const options = { bubbles: true, cancelable: true, clientY: minutes * PER_MINUTE, pointerId: 1, button: 0, pointerType: 'mouse', ...more }
      target.dispatchEvent(new PointerEvent(type, options))
      return nextTick()
    }
    beforeEach(() => { HTMLElement.prototype.setPointerCapture = () => undefined })

    async function dragged(extra: Parameters<typeof board>[1] = {}) {
      const wrapper = await board(dayOf(column(1, [32_400]), column(2, [])), extra)
      const stretch = wrapper.findAll('[data-column="0"] .stretch').at(-1)!.element
      return { wrapper, stretch, ghost: () => wrapper.find('.ghost') }
    }

    it('offers what was dragged over, and shows it with its times meanwhile', async () => {
      const { wrapper, stretch, ghost } = await dragged()
      await pointer(stretch, 'pointerdown', 45)
      await pointer(stretch, 'pointermove', 46)
      expect(ghost().exists()).toBe(false)
      await pointer(stretch, 'pointermove', 72)
      expect(ghost().text()).toBe('10:00 – 10:25')
      await pointer(stretch, 'pointerup', 72)
      expect(wrapper.emitted('create')).toEqual([[{ clinicId: 1, start: 36_000, end: 37_500 }]])
      expect(ghost().exists()).toBe(false)
    })

    it('is given up by Escape, which then closes nothing else', async () => {
      const { wrapper, stretch, ghost } = await dragged()
      let heard = 0
      const hear = () => { heard++ }
      document.body.addEventListener('keydown', hear)
      await pointer(stretch, 'pointerdown', 45)
      await pointer(stretch, 'pointermove', 72)
      await press('Escape')
      expect(ghost().exists()).toBe(false)
      await pointer(stretch, 'pointerup', 72)
      expect(wrapper.emitted('create')).toBeUndefined()
      expect(heard).toBe(0)
      document.body.removeEventListener('keydown', hear)
    })

    it.each<[string, PointerEventInit, Parameters<typeof board>[1]]>([
      ['a finger', { pointerType: 'touch' }, {}], ['another button', { button: 2 }, {}], ['an account that may only read', {}, { creatable: false }],
      ['a day that is not there yet', {}, { waiting: true }],
    ])('does nothing for %s', async (_, held, extra) => {
      const { wrapper, stretch, ghost } = await dragged(extra)
      await pointer(stretch, 'pointerdown', 45, held)
      await pointer(stretch, 'pointermove', 72, held)
      expect(ghost().exists()).toBe(false)
      await pointer(stretch, 'pointerup', 72, held)
      expect(wrapper.emitted('create')).toBeUndefined()
    })

    it('does not begin on a slot', async () => {
      const { wrapper, ghost } = await dragged()
      const slot = wrapper.get('.slot').element
      await pointer(slot, 'pointerdown', 0)
      await pointer(slot, 'pointermove', 60)
      expect(ghost().exists()).toBe(false)
    })
  })

  it('shows the slot that is being typed over its column', async () => {
    const wrapper = await board(dayOf(column(1, []), column(2, [])), { typed: { clinicId: 2, start: 36_000, end: 36_900 } })
    expect(wrapper.get('.ghost').text()).toBe('10:00 – 10:15')
    expect(wrapper.get('.ghost').attributes('style')).toContain('--i: 1')
    await wrapper.setProps({ typed: { clinicId: 9, start: 36_000, end: 36_900 } })
    expect(wrapper.find('.ghost').exists()).toBe(false)
  })

  it('shows why a column has nothing, with a way to try again, and no free stretch in it', async () => {
    const failed = { fetchedAt: null, failed: { kind: 'timeout' } as const }
    const wrapper = await board(dayOf(column(1, [], failed), column(2, [], { fetchedAt: null, loading: true })))
    expect(wrapper.findAll('.stretch')).toHaveLength(0)
    expect(wrapper.get('.unknown').attributes('aria-label')).toContain(en.errors.timeout)
    expect(wrapper.get('.loading[role=gridcell]').attributes('aria-label')).toContain('Loading')
    await wrapper.get('.unknown button').trigger('click')
    wrapper.get<HTMLElement>('.unknown').element.focus()
    await press('Enter')
    expect(wrapper.emitted('retry')).toHaveLength(2)
  })

  it('says in one sentence that a day has no slot, but not while a column is unknown', async () => {
    const bare = await board(dayOf(column(1, []), column(2, [])))
    expect(bare.get('.bare').text()).toBe('No slot is published on Monday, 23 November 2026 in these clinics. “New slot” publishes one, “Plan slots” whole weeks.')
    const unknown = await board(dayOf(column(1, []), column(2, [], { fetchedAt: null, failed: { kind: 'timeout' } })))
    expect(unknown.find('.bare').exists()).toBe(false)
  })

  it('hides another day\'s slots while the wanted one is on its way, and opens none of them', async () => {
    const wrapper = await board(dayOf(column(1, [32_400])), { waiting: true })
    expect(wrapper.get('.scroller').classes()).toContain('waiting')
    expect(wrapper.get('[role=grid]').attributes('aria-busy')).toBe('true')
    wrapper.get<HTMLElement>('.slot').element.click()
    expect(wrapper.emitted('open')).toBeUndefined()
  })

  it('keeps the keyboard at its time when the day changes', async () => {
    const wrapper = await board(dayOf(column(1, minutes(9, 8))))
    wrapper.get<HTMLElement>('[role=grid] [tabindex="0"]').element.focus()
    await press('ArrowDown')
    await wrapper.setProps({ waiting: true })
    const next = mergedDay(null, { date: '2026-11-24', columns: [{ ...column(1, minutes(8, 8)), ids: Int32Array.from({ length: 8 }, (_, i) => 5000 + i) }] })
    await wrapper.setProps({ waiting: false, day: next })
    await settle()
    expect(focused()).toBe('09:15 – 09:30, Clinic 1, Tuesday, 24 November 2026')
  })

  it('draws a column again only when it changed', async () => {
    const day = dayOf(column(1, [32_400]), column(2, [32_400]))
    const wrapper = await board(day)
    const slots = wrapper.findAll('.slot').map((slot) => slot.element)
    const changed: Node[] = []
    const observer = new MutationObserver((records) => changed.push(...records.map((record) => record.target)))
    observer.observe(wrapper.get('[role=grid]').element, { subtree: true, childList: true, attributes: true, characterData: true })
    const again = (clinicId: number, starts: number[]) => ({ ...column(clinicId, starts), stamp: day.columns.get(clinicId)!.stamp })
    await wrapper.setProps({ day: mergedDay(day, { date: day.date, columns: [again(1, [36_000]), again(2, [32_400])] }) })
    await settle()
    expect(changed.some((node) => slots[0]!.contains(node))).toBe(true)
    expect(changed.some((node) => slots[1]!.contains(node))).toBe(false)
  })
})
