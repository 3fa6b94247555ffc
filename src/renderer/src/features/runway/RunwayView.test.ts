// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Directory } from '@shared/domain/clinic'
import { RUNWAY_DAYS, type ClinicRunway, type GapPlan, type Runway } from '@shared/domain/runway'
import { emptyStamp } from '@shared/domain/stamp'
import { AppFailure } from '@shared/errors'
import { usePlanner } from '@renderer/services/planner'
import { installDesk, type Answers, type FakeDesk } from '@renderer/testing/fakeDesk'
import { mountApp } from '@renderer/testing/mountApp'
import RunwayView from './RunwayView.vue'

const FROM = '2026-11-23'
const live = { ...emptyStamp, fetchedAt: Date.now() }
const clinic = (id: number, name: string, doctor: string, department: string) =>
  ({ id, name, address: '', doctors: [{ id: id * 10, name: doctor, department }] })
const directory: Directory = {
  clinics: [clinic(1, 'City Clinic', 'Dr. Doe', 'Cardiology'), clinic(2, 'North Clinic', 'Dr. Roe', 'ENT'), clinic(3, 'Old Clinic', 'Dr. Poe', 'ENT')],
  gone: [], asked: 3, doctors: 3, failures: [], stamp: live,
}
/** Ten slots a weekday until a number of days from Monday on. */
const published = (clinicId: number, days: number, more: Partial<ClinicRunway> = {}): ClinicRunway => {
  const usual = Int32Array.from({ length: RUNWAY_DAYS }, (_, place) => place % 7 < 5 ? 10 : 0)
  return {
    clinicId, usual, slots: usual.map((slots, place) => place < days ? slots : 0), gapMinutes: new Int32Array(RUNWAY_DAYS),
    last: days > 0 ? `2026-11-${23 + days - 1}` : null, lasts: days, stamp: live, ...more,
  }
}
const gap: GapPlan = {
  clinicId: 2, from: '2026-11-27', until: '2026-12-11', weekdays: [1, 2], sessions: [{ start: 32_400, end: 46_800 }], duration: 900, gap: 0,
}

let view: VueWrapper
let desk: FakeDesk
let runway: Runway
beforeEach(() => {
  // The document of these tests has no layout; the table needs a height to know what is in sight.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600)
  const thin = Int32Array.from([10, 3, ...new Array<number>(RUNWAY_DAYS - 2).fill(0)])
  runway = { from: FROM, clinics: [published(2, 4), published(1, 5, { slots: thin }), published(3, 0)] }
})
afterEach(() => {
  view.unmount()
  vi.restoreAllMocks()
})

async function open(answers: Answers = {}) {
  desk = installDesk({ 'directory:read': () => directory, 'runway:read': () => runway, 'runway:gap': () => gap, ...answers })
  view = await mountApp(RunwayView)
  await flushPromises()
}
const rows = () => view.findAll('[role=row][data-index]')
const names = () => rows().map((row) => row.get('.name').text())
const slider = (row: number) => rows()[row]!.get('[role=slider]')

describe('the runway', () => {
  it('has every clinic in the order of urgency, with its days ahead and the alarm in words', async () => {
    await open()
    expect(names()).toEqual(['North Clinic', 'City Clinic', 'Old Clinic'])
    expect(rows()[0]!.get('.ahead').text()).toMatch(/4 days\s*short\s*until Thu/)
    expect(rows()[2]!.get('.ahead').text()).toMatch(/0 days\s*run out\s*nothing published/)
    expect(view.text()).toContain('3 clinics · 3 under 14 days')
    expect(view.text()).not.toMatch(/\b(free|booked)\b/i)
  })

  it('says each week of a clinic to the ear', async () => {
    await open()
    expect(rows()[0]!.get('.days').text()).toMatch(/Week from Mon,? 23 Nov: 4 days published, 1 gap/)
    expect(rows()[1]!.get('.days').text()).toContain('2 days published, 1 of them thin, 3 gaps')
  })

  it('says each day to whoever walks along it, from the next gap on, and shows it', async () => {
    await open()
    const strip = slider(0)
    expect(strip.attributes('aria-valuetext')).toMatch(/^Friday,? 27 November 2026: no slots published, a gap/)
    await strip.trigger('focus')
    await strip.trigger('keydown', { key: 'ArrowLeft' })
    expect(strip.attributes('aria-valuetext')).toMatch(/^Thursday,? 26 November 2026: 10 slots published, usually 10$/)
    expect(view.get('.card').text()).toMatch(/Thursday,? 26 November 2026/)
    await strip.trigger('keydown', { key: 'Home' })
    await strip.trigger('keydown', { key: 'ArrowLeft' })
    expect(strip.attributes('aria-valuenow')).toBe('0')
    await strip.trigger('blur')
    expect(view.find('.card').exists()).toBe(false)
  })

  it('leads from row to row by the arrow keys', async () => {
    await open()
    const strip: HTMLElement = slider(0).element as HTMLElement
    strip.focus()
    await slider(0).trigger('keydown', { key: 'ArrowDown' })
    await flushPromises()
    expect(document.activeElement).toBe(slider(1).element)
  })

  it.each([
    ['P', () => slider(0).trigger('keydown', { key: 'p' })],
    ['Enter', () => slider(0).trigger('keydown', { key: 'Enter' })],
    ['the button', () => rows()[0]!.get('button').trigger('click')],
  ])('opens the planner filled for the gap by %s', async (_, act) => {
    await open()
    await act()
    await flushPromises()
    expect(desk.asked.find(({ call }) => call === 'runway:gap')!.input).toEqual({ clinicId: 2 })
    expect(usePlanner().isOpen).toBe(true)
    expect(usePlanner().proposal).toMatchObject({ from: '2026-11-27', targets: [{ kind: 'clinic', id: 2 }] })
  })

  it('says why a gap could not be looked up', async () => {
    await open({ 'runway:gap': () => { throw new AppFailure({ kind: 'timeout' }) } })
    await rows()[0]!.get('button').trigger('click')
    await flushPromises()
    expect(view.get('[role=alert]').text()).toContain('too long')
    expect(usePlanner().isOpen).toBe(false)
  })

  it('finds clinics by name and doctor', async () => {
    await open()
    await view.get('input[type=search]').setValue('poe')
    expect(names()).toEqual(['Old Clinic'])
    await view.get('input[type=search]').setValue('nobody')
    expect(rows()).toEqual([])
    await view.findAll('button').find((button) => button.text() === 'Show all clinics')!.trigger('click')
    expect(names()).toHaveLength(3)
  })

  it('follows what changes', async () => {
    await open()
    runway = { from: FROM, clinics: [published(1, 90)] }
    desk.emit('runway:changed')
    await flushPromises()
    expect(rows()[0]!.get('.ahead').text()).toMatch(/^90\+ days/)
  })
})

describe('what is not there', () => {
  it('is told of a clinic whose slots are not known', async () => {
    const failed = { ...emptyStamp, failed: { kind: 'timeout' } as const }
    runway = { from: FROM, clinics: [published(1, 0, { stamp: failed }), published(2, 0, { stamp: { ...emptyStamp, loading: true } })] }
    await open()
    expect(rows().map((row) => row.get('.ahead').text())).toEqual(['Not known', 'Looking …'])
    expect(view.get('[role=alert]').text()).toContain('The slots of 1 clinic could not be read')
  })

  it('is told when nothing could be read', async () => {
    await open({ 'runway:read': () => { throw new AppFailure({ kind: 'busy' }) } })
    expect(view.get('[role=alert]').text()).toContain('Too much')
    expect(rows()).toEqual([])
  })

  it('is told where there is no clinic', async () => {
    runway = { from: FROM, clinics: [] }
    await open()
    expect(view.text()).toContain('Clinics are found through their doctors')
  })
})
