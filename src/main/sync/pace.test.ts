import { describe, expect, it } from 'vitest'
import type { Attention } from '@main/ports'
import type { AppError } from '@shared/errors'
import { rhythmOf, SHORTEST_MS, waitOf } from './pace'

const minutes = (count: number) => count * 60_000
const offline: AppError = { kind: 'offline', cause: 'unreachable' }

describe('rhythm', () => {
  it.each<[Attention, boolean, number, number]>([
    ['active', false, 1, 1],
    ['idle', false, 2, 2],
    ['hidden', false, 1, 10],
    ['active', true, 1.5, 1.5],
    ['idle', true, 3, 3],
    ['hidden', true, 1.5, 15],
  ])('%s, on battery %s: a pass every %d minutes, the screen every %d', (attention, onBattery, poll, screen) => {
    expect(rhythmOf(attention, onBattery)).toEqual({ poll: minutes(poll), screen: minutes(screen) })
  })

  it('keeps an idle desk under two requests a minute beside its clinics, whatever it looks at', () => {
    // Call requests, staff and departments; a token every four minutes.
    const passes = minutes(1) / rhythmOf('idle', false).poll
    expect(3 * passes + 0.25).toBeLessThan(2)
  })
})

describe('wait', () => {
  const rhythm = rhythmOf('active', false)

  it.each([[0, 48_000], [0.5, 60_000], [1, 72_000]])('comes early or late by a fifth at most: random %d', (random, ms) => {
    expect(waitOf(rhythm, null, 0, random)).toEqual({ ms, pace: 'usual' })
  })

  it.each([[1, 60_000], [2, 120_000], [3, 240_000], [4, 300_000], [40, 300_000]])('is any time up to a doubled one after %d failures', (failures, most) => {
    expect(waitOf(rhythm, offline, failures, 1)).toEqual({ ms: most, pace: 'afterFailure' })
    expect(waitOf(rhythm, offline, failures, 0.5).ms).toBe(most / 2)
    expect(waitOf(rhythm, offline, failures, 0).ms).toBe(SHORTEST_MS)
  })

  it.each([[0, 90_000], [1, 108_000]])('is never shorter than the server asks, and not the same for all: random %d', (random, ms) => {
    expect(waitOf(rhythm, { kind: 'throttled', retryAfter: 90 }, 3, random)).toEqual({ ms, pace: 'asAsked' })
  })

  it('does not come back after a second, even when the server allows it', () => {
    expect(waitOf(rhythm, { kind: 'throttled', retryAfter: 1 }, 1, 0).ms).toBe(SHORTEST_MS)
  })

  it.each<AppError>([{ kind: 'untrusted', code: 'CERT_DATE_INVALID' }, { kind: 'moved' }])('is five minutes where only people can help: $kind', (error) => {
    expect(waitOf(rhythm, error, 1, 0.5)).toEqual({ ms: minutes(5), pace: 'seldom' })
  })
})
