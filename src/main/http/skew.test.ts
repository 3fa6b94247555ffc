import { describe, expect, it } from 'vitest'
import { createSkew } from './skew'

const URL_A = 'https://a.example/x/'
const NOW = Date.parse('2026-11-23T09:00:00Z')
const date = (ahead: number) => new Date(NOW + ahead).toUTCString()

describe('createSkew', () => {
  it('is the median of the last five answers', () => {
    const skew = createSkew(() => NOW)
    for (const ahead of [60_000, 3_600_000, 61_000, -9_000_000, 62_000]) skew.learn(URL_A, date(ahead), NOW)
    expect(skew.read()).toBe(61_500)
    for (let times = 0; times < 3; times += 1) skew.learn(URL_A, date(-30_000), NOW)
    expect(skew.read()).toBe(-29_500)
  })

  it('leaves less than five seconds alone', () => {
    const skew = createSkew(() => NOW)
    skew.learn(URL_A, date(4000), NOW)
    expect(skew.read()).toBe(0)
  })

  it('compares with the middle between question and answer', () => {
    const skew = createSkew(() => NOW)
    skew.learn(URL_A, date(0), NOW - 20_000)
    expect(skew.read()).toBe(10_500)
  })

  it('knows nothing without a Date, and starts anew with another server', () => {
    const skew = createSkew(() => NOW)
    expect(skew.read()).toBe(0)
    skew.learn(URL_A, date(60_000), NOW)
    skew.learn(URL_A, null, NOW)
    skew.learn(URL_A, 'yesterday', NOW)
    expect(skew.read()).toBe(60_500)
    skew.learn('https://b.example/', date(20_000), NOW)
    expect(skew.read()).toBe(20_500)
  })
})
