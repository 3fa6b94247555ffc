import { describe, expect, it } from 'vitest'
import { manualTimers } from '@main/testing/manualTimers'
import { memoryPresence } from '@main/testing/memoryPresence'
import type { AppError } from '@shared/errors'
import { poller, type Scope } from './poller'

const offline: AppError = { kind: 'offline', cause: 'unreachable' }

/** Passes come to rest at once, in the state that `server.failing` says; nothing is jittered. */
function started() {
  const timers = manualTimers()
  const presence = memoryPresence()
  const passes: { at: number, scope: Scope }[] = []
  const server = { failing: null as AppError | null }
  const begin = timers.clock()
  const service = poller({
    ...timers, presence, random: () => 0.5,
    pass(scope) {
      passes.push({ at: timers.clock() - begin, scope })
      service.rest(server.failing)
    },
  })
  service.start()
  return { ...timers, ...service, presence, passes, server, times: () => passes.map(({ at }) => at / 1000) }
}

describe('poller', () => {
  it('fetches what is on screen every minute while somebody works', () => {
    const { advance, passes, stop } = started()
    advance(180_000)
    expect(passes).toEqual([60_000, 120_000, 180_000].map((at) => ({ at, scope: 'screen' })))
    stop()
    advance(600_000)
    expect(passes).toHaveLength(3)
  })

  it('keeps one rhythm when it is started twice', () => {
    const { start, advance, times, waiting } = started()
    start()
    expect(waiting()).toBe(1)
    advance(60_000)
    expect(times()).toEqual([60])
  })

  it('asks for call requests alone while the window is hidden, and every ten minutes for all', () => {
    const { advance, passes, presence } = started()
    presence.now.attention = 'hidden'
    advance(1_200_000)
    expect(passes.map(({ scope }) => scope === 'screen' ? 'S' : 'c').join('')).toBe('cccccccccScccccccccS')
  })

  it('takes its time while nobody is there, and goes back to its minute for whoever comes', () => {
    const { advance, times, presence } = started()
    presence.now.attention = 'idle'
    advance(60_000)
    advance(240_000)
    presence.now.attention = 'active'
    advance(120_000)
    expect(times()).toEqual([60, 180, 300, 420])
  })

  it('waits longer after each failure, and is back to its minute after the first good pass', () => {
    const { advance, times, next, server } = started()
    server.failing = offline
    advance(60_000)
    expect(next()).toMatchObject({ pace: 'afterFailure' })
    advance(30_000 + 60_000 + 120_000 + 150_000)
    expect(times()).toEqual([60, 90, 150, 270, 420])
    server.failing = null
    advance(150_000 + 60_000)
    expect(times()).toEqual([60, 90, 150, 270, 420, 570, 630])
  })

  it('knows from any request that the server is away, and from any that it is back', () => {
    const { advance, times, next, rest, clock } = started()
    advance(10_000)
    rest(offline)
    expect(next()).toEqual({ at: clock() + 30_000, pace: 'afterFailure' })
    advance(5000)
    rest(null)
    advance(1000)
    expect(times()).toEqual([16])
  })
})

describe('poller when somebody comes back', () => {
  it('makes one pass over the screen within two seconds, however often it is told', () => {
    const { advance, passes, wake } = started()
    advance(30_000)
    for (let times = 0; times < 6; times += 1) wake()
    advance(500)
    wake()
    advance(1500)
    expect(passes).toEqual([{ at: 31_000, scope: 'screen' }])
  })

  it('fetches the screen also where a pass over call requests was about to begin', () => {
    const { advance, passes, wake, presence } = started()
    presence.now.attention = 'hidden'
    advance(119_500)
    wake()
    advance(500)
    expect(passes.at(-1)).toEqual({ at: 120_000, scope: 'screen' })
  })

  it('leaves it at a pass of the last ten seconds', () => {
    const { advance, times, wake } = started()
    advance(69_999)
    wake()
    advance(5000)
    expect(times()).toEqual([60])
    wake()
    advance(1000)
    expect(times()).toEqual([60, 75.999])
  })

  it('tries at once where the last pass failed, for the network may be back', () => {
    const { advance, times, wake, server } = started()
    server.failing = offline
    advance(62_000)
    server.failing = null
    wake()
    advance(1000)
    expect(times()).toEqual([60, 63])
  })

  it('keeps the quiet that the server asked for', () => {
    const { advance, times, wake, server, next } = started()
    server.failing = { kind: 'throttled', retryAfter: 100 }
    advance(60_000)
    server.failing = null
    wake()
    advance(109_000)
    expect(next()?.pace).toBe('asAsked')
    expect(times()).toEqual([60])
    advance(1000)
    expect(times()).toEqual([60, 170])
  })

  it('does nothing while nobody is signed in', () => {
    const { stop, wake, now, rest, advance, times, next } = started()
    stop()
    wake()
    now()
    rest(offline)
    advance(600_000)
    expect([times(), next()]).toEqual([[], null])
  })
})

it('fetches all that is known on a person’s wish, and plans from there', () => {
  const { advance, passes, now } = started()
  advance(50_000)
  now()
  advance(59_000)
  expect(passes).toEqual([{ at: 50_000, scope: 'all' }])
  advance(1000)
  expect(passes.at(-1)).toEqual({ at: 110_000, scope: 'screen' })
})
