import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beginningOf, followingOf } from './beginning'

const bytes = (text: string) => new TextEncoder().encode(text)
/** In pieces of a few bytes: what is looked for may lie across two. */
const pieces = (text: string) => {
  const whole = bytes(text)
  return Array.from({ length: Math.ceil(whole.length / 3) }, (_, place) => whole.subarray(3 * place, 3 * place + 3))
}
const parsed = (json: Uint8Array) => JSON.parse(new TextDecoder().decode(json)) as unknown[]
const begun = (text: string) => beginningOf(bytes(text), parsed(bytes(text)).length)!

/** What is read of `text` when `before` was read already: its rows, or undefined when it is no JSON. */
function readAfter(before: string, text: string): unknown[] | undefined {
  const following = followingOf(pieces(text), begun(before))
  try {
    return following ? [...parsed(bytes(before)), ...parsed(following.json)] : parsed(bytes(text))
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
    const { json, beginning } = followingOf(pieces('[{"id":1},{"id":2},{"id":3}]'), begun('[{"id":1}]'))!
    expect(parsed(json)).toEqual([{ id: 2 }, { id: 3 }])
    expect(beginning(2)).toEqual(begun('[{"id":1},{"id":2},{"id":3}]'))
  })

  it('is nothing when nothing was added', () => {
    const before = begun('[{"id":1}]')
    const { json, beginning } = followingOf(pieces('[{"id":1}]'), before)!
    expect([parsed(json), beginning(0)]).toEqual([[], before])
  })

  it('is known by the same head and digest as the whole body is, be the first answer shorter than the head or not', () => {
    for (const size of [10, 300, 5000, ...Array.from({ length: 12 }, (_, more) => 4085 + more)]) {
      const [first, second] = [`["${'x'.repeat(size)}"]`, `["${'x'.repeat(size)}","${'y'.repeat(20)}"]`]
      expect(followingOf(pieces(second), begun(first))!.beginning(1)).toEqual(begun(second))
    }
  })

  it('is nobody knows what when only what follows the head differs', () => {
    const text = (last: string) => `["${'x'.repeat(5000)}","${last}"]`
    expect(followingOf(pieces(text('b,"c"')), begun(text('a')))).toBeUndefined()
    expect(followingOf(pieces(text('a').replace(']', ',1]')), begun(text('a')))).toBeDefined()
  })

  it.each([
    ['a row changed', '[{"id":9},{"id":2}]'], ['a row went', '[{"id":2}]'], ['a row came first', '[{"id":0},{"id":1},{"id":2}]'],
    ['it became shorter', '[]'], ['a row goes on', '[{"id":1},{"id":2}.5]'],
  ])('is nobody knows what when %s', (_, text) => {
    expect(followingOf(pieces(text), begun('[{"id":1},{"id":2}]'))).toBeUndefined()
  })

  it('does not take the rest of a number for its end', () => { expect(readAfter('[1]', '[12]')).toEqual([12]) })

  it.each(['{"results":[{"id":1}],"next":null}', '[]', ' [ ] '])('is not known again of %s', (text) => {
    expect(beginningOf(bytes(text), text.startsWith('{') ? 1 : 0)).toBeUndefined()
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
