import { afterEach, describe, expect, it, vi } from 'vitest'
import { clinicServer, type Answer } from '@main/testing/clinicServer'
import { directReader } from '@main/testing/directReader'
import { manualTimers } from '@main/testing/manualTimers'
import { callRequestRows } from './callRequestRows'
import { callRequests } from './callRequests'

const row = (id: number) => ({ id, request_date: '2026-11-23', doctor: { id: 1, name: 'Dr. Rao' } })

let close: () => Promise<void>
afterEach(() => close())

async function desk(answer: (path: string) => Answer | Promise<Answer>) {
  const server = await clinicServer(answer)
  close = server.close
  const timers = manualTimers()
  let hints = 0
  const service = callRequests({
    api: server.api,
    read: directReader(callRequestRows),
    clock: timers.clock,
    onChange: () => { hints += 1 },
    onMade: () => undefined,
    report: (cause) => { throw cause },
  })
  const settled = () => vi.waitFor(() => {
    const requests = service.list()
    if (requests.stamp.loading) throw new Error('still loading')
    return requests
  })
  return { ...service, ...timers, server, settled, hints: () => hints }
}

describe('callRequests', () => {
  it('answers at once, then with all pages, and hints once', async () => {
    const { list, settled, hints, clock } = await desk((path) =>
      ({ json: { results: [row(path.includes('page=2') ? 2 : 1)], next: path.includes('page=2') ? null : 'https://inner/?page=2' } }))
    expect(list()).toMatchObject({ ids: new Int32Array(), stamp: { loading: true, fetchedAt: null } })
    const { ids, stamp } = await settled()
    expect([...ids]).toEqual([1, 2])
    expect(stamp).toEqual({ fetchedAt: clock(), cached: false, loading: false, failed: null, unusable: 0 })
    expect(hints()).toBe(1)
  })

  it('asks again after a minute or on demand, once at a time', async () => {
    const { settled, list, refresh, advance, server } = await desk(() => ({ json: [row(1)] }))
    await settled()
    list()
    expect(server.asked).toHaveLength(1)
    refresh()
    refresh()
    await settled()
    expect(server.asked).toHaveLength(2)
    advance(60_000)
    list()
    await settled()
    expect(server.asked).toHaveLength(3)
  })

  it.each<[string, Answer, object]>([
    ['a server error', { status: 502 }, { kind: 'server', status: 502 }],
    ['garbage', { text: 'Traceback' }, { kind: 'unusable', detail: 'json' }],
    ['JSON that is no list', { json: 7 }, { kind: 'unusable', detail: 'shape' }],
  ])('keeps the good list when %s follows', async (_, bad, error) => {
    let answer: Answer = { json: [row(1), {}] }
    const { settled, refresh, clock, advance } = await desk(() => answer)
    await settled()
    const fetchedAt = clock()
    advance(5000)
    answer = bad
    refresh()
    expect(await settled()).toMatchObject({ ids: Int32Array.of(1), stamp: { fetchedAt, failed: error, unusable: 1 } })
  })

  it('forgets everything when the session changes, an answer on its way included', async () => {
    const held: (() => void)[] = []
    const { list, reset, settled, hints, server } = await desk(async () => {
      const asked = server.asked.length
      if (asked === 1) await new Promise<void>((resolve) => { held.push(resolve) })
      return { json: [row(asked)] }
    })
    list()
    await vi.waitFor(() => { expect(held).toHaveLength(1) })
    reset()
    expect([...(await settled()).ids]).toEqual([2])
    held[0]!()
    await new Promise((resolve) => { setTimeout(resolve, 50) })
    expect([...list().ids]).toEqual([2])
    expect(hints()).toBe(1)
  })
})
