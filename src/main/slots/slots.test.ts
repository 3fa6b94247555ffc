import { setImmediate as turn } from 'node:timers/promises'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ClinicApi } from '@main/http/api'
import { clinicServer, type Answer } from '@main/testing/clinicServer'
import { directReader } from '@main/testing/directReader'
import { manualTimers } from '@main/testing/manualTimers'
import { slotRows } from './slotRows'
import { slots } from './slots'

const DAY = '2026-11-23'
const clinicOf = (path: string) => Number(/clinic_id=(\d+)/.exec(path)?.[1])
const row = (id: number, clinic: number, time = '09:00') => ({ id, date: DAY, start_time: time, end_time: '10:00:00.000000', clinic })
const oneSlot = (path: string): Answer => ({ json: [row(clinicOf(path), clinicOf(path))] })

let close: () => Promise<void>
afterEach(() => close())

async function desk(answer: (path: string) => Answer | Promise<Answer> = oneSlot) {
  const server = await clinicServer(answer)
  close = server.close
  const timers = manualTimers()
  const hints: number[][] = []
  const begun: unknown[] = []
  const pages: ClinicApi['pages'] = (path, query, take) => {
    begun.push(query['clinic_id'])
    return server.api.pages(path, query, take)
  }
  const service = slots({
    api: { pages }, read: directReader(slotRows), clock: timers.clock, after: timers.after,
    onChange: (clinicIds) => { hints.push(clinicIds) }, report: (cause) => { throw cause },
  })
  const day = (...clinicIds: number[]) => service.day({ date: DAY, clinicIds }).columns
  /** Waits for real answers without letting the service's own time pass. */
  const settled = (...clinicIds: number[]) => vi.waitFor(() => {
    const columns = day(...clinicIds)
    if (columns.some(({ stamp }) => stamp.loading)) throw new Error('still loading')
    return columns
  })
  return { ...service, ...timers, server, hints, begun, columns: day, settled }
}

describe('slots', () => {
  it('answers at once with empty columns that say they are loading, then with the slots', async () => {
    const { columns, settled, clock } = await desk()
    expect(columns(3)).toMatchObject([{ clinicId: 3, stamp: { fetchedAt: null, loading: true, failed: null } }])
    const [column] = await settled(3)
    expect([column!.ids, column!.starts, column!.ends].map((each) => [...each])).toEqual([[3], [32_400], [36_000]])
    expect(column!.stamp).toEqual({ fetchedAt: clock(), cached: false, loading: false, failed: null, unusable: 0 })
  })

  it('asks for each clinic once, however often its day is asked for', async () => {
    const { columns, settled, server } = await desk()
    for (let times = 0; times < 5; times++) columns(1, 2, 2)
    await settled(1, 2)
    expect(server.asked.sort()).toEqual(['api/clinic-appointment-slots/?clinic_id=1', 'api/clinic-appointment-slots/?clinic_id=2'])
  })

  it('asks again after a minute, and shows the old slots meanwhile', async () => {
    const { columns, settled, advance, server } = await desk()
    await settled(1)
    advance(59_000)
    expect(columns(1)[0]!.stamp.loading).toBe(false)
    advance(1000)
    expect(columns(1)).toMatchObject([{ ids: Int32Array.of(1), stamp: { loading: true } }])
    await settled(1)
    expect(server.asked).toHaveLength(2)
  })

  it('asks for at most four clinics at a time, in the order of the columns', async () => {
    const { settled, server, begun } = await desk(async (path) => {
      await new Promise((resolve) => { setTimeout(resolve, 50) })
      return oneSlot(path)
    })
    const ids = [9, 8, 7, 6, 5, 4, 3, 2, 1]
    await settled(...ids)
    expect(server.peak()).toBe(4)
    expect(begun).toEqual(ids)
  })

  it('does not ask for clinics that left the board while they waited', async () => {
    const { columns, settled, server } = await desk()
    columns(1, 2, 3, 4, 5, 6, 7, 8)
    await settled(20)
    expect(server.asked.map(clinicOf).sort()).toEqual([1, 2, 20, 3, 4])
  })

  it('hints once at clinics whose answers come close together', async () => {
    const { settled, hints, advance } = await desk()
    await settled(1, 2, 3)
    expect(hints).toEqual([])
    advance(50)
    expect(hints.map((ids) => [...ids].sort())).toEqual([[1, 2, 3]])
  })

  it.each<[string, Answer, object]>([
    ['a server error', { status: 500 }, { kind: 'server', status: 500 }],
    ['garbage', { text: '{"results": [' }, { kind: 'unusable', detail: 'json' }],
    ['JSON that is no list', { json: { detail: 'odd' } }, { kind: 'unusable', detail: 'shape' }],
    ['no permission', { status: 403, json: { detail: 'no' } }, { kind: 'forbidden' }],
  ])('keeps good slots and hints when %s follows', async (_, bad, error) => {
    let answer: Answer = { json: [row(1, 1)] }
    const { settled, refreshVisible, hints, advance, clock } = await desk(() => answer)
    await settled(1)
    const fetchedAt = clock()
    advance(30_000)
    answer = bad
    refreshVisible()
    const [column] = await settled(1)
    expect([...column!.ids]).toEqual([1])
    expect(column!.stamp).toEqual({ fetchedAt, cached: false, loading: false, failed: error, unusable: 0 })
    advance(50)
    expect(hints.at(-1)).toEqual([1])
  })

  it('keeps good slots whole when an answer breaks off in the middle of its pages', async () => {
    let broken = false
    const { settled, refreshVisible } = await desk((path) => {
      if (!path.includes('page=2')) return { json: { results: [row(broken ? 11 : 1, 1)], next: 'http://inner/?clinic_id=1&page=2' } }
      return broken ? { status: 500 } : { json: { results: [row(2, 1)], next: null } }
    })
    expect([...(await settled(1))[0]!.ids]).toEqual([1, 2])
    broken = true
    refreshVisible()
    const [column] = await settled(1)
    expect([...column!.ids]).toEqual([1, 2])
    expect(column!.stamp.failed).toEqual({ kind: 'server', status: 500 })
  })

  it('does not ask a failing server again before a minute has passed', async () => {
    const { settled, columns, server } = await desk(() => ({ status: 403, json: { detail: 'no' } }))
    await settled(1)
    columns(1)
    await turn()
    expect(server.asked).toHaveLength(1)
  })

  it('says how many rows could not be used and shows the rest', async () => {
    const bad = [
      { ...row(2, 1), end_time: '08:00' }, { ...row(3, 1), start_time: '22:00', end_time: '02:00' }, { id: 4, clinic: 1 }, row(5, 2),
    ]
    const { settled } = await desk(() => ({ json: [row(1, 1), ...bad, row(6, 1, '09:30:00')] }))
    const [column] = await settled(1)
    expect([...column!.ids]).toEqual([1, 6])
    expect(column!.stamp.unusable).toBe(4)
  })

  it('refreshes the clinics on the board and no others', async () => {
    const { settled, refreshVisible, server } = await desk()
    await settled(1)
    await settled(2)
    refreshVisible()
    await settled(2)
    expect(server.asked.map(clinicOf)).toEqual([1, 2, 2])
  })

  it('throws away what belongs to an earlier session, answers on their way included', async () => {
    const held: (() => void)[] = []
    const { settled, columns, reset, hints, advance, server } = await desk(async (path) => {
      if (server.asked.length === 1) await new Promise<void>((resolve) => { held.push(resolve) })
      return { json: [row(server.asked.length, clinicOf(path))] }
    })
    columns(1)
    await vi.waitFor(() => { expect(held).toHaveLength(1) })
    reset()
    expect([...(await settled(2))[0]!.ids]).toEqual([2])
    held[0]!()
    await new Promise((resolve) => { setTimeout(resolve, 50) })
    advance(50)
    expect(hints).toEqual([[2]])
    expect([...(await settled(1))[0]!.ids]).toEqual([3])
  })

  it('does not hint at clinics of an earlier session', async () => {
    const { settled, reset, hints, advance } = await desk()
    await settled(1)
    reset()
    advance(50)
    expect(hints).toEqual([])
  })
})
