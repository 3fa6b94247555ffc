import { describe, expect, it } from 'vitest'
import { nowAndNext } from './nowAndNext'

const at = (hour: number, minute = 0) => hour * 3600 + minute * 60
const slot = (start: number, end: number) => ({ start, end })
const slots = [slot(at(9), at(9, 15)), slot(at(9, 15), at(9, 30)), slot(at(10), at(10, 20)), slot(at(11), at(11, 20))]

describe('now and next', () => {
  it('are the slot that has begun and not ended, and the two that begin after that', () => {
    expect(nowAndNext(slots, at(9, 5))).toEqual({ now: [slots[0]], next: [slots[1], slots[2]] })
  })

  it('change at the very second at which one ends and the other begins', () => {
    expect(nowAndNext(slots, at(9, 15) - 1).now).toEqual([slots[0]])
    expect(nowAndNext(slots, at(9, 15)).now).toEqual([slots[1]])
  })

  it('may be nothing: in a gap, before the first, after the last', () => {
    expect(nowAndNext(slots, at(9, 45)).now).toEqual([])
    expect(nowAndNext(slots, at(7))).toEqual({ now: [], next: [slots[0], slots[1]] })
    expect(nowAndNext(slots, at(20))).toEqual({ now: [], next: [] })
    expect(nowAndNext([], at(9))).toEqual({ now: [], next: [] })
  })

  it('say a time that is published twice once, in whatever order the slots come', () => {
    const twice = [slots[2]!, slots[0]!, slots[0]!, slot(at(9), at(9, 20))]
    expect(nowAndNext(twice, at(9, 5))).toEqual({ now: [slots[0], slot(at(9), at(9, 20))], next: [slots[2]] })
  })

  it('last until midnight', () => {
    expect(nowAndNext([slot(at(23, 30), at(24))], at(23, 59)).now).toHaveLength(1)
  })
})
