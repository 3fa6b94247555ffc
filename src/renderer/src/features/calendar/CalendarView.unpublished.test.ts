// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { OutboxEntry } from '@shared/domain/outbox'
import { packDay, unpackDay } from '@shared/domain/packedDay'
import type { DayQuery } from '@shared/domain/slot'
import { answers, click, dialog, onAMorning, open, press, view } from './testing/openCalendar'

// What is on the board and not published: on its way, of unknown outcome, or only planned.
onAMorning()

const sent = (state: OutboxEntry['state']): OutboxEntry => ({
  key: 'a', create: { kind: 'slot', form: { clinicId: 2, date: '2026-11-23', start: 43_200, end: 44_100 } }, at: 0, state, id: null,
  foundAfterwards: false, reason: '', jobId: null, candidates: [], error: null,
})

it('shows a slot on its way at once, and as published only when it is there', async () => {
  let entries = [sent('sending')]
  let made = false
  const { emit } = await open('/calendar', {
    'outbox:day': () => entries,
    'slots:day': async (query) => {
      const day = unpackDay(await answers['slots:day']!(query))
      const [first, ...others] = day.columns
      const [starts, ends] = [Int32Array.of(36_000, 43_200), Int32Array.of(36_900, 44_100)]
      const column = { ...others[0]!, ids: Int32Array.of(20, 77), starts, ends }
      return packDay(made ? { ...day, columns: [first!, column, ...others.slice(1)] } : day)
    },
  })
  const cells = () => view.findAll('.slot').map((cell) => cell.attributes('aria-label')!).filter((name) => name.startsWith('12:00'))
  expect(cells()).toEqual([expect.stringMatching(/^12:00 – 12:15, Clinic 2, .*, sending$/)])
  made = true
  entries = []
  emit('outbox:changed')
  await flushPromises()
  expect(cells()).toEqual([expect.stringMatching(/^12:00 – 12:15, Clinic 2, .*2026$/)])
  await view.findAll('.slot').find((cell) => cell.attributes('aria-label')!.startsWith('12:00'))!.trigger('click')
  expect(dialog().text()).toContain('77')
})

it('marks a slot of unknown outcome, says so in its details, and takes it off the board on demand', async () => {
  let entries = [sent('uncertain')]
  const { desk } = await open('/calendar', { 'outbox:day': () => entries, 'outbox:dismiss': () => { entries = [] } })
  const cell = view.get('.slot.uncertain')
  expect(cell.attributes('aria-label')).toMatch(/, uncertain$/)
  await cell.trigger('click')
  expect(dialog().text()).toContain('may have been created or not')
  expect(dialog().text()).not.toContain('Published slot')
  await click('Take it off the board')
  expect(view.find('.slot.uncertain').exists()).toBe(false)
  expect(dialog().exists()).toBe(false)
  expect(desk.asked.find(({ call }) => call === 'outbox:dismiss')?.input).toEqual({ key: 'a' })
})

it('opens the planner by button and key, and gives it the place of a new slot', async () => {
  const { planner } = await open()
  await press(document.body, 'n')
  await click('Plan slots')
  expect(planner.isOpen).toBe(true)
  expect(view.find('[role=dialog]').exists()).toBe(false)
  await press(document.body, 'n')
  expect([planner.isOpen, dialog().text()]).toEqual([false, expect.stringContaining('New slot')])
  await press(document.body, 'p')
  expect(planner.isOpen).toBe(true)
  expect(planner.boardClinics).toEqual([1, 2, 3])
})

it('draws the planned slots of its day, and leads from one to its row', async () => {
  const { planner, counts } = await open()
  planner.planned = (date) => date === '2026-11-23'
    ? [3, 4].map((row) => ({ row, clinicId: 2, start: row * 900 + 40_500, end: row * 900 + 41_400, isDoubtful: row === 4 }))
    : []
  await flushPromises()
  const [cell, doubtful] = [view.get('.slot.planned'), view.get('.slot.doubtful')]
  expect(cell.attributes('aria-label')).toMatch(/^12:00 – 12:15, Clinic 2, .*, planned$/)
  expect(doubtful.attributes('aria-label')).toMatch(/, planned, with a doubt$/)
  expect(counts.slots).toBe(3)
  await cell.trigger('click')
  expect([planner.wanted, view.find('[role=dialog]').exists()]).toEqual([3, false])
  await click('Next day')
  expect(view.find('.slot.planned').exists()).toBe(false)
})

it('asks for what is on its way once more after a burst of hints, and for each day that is shown', async () => {
  const asked: DayQuery[] = []
  const { emit } = await open('/calendar', { 'outbox:day': (query) => { asked.push(query); return [] } })
  for (let i = 0; i < 50; i++) emit('outbox:changed')
  await flushPromises()
  expect(asked.length).toBeLessThan(5)
  await click('Next day')
  expect(asked.at(-1)).toEqual({ date: '2026-11-24', clinicIds: [1, 2, 3] })
})
