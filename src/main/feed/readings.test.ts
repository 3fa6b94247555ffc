import { describe, expect, it } from 'vitest'
import { AppFailure } from '@shared/errors'
import type { RowReader } from './reader'
import { readings } from './readings'

const numbers = (): RowReader<number[]> => {
  const found: number[] = []
  return { add: (row) => typeof row === 'number' && found.push(row) > 0, finish: () => found }
}
const body = (text: string) => new TextEncoder().encode(text)
const of = (load: number) => ({ load, kind: 'numbers', subject: 0 })

describe('readings', () => {
  it('reads a plain array, counting rows that can not be used', () => {
    const { take, finish } = readings({ numbers })
    expect(take(of(1), body('[1, "two", 3, null]'))).toEqual({ next: null, rows: 4, count: null })
    expect(finish(of(1))).toEqual({ value: [1, 3], unusable: 2 })
  })

  it('joins the pages of an envelope and says where the next one is', () => {
    const { take, finish } = readings({ numbers })
    expect(take(of(1), body('{"count":3,"next":"http://inner/x/?page=2","previous":null,"results":[1,2]}'))).toEqual({ next: 'http://inner/x/?page=2', rows: 2, count: 3 })
    expect(take(of(1), body('{"results":[3],"next":null}'))).toEqual({ next: null, rows: 1, count: null })
    expect(finish(of(1))).toEqual({ value: [1, 2, 3], unusable: 0 })
  })

  it('keeps answers that come side by side apart', () => {
    const { take, finish } = readings({ numbers })
    take(of(1), body('[1]'))
    take(of(2), body('[2]'))
    take(of(1), body('[3]'))
    expect([finish(of(1)).value, finish(of(2)).value]).toEqual([[1, 3], [2]])
  })

  it('keeps nothing of an answer that is finished', () => {
    const { take, finish } = readings({ numbers })
    take(of(1), body('[1]'))
    finish(of(1))
    expect(finish(of(1)).value).toEqual([])
  })

  it('forgets an answer that is dropped', () => {
    const { take, finish, drop } = readings({ numbers })
    take(of(1), body('[1]'))
    drop(of(1))
    expect(finish(of(1))).toEqual({ value: [], unusable: 0 })
  })

  it.each([
    ['json', 'nonsense'], ['json', '[1, 2'], ['json', ''], ['shape', '"text"'], ['shape', 'null'], ['shape', '{"detail":"no"}'],
    ['shape', '{"results":{},"next":null}'], ['shape', '{"results":[],"next":7}'],
  ])('refuses a body that is no list (%s): %s', (detail, text) => {
    const { take } = readings({ numbers })
    expect(() => take(of(1), body(text))).toThrow(new AppFailure({ kind: 'unusable', detail: detail as 'json' | 'shape' }))
  })

  it('refuses text that is not UTF-8', () => {
    expect(() => readings({ numbers }).take(of(1), Uint8Array.of(0x22, 0xff, 0x22))).toThrow(AppFailure)
  })
})
