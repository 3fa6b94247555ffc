// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Job } from '@shared/domain/job'
import { installDesk, type Answers } from '@renderer/testing/fakeDesk'
import { jobOf } from '@renderer/testing/jobOf'
import { useJobs } from './jobs'

let stop: (() => void) | undefined
beforeEach(() => { setActivePinia(createPinia()) })
afterEach(() => { stop?.() })

async function open(answers: Answers) {
  const desk = installDesk(answers)
  const jobs = useJobs()
  stop = jobs.start()
  await flushPromises()
  return { desk, jobs, reads: () => desk.asked.filter(({ call }) => call === 'jobs:read').length }
}

it('follows the jobs, and forgets them at the end', async () => {
  let list: Job[] = []
  const { desk, jobs } = await open({ 'jobs:read': () => list })
  list = [jobOf({ id: 'a' })]
  desk.emit('jobs:changed')
  await flushPromises()
  expect(jobs.jobs.map(({ id }) => id)).toEqual(['a'])
  stop?.()
  expect(jobs.jobs).toEqual([])
})

it('answers a burst of hints by one more reading, and ends with the last state', async () => {
  let made = 0
  const { desk, jobs, reads } = await open({ 'jobs:read': () => [jobOf({ counts: { made } })] })
  for (made = 1; made < 100; made++) desk.emit('jobs:changed')
  await flushPromises()
  expect(jobs.jobs[0]!.counts.made).toBe(100)
  expect(reads()).toBeLessThan(5)
})

it('takes a job off the list that is called off in time, and says when it was too late', async () => {
  const { desk, jobs } = await open({ 'jobs:read': () => [], 'jobs:stop': ({ id }) => jobOf({ id, total: 3, counts: { discarded: 3 } }), 'jobs:dismiss': () => undefined })
  expect(await jobs.callOff('a')).toBe(true)
  expect(desk.asked.filter(({ call }) => call === 'jobs:dismiss')).toEqual([{ call: 'jobs:dismiss', input: { id: 'a' } }])
  stop?.()
  const late = await open({ 'jobs:read': () => [], 'jobs:stop': ({ id }) => jobOf({ id, total: 3, counts: { made: 1, discarded: 2 } }) })
  expect(await late.jobs.callOff('a')).toBe(false)
})
