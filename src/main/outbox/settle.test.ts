import { describe, expect, it } from 'vitest'
import { settle } from './settle'

/** A list that shows these ids at each look; null is a look that fails. */
function looking(...looks: (number[] | null)[]) {
  const slept: number[] = []
  let look = -1
  const creation = {
    anew: async () => looks[look += 1] !== null,
    alike: () => looks[look] ?? [],
    near: () => looks[look] ?? [],
  }
  const sleep = async (milliseconds: number) => { slept.push(milliseconds) }
  const options = { before: [1], claimed: new Set<number>(), at: [0, 2000, 5000, 10_000], sleep }
  return { verdict: (isThere = () => true) => settle(creation, { ...options, isThere }), slept, looks: () => look + 1 }
}

describe('settle', () => {
  it('looks at once, and after 2, 5 and 10 seconds', async () => {
    const { verdict, slept } = looking([1], [1], [1], [1])
    expect(await verdict()).toEqual({ state: 'notMade' })
    expect(slept).toEqual([2000, 3000, 5000])
  })

  it('stops at the first look that shows the row', async () => {
    const { verdict, slept } = looking([1], [1, 2])
    expect(await verdict()).toEqual({ state: 'made', id: 2 })
    expect(slept).toEqual([2000])
  })

  it('goes on after looks that fail', async () => {
    expect(await looking(null, null, null, [1, 2]).verdict()).toEqual({ state: 'made', id: 2 })
    expect(await looking(null, null, null, [1]).verdict()).toEqual({ state: 'notMade' })
  })

  it('is uncertain when all looks fail, or only the last: the row may have come after the one before', async () => {
    expect(await looking(null, null, null, null).verdict()).toMatchObject({ state: 'uncertain' })
    expect(await looking([1], [1], [1], null).verdict()).toMatchObject({ state: 'uncertain' })
  })

  it('looks again when several rows are new: one of them may go', async () => {
    expect(await looking([2, 3], [2, 3], [2, 3], [2, 3]).verdict()).toMatchObject({ state: 'uncertain' })
    expect(await looking([2, 3], [1, 3]).verdict()).toEqual({ state: 'made', id: 3 })
  })

  it('looks no more once nobody waits', async () => {
    const { verdict, looks } = looking([1], [1], [1], [1])
    await verdict(() => looks() < 2)
    expect(looks()).toBe(2)
  })
})
