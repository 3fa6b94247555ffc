import { describe, expect, it } from 'vitest'
import { AppFailure } from '@shared/errors'
import { followingOf } from './beginning'
import type { Reading, RowReader } from './reader'
import { readings } from './readings'

const numbers = (): RowReader<number[]> => {
  const found: number[] = []
  return { add: (row) => typeof row === 'number' && found.push(row) > 0, finish: () => found }
}
const body = (text: string) => [new TextEncoder().encode(text)]
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
    expect(() => readings({ numbers }).take(of(1), [Uint8Array.of(0x22, 0xff, 0x22)])).toThrow(AppFailure)
  })
})

describe('readings of a kind that can go on', () => {
  const added: unknown[] = []
  const growing = (): RowReader<number[]> => {
    const found: number[] = []
    return {
      add(row) {
        added.push(row)
        return typeof row === 'number' && found.push(row) > 0
      },
      finish: () => found,
      goOn(from) { found.push(...from) },
    }
  }
  const at = (load: number) => ({ load, kind: 'growing', subject: 0 })
  function read(texts: string[], before?: Reading<unknown>) {
    const { take, finish } = readings({ growing, numbers })
    added.length = 0
    const following = before && followingOf(body(texts[0]!), before.beginning!)
    const pages = texts.map((text, page) => take(at(1), body(text), page === 0 && following ? { before, following } : undefined))
    return { pages, reading: finish(at(1)), added: [...added] }
  }

  it('reads only what came since an answer that began in the same way', () => {
    const before = read(['[1,"two",3]']).reading
    const { pages, reading, added: anew } = read(['[1,"two",3,"four",5]'], before)
    expect(pages).toEqual([{ next: null, rows: 5, count: null }])
    expect(reading).toMatchObject({ value: [1, 3, 5], unusable: 2 })
    expect(anew).toEqual(['four', 5])
    expect(read(['[1,"two",3,"four",5]']).reading).toEqual(reading)
  })

  it('does not say how an answer of several pages began, nor one of a kind that can not go on', () => {
    expect(read(['{"results":[1],"next":"?page=2"}', '{"results":[2],"next":null}']).reading).toEqual({ value: [1, 2], unusable: 0 })
    const { take, finish } = readings({ growing, numbers })
    take(of(1), body('[1]'))
    expect(finish(of(1))).toEqual({ value: [1], unusable: 0 })
  })

  it('refuses what is broken after the known rows', () => {
    const before = read(['[1,2]']).reading
    expect(() => read(['[1,2,nonsense]'], before)).toThrow(new AppFailure({ kind: 'unusable', detail: 'json' }))
  })
})
