import { describe, expect, it, vi } from 'vitest'
import { manualTimers } from '@main/testing/manualTimers'
import { listFeed } from './listFeed'
import type { Reading } from './reader'

function controlled() {
  const timers = manualTimers()
  let hints = 0
  const fetches: { resolve: (value: string) => void, reject: (cause: unknown) => void }[] = []
  const list = listFeed({
    empty: '',
    fetch: () => new Promise<Reading<string>>((resolve, reject) => {
      fetches.push({ resolve: (value) => { resolve({ value, unusable: 0 }) }, reject })
    }),
    clock: timers.clock,
    report: () => 'ref',
    onChange: () => { hints += 1 },
  })
  return { ...timers, ...list, fetches, hints: () => hints }
}

describe('listFeed', () => {
  it('is fetched for whoever needs it fresh, once a minute and once for all', async () => {
    const { fresh, fetches, advance, hints } = controlled()
    const both = Promise.all([fresh(), fresh()])
    fetches[0]!.resolve('a')
    expect(await both).toEqual([true, true])
    expect(await fresh()).toBe(true)
    expect([fetches.length, hints()]).toEqual([1, 1])
    advance(60_000)
    const later = fresh()
    fetches[1]!.reject(new Error('away'))
    expect(await later).toBe(false)
  })

  it('hints when it is amended', async () => {
    const { fresh, fetches, amend, value, hints } = controlled()
    const known = fresh()
    fetches[0]!.resolve('a')
    await known
    amend((text) => `${text}!`)
    expect([value(), hints()]).toEqual(['a!', 2])
  })

  it('belongs to one session: an answer for the one before is not shown and not hinted at', async () => {
    const { look, reset, fetches, value, stamp, hints } = controlled()
    look()
    reset()
    fetches[0]!.resolve('theirs')
    await vi.waitFor(() => { expect(stamp().loading).toBe(false) })
    expect([value(), stamp().fetchedAt, hints()]).toEqual(['', null, 0])
  })
})
