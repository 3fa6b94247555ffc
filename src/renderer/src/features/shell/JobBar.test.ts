// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import type { Job } from '@shared/domain/job'
import { AppFailure } from '@shared/errors'
import { useJobs } from '@renderer/services/jobs'
import { useNotices } from '@renderer/services/notices'
import { usePlanner } from '@renderer/services/planner'
import { installDesk, type Answers } from '@renderer/testing/fakeDesk'
import { jobOf } from '@renderer/testing/jobOf'
import { mountApp } from '@renderer/testing/mountApp'
import JobBar from './JobBar.vue'

let bar: VueWrapper
let stop: () => void
afterEach(() => {
  stop()
  bar.unmount()
  vi.useRealTimers()
})

async function open(jobs: Job[] | (() => Job[]), answers: Answers = {}) {
  const desk = installDesk({ 'jobs:read': () => typeof jobs === 'function' ? jobs() : jobs, ...answers })
  bar = await mountApp(JobBar)
  stop = useJobs().start()
  await flushPromises()
  return desk
}
const button = (name: string) => [...document.querySelectorAll('button')].find((each) => each.textContent?.trim() === name)
const press = async (name: string) => {
  button(name)!.click()
  await flushPromises()
}
const meter = () => bar.get('[role=progressbar]')
const asked = (desk: Awaited<ReturnType<typeof open>>, call: string) =>
  desk.asked.filter((each) => each.call === call).map(({ input }) => input)

it('is not there without a job', async () => {
  await open([])
  expect(bar.find('ul').exists()).toBe(false)
})

it('lists every job with how far it is, its rate and the time left', async () => {
  await open([jobOf({ counts: { made: 120, waiting: 180 }, perSecond: 38.04, secondsLeft: 4.7 }), jobOf({ id: 'b', title: 'sat 9-10' })])
  expect(bar.findAll('li')).toHaveLength(2)
  expect(meter().attributes()).toMatchObject({ 'aria-label': 'Creating slots', 'aria-valuenow': '120', 'aria-valuemax': '300' })
  expect(meter().attributes('aria-valuetext')).toBe('120 of 300 slots created, 38 a second · 5 s left')
  expect(bar.text()).toContain('mon-fri 9-13 /15 4 weeks @Cardiology')
})

it('says long times in minutes', async () => {
  await open([jobOf({ counts: { waiting: 300 }, secondsLeft: 300 })])
  expect(bar.text()).toContain('5 min left')
})

it('counts the seconds of the hold down and cancels without sending, which brings the plan back', async () => {
  vi.useFakeTimers({ now: 100_000 })
  let jobs = [jobOf({ state: 'held', sendsAt: 109_500, total: 3, counts: { waiting: 3 } })]
  const desk = await open(() => jobs, {
    'jobs:stop': () => jobOf({ state: 'stopped', total: 3, counts: { discarded: 3 } }), 'jobs:dismiss': () => { jobs = [] },
  })
  usePlanner().handOver('job', { line: 'mon 9-10' })
  expect(bar.text()).toContain('3 slots: the first is sent in 10 seconds')
  await vi.advanceTimersByTimeAsync(9000)
  expect(bar.text()).toContain('in 1 second')
  await press('Cancel')
  expect([asked(desk, 'jobs:stop'), asked(desk, 'jobs:dismiss')]).toEqual([[{ id: 'job' }], [{ id: 'job' }]])
  expect(bar.find('li').exists()).toBe(false)
  expect(useNotices().notices.map(({ text }) => text)).toEqual(['Nothing was sent.'])
  expect(usePlanner().restored).toEqual({ line: 'mon 9-10' })
})

it('says that a cancel came too late', async () => {
  await open([jobOf({ state: 'held', sendsAt: Date.now() })], { 'jobs:stop': () => jobOf({ state: 'stopped', counts: { made: 2, discarded: 298 } }) })
  await press('Cancel')
  expect(useNotices().notices[0]!.text).toContain('Too late')
  expect(usePlanner().isOpen).toBe(false)
})

it('leads who has just started a job to its Cancel, and nobody else', async () => {
  await open([jobOf({ state: 'held' })])
  expect(document.activeElement).toBe(document.body)
  bar.unmount()
  let jobs: Job[] = []
  const desk = await open(() => jobs, { 'jobs:start': () => { jobs = [jobOf({ state: 'held' })]; return jobs[0]! } })
  await useJobs().begin({ id: 'job', title: '', slots: { clinicIds: [1], days: [1], starts: [1], ends: [2] } })
  await flushPromises()
  expect(document.activeElement?.textContent).toContain('Cancel')
  expect(asked(desk, 'jobs:start')).toHaveLength(1)
})

it('pauses and resumes', async () => {
  let job = jobOf({ counts: { made: 10, waiting: 290 } })
  const desk = await open(() => [job], {
    'jobs:pause': () => (job = { ...job, state: 'paused' }), 'jobs:resume': () => (job = { ...job, state: 'running' }),
  })
  await press('Pause')
  expect(bar.text()).toContain('Paused')
  // Vue passes over a click in the very millisecond in which its listener was attached.
  await new Promise((resolve) => { setTimeout(resolve, 5) })
  await press('Resume')
  expect(bar.text()).not.toContain('Paused')
  expect([asked(desk, 'jobs:pause'), asked(desk, 'jobs:resume')]).toEqual([[{ id: 'job' }], [{ id: 'job' }]])
})

it('asks before it stops a job of which something is published', async () => {
  const desk = await open([jobOf({ counts: { made: 120, waiting: 170, sending: 10 } })], { 'jobs:stop': () => jobOf({ state: 'stopped' }) })
  await press('Stop')
  expect(document.querySelector('[role=alertdialog]')!.textContent).toContain('120 are published and stay')
  await press('Go on creating')
  expect(asked(desk, 'jobs:stop')).toEqual([])
  await press('Stop')
  await press('Stop and give up the rest')
  expect(asked(desk, 'jobs:stop')).toEqual([{ id: 'job' }])
})

it('stops at once a job of which nothing was sent', async () => {
  const desk = await open([jobOf({ state: 'paused', counts: { waiting: 300 } })], { 'jobs:stop': () => jobOf({ state: 'stopped' }) })
  await press('Stop')
  expect(asked(desk, 'jobs:stop')).toHaveLength(1)
})

it('that was stopped is over when nothing of it is on its way any more', async () => {
  let job = jobOf({ state: 'stopped', counts: { made: 120, discarded: 178, sending: 2 } })
  const desk = await open(() => [job])
  expect(bar.text()).toContain('Stopping: what was sent is waited for')
  expect(button('Dismiss')).toBeUndefined()
  job = jobOf({ state: 'stopped', counts: { made: 121, discarded: 178, checking: 1 } })
  desk.emit('jobs:changed')
  await flushPromises()
  expect(bar.text()).toContain('Stopped: 121 published, 178 given up, 1 being looked up')
  expect(button('Dismiss')).toBeDefined()
})

it('says in words what hinders it', async () => {
  await open([jobOf({ counts: { made: 1, waiting: 299 }, hindrance: { kind: 'notJournalled' } })])
  expect(bar.text()).toContain('Waits: disk full')
})

it.each<[string, Parameters<typeof jobOf>[0], string[]]>([
  ['all is well', { counts: { made: 300 }, verified: { missing: 0, twice: 0 } }, ['300 published', 'all of them are there, each once']],
  ['some went otherwise', { counts: { made: 297, refused: 2, uncertain: 1 } }, ['297 published, 2 refused, 1 uncertain: see Activity']],
  ['the server lost or doubled some', { counts: { made: 300 }, verified: { missing: 2, twice: 1 } }, ['2 of them are not on the server', 'One of them is on the server twice']],
  ['it was stopped', { state: 'stopped', counts: { made: 120, discarded: 180 } }, ['Stopped: 120 published, 180 given up']],
])('says at the end what became of it when %s', async (_, part, texts) => {
  const desk = await open([jobOf({ state: 'finished', ...part })], { 'jobs:dismiss': () => undefined })
  for (const text of texts) expect(bar.text()).toContain(text)
  expect(bar.find('[role=progressbar]').exists()).toBe(false)
  await press('Dismiss')
  expect(asked(desk, 'jobs:dismiss')).toEqual([{ id: 'job' }])
})

it('tells when an order to it fails', async () => {
  await open([jobOf({ counts: { waiting: 300 } })], { 'jobs:pause': () => { throw new AppFailure({ kind: 'notJournalled' }) } })
  await press('Pause')
  expect(useNotices().notices[0]!.text).toContain('disk is full')
})
