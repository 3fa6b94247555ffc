import { afterEach, describe, expect, it } from 'vitest'
import { clinicServer, type Answer } from '@main/testing/clinicServer'
import { manualTimers } from '@main/testing/manualTimers'
import type { AppError } from '@shared/errors'
import { status } from './status'

function traffic() {
  const timers = manualTimers()
  let hints = 0
  const rests: (AppError | null)[] = []
  const service = status({
    clock: timers.clock, after: timers.after, onChange: () => { hints += 1 }, onRest: (failing) => { rests.push(failing) },
  })
  const fail = (error: AppError, began = timers.clock()) => {
    service.observe({ kind: 'begun' })
    service.observe({ kind: 'failed', error, began })
  }
  const succeed = () => {
    service.observe({ kind: 'begun' })
    service.observe({ kind: 'succeeded' })
  }
  return { ...service, ...timers, fail, succeed, rests, hints: () => hints }
}

describe('sync status', () => {
  it('counts the requests under way', () => {
    const { observe, read } = traffic()
    observe({ kind: 'begun' })
    observe({ kind: 'begun' })
    observe({ kind: 'succeeded' })
    expect(read().working).toBe(1)
  })

  it.each<AppError>([
    { kind: 'offline', cause: 'dns' }, { kind: 'timeout' }, { kind: 'untrusted', code: 'CERT_DATE_INVALID' }, { kind: 'webPage' }, { kind: 'moved' },
    { kind: 'throttled', retryAfter: 30 }, { kind: 'server', status: 502 },
  ])('says since when the server is away: $kind', (error) => {
    const { fail, read, advance, clock } = traffic()
    const since = clock()
    fail({ kind: 'timeout' })
    advance(60_000)
    fail(error)
    expect(read()).toMatchObject({ failing: error, failingSince: since })
  })

  it.each<AppError>([{ kind: 'notFound' }, { kind: 'forbidden' }, { kind: 'invalid', fields: {} }, { kind: 'unusable', detail: 'shape' }])(
    'takes a refusal for an answer: $kind', (error) => {
      const { fail, read } = traffic()
      fail({ kind: 'offline', cause: 'unreachable' })
      fail(error)
      expect(read()).toMatchObject({ failing: null, failingSince: null, lastSuccess: null })
    })

  it('learns nothing about the server from a session that ended', () => {
    const { fail, read } = traffic()
    fail({ kind: 'timeout' })
    fail({ kind: 'signedOut', reason: 'ended' })
    expect(read().failing).toEqual({ kind: 'timeout' })
  })

  it.each<AppError>([{ kind: 'server', status: 500 }, { kind: 'timeout' }, { kind: 'webPage' }, { kind: 'offline', cause: 'dropped' }])(
    'does not take one bad route for a server that is away: $kind', (error) => {
      const { fail, succeed, read, advance } = traffic()
      succeed()
      advance(30_000)
      fail(error)
      expect(read().failing).toBeNull()
      advance(1)
      fail(error)
      expect(read().failing).toEqual(error)
    })

  it.each<AppError>([{ kind: 'offline', cause: 'unreachable' }, { kind: 'throttled', retryAfter: 30 }, { kind: 'untrusted', code: 'X' }, { kind: 'moved' }])(
    'knows at once that the server is away: $kind', (error) => {
      const { fail, succeed, read, advance } = traffic()
      succeed()
      advance(1)
      fail(error)
      expect(read().failing).toEqual(error)
    })

  it('does not believe a request that began before the last answer came', () => {
    const { fail, succeed, read, advance, clock } = traffic()
    const began = clock()
    advance(5000)
    succeed()
    fail({ kind: 'offline', cause: 'network' }, began)
    expect(read().failing).toBeNull()
  })

  it('tells when nothing is under way any more, and how things stand then', () => {
    const { observe, fail, succeed, rests } = traffic()
    observe({ kind: 'begun' })
    fail({ kind: 'timeout' })
    expect(rests).toEqual([])
    observe({ kind: 'succeeded' })
    fail({ kind: 'offline', cause: 'dns' })
    succeed()
    expect(rests).toEqual([null, { kind: 'offline', cause: 'dns' }, null])
  })

  it('is well again after a good answer, and knows when it came', () => {
    const { fail, succeed, read, advance, clock } = traffic()
    fail({ kind: 'timeout' })
    advance(1000)
    succeed()
    expect(read()).toEqual({ working: 0, lastSuccess: clock(), failing: null, failingSince: null })
  })

  it('hints once at what happens close together', () => {
    const { succeed, hints, advance } = traffic()
    for (let times = 0; times < 20; times++) succeed()
    advance(100)
    expect(hints()).toBe(1)
  })

  it('hints once a second while requests follow each other without a break', () => {
    const { observe, hints, advance } = traffic()
    observe({ kind: 'begun' })
    for (let times = 0; times < 100; times++) {
      observe({ kind: 'begun' })
      observe({ kind: 'succeeded' })
      advance(20)
    }
    expect(hints()).toBeGreaterThan(1)
    expect(hints()).toBeLessThan(5)
  })

  it.each<[string, 'succeeded' | 'failed']>([['the last of them ends', 'succeeded'], ['one fails', 'failed']])(
    'hints soon when %s', (_, kind) => {
      const { observe, hints, advance, clock } = traffic()
      const also = kind === 'failed' ? 1 : 0
      for (let times = 0; times < 2 + also; times++) observe({ kind: 'begun' })
      observe({ kind: 'succeeded' })
      advance(100)
      const before = hints()
      observe(kind === 'failed' ? { kind, error: { kind: 'notFound' }, began: clock() } : { kind })
      advance(100)
      expect(hints()).toBe(before + 1)
    })

  it('forgets the past for another session, but not the requests under way', () => {
    const { observe, succeed, fail, reset, read } = traffic()
    succeed()
    fail({ kind: 'timeout' })
    observe({ kind: 'begun' })
    reset()
    expect(read()).toEqual({ working: 1, lastSuccess: null, failing: null, failingSince: null })
  })
})

describe('sync status of the real client', () => {
  let close: () => Promise<void>
  afterEach(() => close())

  it('follows a server that fails and comes back', async () => {
    const { observe, read } = traffic()
    let answer: Answer = { status: 500 }
    const server = await clinicServer(() => answer, observe)
    close = server.close
    const pages = () => server.api.pages('api/hospitalstaff/', {}, async () => ({ next: null, rows: 0, count: null })).catch(() => undefined)
    await pages()
    expect(read()).toMatchObject({ working: 0, failing: { kind: 'server', status: 500 } })
    answer = { json: [] }
    await pages()
    expect(read()).toMatchObject({ working: 0, failing: null })
  })
})
