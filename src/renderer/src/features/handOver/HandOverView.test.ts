// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import type { HandOver, HandOverNote } from '@shared/domain/handOver'
import { AppFailure } from '@shared/errors'
import { installDesk, type Answers } from '@renderer/testing/fakeDesk'
import { mountApp } from '@renderer/testing/mountApp'
import HandOverView from './HandOverView.vue'

const made = Date.now()
const note = (part: Partial<HandOverNote> = {}): HandOverNote =>
  ({ id: crypto.randomUUID(), at: made, by: 'ann', mine: false, text: 'Room 2 opens late.', done: null, ...part })
const handOver = (part: Partial<HandOver> = {}): HandOver => ({
  made, kept: true, notes: [],
  parts: [
    { name: 'requests', title: 'Open call requests', age: 'As of 09:00.', columns: ['Doctor', 'Day'], rows: [['Dr. Roe', 'Mon 23 Nov']], more: 30, none: '' },
    { name: 'jobs', title: 'Plans that need a look', age: '', columns: ['Plan'], rows: [], more: 0, none: 'No plan is under way.' },
  ],
  ...part,
})

let view: VueWrapper
afterEach(() => {
  view.unmount()
  vi.useRealTimers()
})
async function open(answers: Answers) {
  const desk = installDesk({ 'handOver:writeNote': () => true, 'handOver:tickNote': () => undefined, ...answers })
  view = await mountApp(HandOverView)
  await flushPromises()
  return desk
}
const field = () => view.get<HTMLTextAreaElement>('textarea')
const written = (desk: Awaited<ReturnType<typeof open>>) => desk.asked.filter(({ call }) => call === 'handOver:writeNote').map(({ input }) => input)

it('shows each part as a table, how many there are, or that there is nothing, and leads to where it is dealt with', async () => {
  await open({ 'handOver:read': () => handOver() })
  const [requests, jobs] = view.findAll('section[aria-label]').filter((each) => each.attributes('aria-label') !== 'Notes')
  expect(requests!.text()).toContain('31')
  expect(requests!.text()).toContain('30 more are not listed.')
  expect(requests!.findAll('td').map((cell) => cell.text())).toEqual(['Dr. Roe', 'Mon 23 Nov'])
  expect(requests!.get('a').attributes('href')).toContain('callRequests')
  expect([jobs!.find('table').exists(), jobs!.text()]).toEqual([false, expect.stringContaining('No plan is under way.')])
})

it('goes on with one’s own note, and hands on each letter as one note', async () => {
  const own = note({ mine: true, text: 'Lift' })
  const desk = await open({ 'handOver:read': () => handOver({ notes: [own] }) })
  expect(field().element.value).toBe('Lift')
  expect(view.findAll('li')).toHaveLength(0)
  await field().setValue('Lift 2')
  expect(written(desk)).toEqual([{ id: own.id, text: 'Lift 2' }])
})

it('begins a new note where there is none, and never overwrites what is being typed', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const others = note()
  const desk = await open({ 'handOver:read': () => handOver({ notes: [others] }) })
  await field().setValue('L')
  await field().setValue('Li')
  const [first, second] = written(desk) as { id: string, text: string }[]
  expect([first!.id === second!.id, first!.id === others.id, second!.text]).toEqual([true, false, 'Li'])
  desk.emit('outbox:changed')
  vi.advanceTimersByTime(1000)
  await flushPromises()
  expect(desk.asked.filter(({ call }) => call === 'handOver:read')).toHaveLength(2)
  expect(field().element.value).toBe('Li')
})

it('says beside the field when a note could not be kept, and when it ends with the program', async () => {
  await open({
    'handOver:read': () => handOver({ kept: false }),
    'handOver:writeNote': () => { throw new AppFailure({ kind: 'notSaved' }) },
  })
  expect(view.text()).toContain('Kept until the program ends.')
  await field().setValue('L')
  await flushPromises()
  expect(field().attributes('aria-invalid')).toBe('true')
  expect(field().element.value).toBe('L')
})

it('ticks what another wrote, by a name that says whose it is, and shows who did', async () => {
  let notes = [note()]
  const desk = await open({
    'handOver:read': () => handOver({ notes }),
    'handOver:tickNote': () => { notes = [{ ...notes[0]!, done: { at: made, by: 'ben' } }] },
  })
  const box = view.get<HTMLInputElement>('li input')
  expect(box.attributes('aria-label')).toMatch(/^Done: note by ann, /)
  await box.setValue(true)
  await flushPromises()
  expect(desk.asked).toContainEqual({ call: 'handOver:tickNote', input: { id: notes[0]!.id, done: true } })
  expect(view.get('li').text()).toMatch(/Done: ben, /)
})

it('says why it can not be shown, and tries again', async () => {
  let isThere = false
  await open({
    'handOver:read': () => {
      if (!isThere) throw new AppFailure({ kind: 'unexpected', ref: 'r1' })
      return handOver()
    },
  })
  expect(view.find('textarea').exists()).toBe(false)
  isThere = true
  await view.findAll('button').find((button) => button.text() === 'Try again')!.trigger('click')
  await flushPromises()
  expect(view.text()).toContain('Open call requests')
})

it('is made into a file in large letters where that is wanted', async () => {
  const desk = await open({ 'handOver:read': () => handOver(), 'handOver:savePdf': () => true })
  await view.get('header input[type=checkbox]').setValue(true)
  await view.findAll('button').find((button) => button.text() === 'To a PDF file…')!.trigger('click')
  await flushPromises()
  expect(desk.asked).toContainEqual({ call: 'handOver:savePdf', input: { large: true } })
})
