import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueTimes, lifeOf } from './tokens'

const jwt = (claims: unknown) => `eyJhbGciOiJIUzI1NiJ9.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`

describe('lifeOf', () => {
  it('reads when a token was issued and ends', () => {
    const token = jwt({ exp: 1_718_877_901, iat: 1_718_877_601, user_id: 45 })
    expect(lifeOf(token)).toEqual({ expires: 1_718_877_901_000, issued: 1_718_877_601_000 })
    expect(lifeOf(jwt({ exp: 5, iat: 'then' }))).toEqual({ expires: 5000, issued: undefined })
  })

  it.each(['', 'opaque', 'a.b.c', 'a..c', jwt(null), jwt({ iat: 5 }), jwt({ exp: '5' }), `x.${Buffer.from('{"exp":1e999}').toString('base64url')}.y`])('knows nothing of %j', (token) => {
    expect(lifeOf(token)).toBeUndefined()
  })

  it('is content with any text', () => {
    fc.assert(fc.property(fc.string(), (text) => { expect(lifeOf(`a.${text}.b`)?.expires ?? 0).toBeTypeOf('number') }))
  })
})

describe('dueTimes', () => {
  const minutes = 60_000
  const at = 1_700_000_000_000
  const life = (length: number, issued = at) => ({ issued, expires: issued + length })

  it.each([
    [5 * minutes, 4 * minutes],
    [60 * minutes, 54 * minutes],
    [90_000, 45_000],
    [10_000, 5000],
  ])('makes a token of %i ms due after %i ms', (length, due) => {
    expect(dueTimes(life(length), at, 0)).toEqual({ due: at + due, ended: at + length })
  })

  it('counts with the server’s clock', () => {
    expect(dueTimes(life(5 * minutes, at + 60 * minutes), at, 60 * minutes)).toEqual({ due: at + 4 * minutes, ended: at + 5 * minutes })
  })

  it('makes a token that was kept since an earlier run due by the clock alone', () => {
    expect(dueTimes(life(5 * minutes, at - 60 * minutes), 0, 0)).toEqual({ due: at - 56 * minutes, ended: at - 55 * minutes })
  })

  it('never makes a fresh token due before half its life, however wrong our clock is', () => {
    fc.assert(fc.property(fc.integer({ min: -1e10, max: 1e10 }), fc.integer({ min: 0, max: 1e8 }), (wrong, length) => {
      expect(dueTimes(life(length, at + wrong), at, 0).due).toBeGreaterThanOrEqual(at + length / 2)
    }))
  })
})
