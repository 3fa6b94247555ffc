import { describe, expect, it, vi } from 'vitest'
import { manualTimers } from '@main/testing/manualTimers'
import { emptyStamp } from '@shared/domain/stamp'
import { AppFailure } from '@shared/errors'

import { feed, type Fetched } from './feed'
import type { Reading } from './reader'

function controlled() {
  const timers = manualTimers()
  const reported: unknown[] = []
  const fetches: { signal: AbortSignal, resolve: (reading: Reading<string>) => void, reject: (cause: unknown) => void }[] = []
  const list = feed({
    empty: '',
    fetch: (signal) => new Promise<Reading<string>>((resolve, reject) => { fetches.push({ signal, resolve, reject }) }),
    clock: timers.clock,
    report: (cause) => `ref${reported.push(cause)}`,
  })
  return { ...timers, ...list, fetches, reported }
}

describe('feed', () => {
  it('is due until it was fetched, and again a minute later', async () => {
    const { isDue, load, fetches, advance } = controlled()
    expect(isDue()).toBe(true)
    const loading = load()
    expect(isDue()).toBe(false)
    fetches[0]!.resolve({ value: 'a', unusable: 2 })
    await loading
    expect(isDue()).toBe(false)
    advance(59_999)
    expect(isDue()).toBe(false)
    advance(1)
    expect(isDue()).toBe(true)
  })

  it('fetches once at a time', async () => {
    const { load, fetches } = controlled()
    const both = Promise.all([load(), load()])
    expect(fetches).toHaveLength(1)
    fetches[0]!.resolve({ value: 'a', unusable: 0 })
    await both
    void load()
    expect(fetches).toHaveLength(2)
  })

  it('leaves the last good answer and its age when a fetch fails', async () => {
    const { load, fetches, value, stamp, advance, clock } = controlled()
    const first = load()
    fetches[0]!.resolve({ value: 'good', unusable: 1 })
    await first
    const fetchedAt = clock()
    advance(90_000)
    const second = load()
    expect(stamp()).toEqual({ fetchedAt, cached: false, loading: true, failed: null, unusable: 1 })
    fetches[1]!.reject(new AppFailure({ kind: 'server', status: 500 }))
    await second
    expect(value()).toBe('good')
    expect(stamp()).toEqual({ fetchedAt, cached: false, loading: false, failed: { kind: 'server', status: 500 }, unusable: 1 })
  })

  it('renews the age of what is known when the server says that nothing has changed', async () => {
    const timers = manualTimers()
    const answers: (Fetched<string> | 'unchanged')[] = [{ value: 'good', unusable: 1, validator: { etag: '"7"', lastModified: null } }, 'unchanged', 'unchanged']
    const asked: unknown[] = []
    const { load, stamp, value, amend } = feed({
      empty: '', clock: timers.clock, report: () => 'ref',
      fetch: (_, known) => {
        asked.push(known?.etag)
        return Promise.resolve(answers.shift()!)
      },
    })
    await load()
    timers.advance(60_000)
    amend((text) => `${text} and more`)
    await load()
    await load()
    expect(asked).toEqual([undefined, '"7"', '"7"'])
    expect([value(), stamp()]).toEqual(['good and more', { ...emptyStamp, fetchedAt: timers.clock(), unusable: 1 }])
  })

  it('asks with the last good answer as it came, whatever was changed in it since', async () => {
    const asked: unknown[] = []
    const answers: (Fetched<string> | 'unchanged')[] = [{ value: 'a', unusable: 0 }, 'unchanged', { value: 'b', unusable: 1 }, 'unchanged']
    const { seed, load, amend } = feed({
      empty: '', clock: () => 0, report: () => 'ref',
      fetch: (_, __, before) => {
        asked.push(before)
        return Promise.resolve(answers.shift()!)
      },
    })
    seed({ value: 'kept', fetchedAt: 0, unusable: 0 })
    for (let turn = 0; turn < 4; turn += 1) {
      await load()
      amend((text) => `${text}!`)
    }
    expect(asked).toEqual([null, { value: 'a', unusable: 0 }, { value: 'a', unusable: 0 }, { value: 'b', unusable: 1 }])
  })

  it('tells what took the place of what, but not of the first answer', async () => {
    const renewed: unknown[] = []
    const answers = ['a', 'b']
    const { load, amend } = feed({
      empty: '', clock: () => 0, report: () => 'ref',
      fetch: () => Promise.resolve({ value: answers.shift()!, unusable: 0 }),
      onRenewed: (...both) => { renewed.push(both) },
    })
    await load()
    amend((text) => `${text}!`)
    await load()
    expect(renewed).toEqual([['a!', 'b']])
  })

  it('clears the failure with the next good answer', async () => {
    const { load, fetches, stamp } = controlled()
    const first = load()
    fetches[0]!.reject(new AppFailure({ kind: 'timeout' }))
    await first
    const second = load()
    fetches[1]!.resolve({ value: 'good', unusable: 0 })
    await second
    expect(stamp().failed).toBeNull()
  })

  it('reports a fault of ours and shows its reference only', async () => {
    const { load, fetches, stamp, reported } = controlled()
    const loading = load()
    fetches[0]!.reject(new Error('a fault'))
    await loading
    expect(stamp().failed).toEqual({ kind: 'unexpected', ref: 'ref1' })
    expect(reported).toHaveLength(1)
  })

  it('aborts its fetch when closed, and reports nothing of it', async () => {
    const { load, close, fetches, reported } = controlled()
    const loading = load()
    close()
    expect(fetches[0]!.signal.aborted).toBe(true)
    fetches[0]!.reject(fetches[0]!.signal.reason)
    await loading
    expect(reported).toEqual([])
  })

  it('is fresh for a minute after a good answer, whatever fails meanwhile', async () => {
    const { load, fetches, isFresh, advance } = controlled()
    const first = load()
    fetches[0]!.resolve({ value: 'a', unusable: 0 })
    await first
    advance(30_000)
    const second = load()
    fetches[1]!.reject(new AppFailure({ kind: 'timeout' }))
    await second
    expect(isFresh()).toBe(true)
    advance(30_000)
    expect(isFresh()).toBe(false)
  })

  it('asks anew after what is under way, which was asked too early', async () => {
    const { load, loadAnew, fetches, value } = controlled()
    void load()
    const anew = loadAnew()
    expect(fetches).toHaveLength(1)
    fetches[0]!.resolve({ value: 'early', unusable: 0 })
    await vi.waitFor(() => { expect(fetches).toHaveLength(2) })
    fetches[1]!.resolve({ value: 'late', unusable: 0 })
    expect([await anew, value()]).toEqual([true, 'late'])
  })

  it('says when asking anew failed', async () => {
    const { loadAnew, fetches } = controlled()
    const anew = loadAnew()
    await vi.waitFor(() => { expect(fetches).toHaveLength(1) })
    fetches[0]!.reject(new AppFailure({ kind: 'timeout' }))
    expect(await anew).toBe(false)
  })

  it('keeps a change through the answer that was on its way, and no longer', async () => {
    const { load, amend, fetches, value } = controlled()
    const add = (text: string) => text.includes('!') ? text : `${text}!`
    amend(add)
    expect(value()).toBe('')
    const loads = async (text: string, meanwhile: () => void) => {
      const loading = load()
      meanwhile()
      fetches.at(-1)!.resolve({ value: text, unusable: 0 })
      await loading
      return value()
    }
    expect(await loads('a', () => undefined)).toBe('a')
    amend(add)
    expect(value()).toBe('a!')
    expect(await loads('b', () => { amend(add) })).toBe('b!')
    expect(await loads('c', () => undefined)).toBe('c')
  })
})

describe('feed that is kept between starts', () => {
  function keeping() {
    const kept: unknown[] = []
    const timers = manualTimers()
    const answers: (() => Promise<Reading<string>>)[] = []
    const list = feed<string>({ empty: '', fetch: () => answers.shift()!(), clock: timers.clock, report: () => 'ref', keep: (each) => { kept.push(each) } })
    const answer = (value: string, unusable = 0) => { answers.push(async () => ({ value, unusable })) }
    const refuse = (kind: 'timeout') => { answers.push(() => Promise.reject(new AppFailure({ kind }))) }
    return { ...timers, ...list, kept, answer, refuse }
  }

  it('shows what was kept, with its age, as not confirmed, not fresh and due', () => {
    const { seed, value, stamp, isFresh, isDue, clock, kept } = keeping()
    seed({ value: 'old', fetchedAt: clock() - 1000, unusable: 2 })
    expect(value()).toBe('old')
    expect(stamp()).toEqual({ fetchedAt: clock() - 1000, cached: true, loading: false, failed: null, unusable: 2 })
    expect([isFresh(), isDue(), kept]).toEqual([false, true, []])
  })

  it('is still what was kept after a failure, and the server’s own after an answer', async () => {
    const { seed, load, stamp, value, answer, refuse, clock } = keeping()
    seed({ value: 'old', fetchedAt: 5, unusable: 0 })
    refuse('timeout')
    await load()
    expect([value(), stamp()]).toEqual(['old', { fetchedAt: 5, cached: true, loading: false, failed: { kind: 'timeout' }, unusable: 0 }])
    answer('new', 1)
    await load()
    expect([value(), stamp()]).toEqual(['new', { fetchedAt: clock(), cached: false, loading: false, failed: null, unusable: 1 }])
  })

  it('takes nothing that was kept once the server has answered', async () => {
    const { seed, load, value, answer } = keeping()
    answer('new')
    await load()
    seed({ value: 'old', fetchedAt: 5, unusable: 0 })
    expect(value()).toBe('new')
  })

  it('keeps good answers and their changes, and nothing else', async () => {
    const { seed, load, amend, close, answer, refuse, kept, clock } = keeping()
    seed({ value: 'old', fetchedAt: 5, unusable: 0 })
    amend((text) => `${text}!`)
    refuse('timeout')
    await load()
    expect(kept).toEqual([])
    answer('new', 1)
    await load()
    amend((text) => `${text}!`)
    const expected = ['new', 'new!'].map((value) => ({ value, fetchedAt: clock(), unusable: 1 }))
    expect(kept).toEqual(expected)
    answer('late')
    const loading = load()
    close()
    await loading
    expect(kept).toEqual(expected)
  })
})
