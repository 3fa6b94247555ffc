// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { numberOfDay } from '@shared/domain/time'
import { AppFailure } from '@shared/errors'
import { doubts } from '@shared/planner/preview'
import type { Answers } from '@renderer/testing/fakeDesk'
import { jobOf } from '@renderer/testing/jobOf'
import { besideACalendar, openPlanner } from './testing/openPlanner'
import { previewOf } from './testing/previewOf'

const h = 3600
const LINE = 'mon-fri 9-10 /30 1 weeks @"City Clinic"'
const rows = (bits: number[] = [0, 0, 0, 0]) => previewOf(bits.map((each, index) =>
  ({ day: `2026-11-${27 + Math.floor(index / 2)}`, clinicId: 1, start: 9 * h + index % 2 * 1800, end: 9.5 * h + index % 2 * 1800, doubts: each })))

besideACalendar()

let view: VueWrapper
async function open(answers: Answers = {}, before?: Parameters<typeof openPlanner>[1]) {
  const planner = await openPlanner(answers, before)
  view = planner.view
  return planner
}
const rest = async () => {
  await vi.advanceTimersByTimeAsync(1000)
  await flushPromises()
}
const boxes = () => view.findAll<HTMLInputElement>('[role=row] input[type=checkbox]')
const count = () => view.get('[role=status]').text()

describe('the line and the form', () => {
  it('is a region with the line, which has the focus', async () => {
    const { region, line } = await open()
    expect(view.get(`#${region().attributes('aria-labelledby')}`).text()).toBe('Plan slots')
    expect(view.get(`label[for="${line().attributes('id')}"]`).text()).toBe('Plan in one line')
    expect(document.activeElement).toBe(line().element)
  })

  it('follow each other while one types', async () => {
    const { type, field, line, button } = await open()
    await type('mon-fri 9-13 /15 gap 5 brk 11-11:15 4 weeks @Cardiology')
    expect([field('Minutes each').element.value, field('Gap (min)').element.value, field('or weeks').element.value]).toEqual(['15', '5', '4'])
    expect([button('Mon'), button('Sun')].map((each) => each!.getAttribute('aria-pressed'))).toEqual(['true', 'false'])
    expect(view.get('input[aria-label="Breaks 1, end"]').element).toHaveProperty('value', '11:15')
    await field('Minutes each').setValue('20')
    expect(line().element.value).toBe('mon-fri 9-13 /20 gap 5 brk 11-11:15 4 weeks @Cardiology')
    await field('Until').setValue('2026-12-31')
    expect(line().element.value).toContain('until 2026-12-31')
    expect(field('or weeks').element.value).toBe('')
  })

  it('mark the wrong word once it is left, and say what is wrong with it', async () => {
    const { type, line } = await open()
    await type('mon-fri blurb')
    await line().trigger('keyup')
    expect(view.find('mark').exists()).toBe(false)
    await type('mon-fri blurb 9-13')
    await line().trigger('keyup')
    expect(view.get('mark').text()).toBe('blurb')
    expect(line().attributes('aria-invalid')).toBe('true')
    const described = line().attributes('aria-describedby')!.split(' ').map((id) => view.get(`#${id}`).text()).join(' ')
    expect(described).toContain('“blurb” is not understood')
  })

  it('say what is still missing', async () => {
    const { type } = await open()
    await type('mon-fri 9-13')
    expect(view.text()).toContain('Still to be said: for whom (@), length of a slot (/15), until when (4 weeks).')
  })

  it('complete names by keyboard: arrows choose, Enter and Tab take, Escape closes', async () => {
    const { type, line, key } = await open()
    await type('mon @c')
    await line().trigger('keyup')
    const options = () => view.findAll('[role=option]').map((each) => each.text())
    expect(options()[0]).toContain('City Clinic')
    await key(line().element, 'ArrowDown')
    const active = view.get(`#${line().attributes('aria-activedescendant')}`)
    expect([active.attributes('aria-selected'), active.text()]).toEqual(['true', expect.stringContaining('Cardiology')])
    await key(line().element, 'Enter')
    expect(line().element.value).toBe('mon @Cardiology ')
    await type('mon @Cardiology @no')
    await line().trigger('keyup')
    await key(line().element, 'Escape')
    expect(options()).toEqual([])
    expect(view.find('section.planner').exists()).toBe(true)
    await key(line().element, 'ArrowDown')
    await key(line().element, 'Tab')
    expect(line().element.value).toBe('mon @Cardiology @"North Clinic" ')
  })

  it('begin with the plan that they are opened with', async () => {
    const { line, store } = await open({}, (planner) => planner.open({
      clinicId: 2, from: '2026-12-01', until: '2026-12-11', weekdays: [1, 2, 3], sessions: [{ start: 9 * h, end: 12 * h }], duration: 900,
    }))
    expect(line().element.value).toBe('mon-wed 9-12 /15 from 2026-12-01 until 2026-12-11 @"North Clinic"')
    expect(store.proposal).toBeUndefined()
  })

  it('are kept as a draft, and go on with it', async () => {
    const { type, asked } = await open()
    await type('mon 9-13')
    await rest()
    expect(asked('drafts:write').at(-1)).toMatchObject({ form: 'plan:new', fields: { line: 'mon 9-13', mode: 'pattern' } })
    view.unmount()
    const later = await open({ 'drafts:read': () => ({ mode: 'pattern', line: 'mon 9-13', form: '{"from":"some"}', copy: '' }) })
    expect([later.line().element.value, later.field('From').element.value]).toEqual(['mon 9-13', 'some'])
    expect(view.text()).toContain('Continued where you left off')
  })
})

describe('the preview', () => {
  it('goes to what is wrong or missing instead', async () => {
    const { type, press, line, asked, field } = await open()
    await type('mon-fri 9-13 blurb')
    await press('Preview')
    expect(document.activeElement).toBe(line().element)
    expect(view.get('mark').text()).toBe('blurb')
    await type('mon-fri 9-13')
    await press('Preview')
    expect(document.activeElement).toBe(field('Publish for').element)
    expect(view.text()).toContain('Choose a clinic or a department.')
    expect(asked('planner:preview')).toEqual([])
  })

  it('shows every slot with what speaks against it, and leaves some out by default', async () => {
    const bits = [0, doubts.already, doubts.overlapping | doubts.clashPossible, doubts.holiday]
    const { type, press, asked } = await open({ 'planner:preview': () => rows(bits) })
    await type(LINE)
    await press('Preview')
    expect(asked('planner:preview')).toEqual([{ kind: 'pattern', plan: expect.objectContaining({ duration: 1800, targets: [{ kind: 'clinic', id: 1 }] }) }])
    expect(view.get('[role=table]').attributes('aria-label')).toBe('Preview')
    expect(boxes().map(({ element }) => element.checked)).toEqual([true, false, true, false])
    expect(boxes()[2]!.attributes('aria-label')).toEqual(expect.stringMatching(/^Sat,? 28 Nov, 09:00 – 09:30, City Clinic, overlaps, possible clash$/))
    expect(count()).toBe('2 of 4 slots')
    expect(view.findAll('ul.kinds li').map((each) => each.text()))
      .toEqual(['3 new, 2 with a doubt', '1 already there', '1 overlapping', '1 possible doctor clash', '1 on a holiday'])
  })

  it('takes single slots and whole kinds in and out, and shows one kind alone', async () => {
    const { type, press, button } = await open({ 'planner:preview': () => rows([0, 0, doubts.overlapping, doubts.overlapping]) })
    await type(LINE)
    await press('Preview')
    await boxes()[0]!.setValue(false)
    expect([count(), button('Create 3 slots')]).toEqual(['3 of 4 slots', expect.anything()])
    await view.get('input[aria-label="Create: 2 overlapping"]').trigger('change')
    expect(count()).toBe('1 of 4 slots')
    expect(button('Create 1 slot')).toBeDefined()
    await press('2 overlapping')
    expect(boxes()).toHaveLength(2)
  })

  it('says in sentences what is odd about the plan', async () => {
    const { type, press } = await open({
      'planner:preview': () => previewOf([], [{ kind: 'tooMany', count: 31_200 }, { kind: 'remainder', start: 9 * h, end: 10 * h, seconds: 600 }]),
    })
    await type(LINE)
    await press('Preview')
    expect(view.text()).toMatch(/31,200 slots or more. At most 20,000/)
    expect(view.text()).toContain('09:00 – 10:00: the last 10 min stay empty')
    expect(view.find('[role=table]').exists()).toBe(false)
  })

  it('draws its slots on the board, without those that are left out, and goes to a row\'s day', async () => {
    const { type, press, store } = await open({ 'planner:preview': () => rows([0, doubts.already, doubts.overlapping, 0]) })
    await type(LINE)
    await press('Preview')
    expect(view.text()).toContain('Not on the board, so drawn in this list only: City Clinic.')
    store.boardClinics = [1]
    await flushPromises()
    expect(view.text()).not.toContain('Not on the board')
    expect(store.planned?.('2026-11-27')).toEqual([{ row: 0, clinicId: 1, start: 9 * h, end: 9.5 * h, isDoubtful: false }])
    expect(store.planned?.('2026-11-28').map(({ isDoubtful }) => isDoubtful)).toEqual([true, false])
    await view.findAll('[role=row]').at(-1)!.trigger('click')
    expect(store.pointed).toEqual({ date: '2026-11-28', clinicId: 1, start: 9.5 * h, end: 10 * h })
    view.unmount()
    expect(store.planned).toBeUndefined()
  })

  it('is outdated by every change, lets nothing be created, and follows by itself when typing rests', async () => {
    const { type, press, asked, button } = await open({ 'planner:preview': () => rows() })
    await type(LINE)
    await press('Preview')
    await boxes()[0]!.setValue(false)
    await type(LINE.replace('/30', '/20'))
    expect(count()).toContain('Outdated')
    await press('Create 3 slots')
    expect(asked('jobs:start')).toEqual([])
    await rest()
    expect(asked('planner:preview')).toHaveLength(2)
    expect(count()).toBe('3 of 4 slots')
    expect(button('Create 3 slots')!.getAttribute('aria-disabled')).toBeNull()
  })

  it('asks to be shown again when it is large', async () => {
    const many = previewOf(Array.from({ length: 2001 }, (_, index) => ({ day: '2026-11-27', clinicId: index, start: 0, end: 60 })))
    const { type, press, asked } = await open({ 'planner:preview': () => many })
    await type(LINE)
    await press('Preview')
    await type(LINE.replace('/30', '/20'))
    await rest()
    expect(asked('planner:preview')).toHaveLength(1)
    expect(count()).toContain('Preview again')
  })

  it('says why it could not be made', async () => {
    const { type, press } = await open({ 'planner:preview': () => { throw new AppFailure({ kind: 'timeout' }) } })
    await type(LINE)
    await press('Preview')
    expect(view.get('[role=alert]').text()).toContain('took too long')
  })
})

describe('creating', () => {
  it('starts a job of exactly what is shown, and closes', async () => {
    const { type, line, key, asked, store } = await open({ 'planner:preview': () => rows([0, doubts.already, 0, 0]) })
    await type(LINE)
    await key(line().element, 'Enter', { ctrlKey: true })
    await key(line().element, 'Enter', { ctrlKey: true })
    const days = ['2026-11-27', '2026-11-28', '2026-11-28'].map(numberOfDay)
    expect(asked('jobs:start')).toEqual([{
      id: expect.stringMatching(/^[\da-f-]{36}$/), title: LINE,
      slots: { clinicIds: [1, 1, 1], days, starts: [9 * h, 9 * h, 9.5 * h], ends: [9.5 * h, 9.5 * h, 10 * h] },
    }])
    expect(store.isOpen).toBe(false)
    expect(asked('drafts:discard')).not.toEqual([])
    store.calledOff((asked('jobs:start')[0] as { id: string }).id)
    await vi.dynamicImportSettled()
    await flushPromises()
    expect(line().element.value).toBe(LINE)
  })

  it('keeps everything when it could not be started, and repeats the same order', async () => {
    let fails = true
    const { type, press, asked, store } = await open({
      'planner:preview': () => rows(),
      'jobs:start': ({ id }) => {
        if (fails) throw new AppFailure({ kind: 'notJournalled' })
        return jobOf({ id })
      },
    })
    await type(LINE)
    await press('Preview')
    await press('Create 4 slots')
    expect(view.get('[role=alert]').text()).toContain('disk is full')
    expect(store.isOpen).toBe(true)
    fails = false
    await press('Create 4 slots')
    const ids = asked('jobs:start').map((input) => (input as { id: string }).id)
    expect(ids[0]).toBe(ids[1])
    expect(store.isOpen).toBe(false)
  })

  it('has nothing to create when everything is left out', async () => {
    const { type, press, button } = await open({ 'planner:preview': () => rows([doubts.already]) })
    await type(LINE)
    await press('Preview')
    expect(button('Create 0 slots')!.getAttribute('aria-disabled')).toBe('true')
  })
})

describe('leaving', () => {
  it('closes at once when nothing was typed', async () => {
    const { key, line, store } = await open()
    await key(line().element, 'Escape')
    expect(store.isOpen).toBe(false)
  })

  it('asks before what was typed is thrown away', async () => {
    const { type, key, line, store, press, asked } = await open()
    await type('mon ')
    await key(line().element, 'Escape')
    await press('Keep editing')
    expect(line().element.value).toBe('mon ')
    await key(line().element, 'Escape')
    await press('Discard')
    expect(store.isOpen).toBe(false)
    expect(asked('drafts:discard')).not.toEqual([])
  })
})
