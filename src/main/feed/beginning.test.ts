import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { continued } from './beginning'

const bytes = (text: string) => new TextEncoder().encode(text)
/** In pieces of a few bytes: what is looked for may lie across two. */
const pieces = (text: string) => {
  const whole = bytes(text)
  return Array.from({ length: Math.ceil(whole.length / 3) }, (_, place) => whole.subarray(3 * place, 3 * place + 3))
}
const parsed = (json: Uint8Array) => JSON.parse(new TextDecoder().decode(json)) as unknown[]
const beginningOf = (text: string) => continued(pieces(text), undefined).beginning(parsed(bytes(text)).length)!

/** What is read of `text` when `before` was read already: its rows, or undefined when it is no JSON. */
function readAfter(before: string, text: string): unknown[] | undefined {
  const { json, isKnown } = continued(pieces(text), beginningOf(before))
  try {
    return isKnown ? [...parsed(bytes(before)), ...parsed(json)] : parsed(json)
  } catch {
    return undefined
  }
}
const readWhole = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const spaces = fc.stringMatching(/^[ \n\r\t]{0,3}$/)
const texts = (rows: fc.Arbitrary<unknown[]>) =>
  fc.tuple(rows, spaces, spaces).map(([all, inner, outer]) => `${outer}[${inner}${all.map((row) => JSON.stringify(row)).join(`${inner},${inner}`)}${inner}]${outer}`)

describe('what is new in a body', () => {
  it('is what was added at the end, and nothing of it is read twice', () => {
    const { json, isKnown, beginning } = continued(pieces('[{"id":1},{"id":2},{"id":3}]'), beginningOf('[{"id":1}]'))
    expect([isKnown, parsed(json)]).toEqual([true, [{ id: 2 }, { id: 3 }]])
    expect(beginning(2)).toEqual(beginningOf('[{"id":1},{"id":2},{"id":3}]'))
  })

  it('is nothing when nothing was added', () => {
    const before = beginningOf('[{"id":1}]')
    const { json, isKnown, beginning } = continued(pieces('[{"id":1}]'), before)
    expect([isKnown, parsed(json), beginning(0)]).toEqual([true, [], before])
  })

  it.each([
    ['a row changed', '[{"id":9},{"id":2}]'], ['a row went', '[{"id":2}]'], ['a row came first', '[{"id":0},{"id":1},{"id":2}]'],
    ['it became shorter', '[]'], ['a row goes on', '[{"id":1},{"id":2}.5]'],
  ])('is all of it when %s', (_, text) => {
    const { json, isKnown } = continued(pieces(text), beginningOf('[{"id":1},{"id":2}]'))
    expect([isKnown, new TextDecoder().decode(json)]).toEqual([false, text])
  })

  it('does not take the rest of a number for its end', () => { expect(readAfter('[1]', '[12]')).toEqual([12]) })

  it.each(['{"results":[{"id":1}],"next":null}', '[]', ' [ ] '])('is not known again of %s', (text) => {
    const { beginning } = continued(pieces(text), undefined)
    expect(beginning(text.startsWith('{') ? 1 : 0)).toBeUndefined()
  })

  it('is the same rows as of the whole body, whatever they are and whatever stands between them', () => {
    const row = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.string(), fc.record({ id: fc.integer() }))
    const rows = fc.array(row, { minLength: 1, maxLength: 5 })
    fc.assert(fc.property(texts(rows), texts(rows), (before, other) => {
      const longer = `${before.trimEnd().slice(0, -1)},${other.trim().slice(1)}`
      for (const text of [longer, other, before]) expect(readAfter(before, text)).toEqual(JSON.parse(text))
    }))
  })

  it('is valid exactly when the whole body is, however it goes on', () => {
    const tail = fc.array(fc.constantFrom(',', ']', '[', '}', '{', ' ', '1', '"', '.', '\uFEFF', 'null'), { maxLength: 6 }).map((parts) => parts.join(''))
    fc.assert(fc.property(fc.constantFrom('[1', '[{"id":1}', '["a"', '[null,[2]'), tail, (head, rest) => {
      expect(readAfter(`${head}]`, head + rest)).toEqual(readWhole(head + rest))
    }), { numRuns: 1000 })
  })
})
