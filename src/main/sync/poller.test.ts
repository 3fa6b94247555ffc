import { describe, expect, it } from 'vitest'
import { manualTimers } from '@main/testing/manualTimers'
import { poller } from './poller'

function started(...randoms: number[]) {
  const timers = manualTimers()
  let runs = 0
  const service = poller({ after: timers.after, random: () => randoms.shift() ?? 0.5, run: () => { runs += 1 } })
  service.start()
  return { ...service, ...timers, runs: () => runs }
}

describe('poller', () => {
  it('runs every minute while it is started', () => {
    const { advance, stop, runs } = started()
    advance(180_000)
    expect(runs()).toBe(3)
    stop()
    advance(180_000)
    expect(runs()).toBe(3)
  })

  it.each([[0, 48_000], [1, 72_000]])('comes early or late by a fifth at most: random %d', (random, due) => {
    const { advance, runs } = started(random)
    advance(due - 1)
    expect(runs()).toBe(0)
    advance(1)
    expect(runs()).toBe(1)
  })

  it('keeps one rhythm when it is started twice', () => {
    const { start, advance, runs, waiting } = started()
    start()
    expect(waiting()).toBe(1)
    advance(60_000)
    expect(runs()).toBe(1)
  })
})
