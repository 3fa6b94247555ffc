import { expect, it } from 'vitest'
import { manualTimers } from '@main/testing/manualTimers'
import { memoryPreferences } from '@main/testing/memoryPreferences'
import { pausing } from './pausing'

const HOUR = 3_600_000

function started(preferences = memoryPreferences()) {
  const timers = manualTimers()
  let hints = 0
  const service = pausing({ preferences, clock: timers.clock, after: timers.after, zone: () => 'UTC', onChange: () => { hints += 1 } })
  return { ...service, ...timers, preferences, hints: () => hints }
}

it('ends by itself, and says so', () => {
  const { begin, read, advance, hints, waiting } = started()
  begin('hour')
  advance(HOUR - 1)
  expect([read(), hints()]).toEqual([{ until: 1_000_000 + HOUR }, 1])
  advance(1)
  expect([read(), hints(), waiting()]).toEqual([null, 2, 0])
})

it('ends on a person’s word', () => {
  const { begin, read, waiting } = started()
  begin('ever')
  expect(read()).toEqual({ until: null })
  begin('resumed')
  expect([read(), waiting()]).toEqual([null, 0])
})

it('outlives the program', () => {
  const { begin, preferences } = started()
  begin('hour')
  const { read, advance } = started(preferences)
  expect(read()).not.toBeNull()
  advance(HOUR)
  expect(read()).toBeNull()
})

it.each([['text'], [{ until: 'x' }], [7]])('is none where %j is stored', (stored) => {
  expect(started(memoryPreferences({ 'alerts.pause': stored })).read()).toBeNull()
})
