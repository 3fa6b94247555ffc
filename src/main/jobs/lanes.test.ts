import { describe, expect, it } from 'vitest'
import { lanes } from './lanes'

/** Lanes, and the numbers that were taken so far. */
function of(most: () => number) {
  const ways = lanes(most)
  const taken: number[] = []
  const take = () => { void ways.take().then((lane) => taken.push(lane)) }
  return { ...ways, taken, take, settled: () => new Promise((resolve) => { setTimeout(resolve) }) }
}

describe('lanes', () => {
  it('gives each free lane to one, and the others wait their turn', async () => {
    const { take, give, taken, settled } = of(() => 2)
    for (let asked = 0; asked < 4; asked += 1) take()
    await settled()
    expect(taken).toEqual([1, 2])
    give(2)
    await settled()
    expect(taken).toEqual([1, 2, 2])
    give(1)
    await settled()
    expect(taken).toEqual([1, 2, 2, 1])
  })

  it('opens no lane beyond what holds now, and more of them when more are allowed', async () => {
    let most = 3
    const { take, give, taken, settled } = of(() => most)
    for (let asked = 0; asked < 6; asked += 1) take()
    most = 1
    give(1)
    give(2)
    await settled()
    expect(taken).toEqual([1, 2, 3])
    give(3)
    await settled()
    expect(taken).toEqual([1, 2, 3, 1])
    most = 2
    give(1)
    await settled()
    expect(taken).toEqual([1, 2, 3, 1, 1, 2])
  })
})
