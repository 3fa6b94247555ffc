import { describe, expect, it } from 'vitest'
import { manualTimers } from '@main/testing/manualTimers'
import { coalesce } from './coalesce'

function counted() {
  const timers = manualTimers()
  let runs = 0
  return { ...timers, ...coalesce(250, timers.after, () => { runs += 1 }), runs: () => runs }
}

describe('coalesce', () => {
  it('turns many occasions into one run per interval', () => {
    const { touch, advance, runs } = counted()
    for (let passed = 0; passed < 1000; passed += 10) {
      touch()
      advance(10)
    }
    expect(runs()).toBe(4)
  })

  it('runs at once when flushed, and not a second time', () => {
    const { touch, flush, advance, runs } = counted()
    touch()
    flush()
    advance(1000)
    expect(runs()).toBe(1)
  })

  it('does nothing after it was called off', () => {
    const { touch, cancel, advance, runs } = counted()
    touch()
    cancel()
    advance(1000)
    expect(runs()).toBe(0)
  })
})
