import * as fs from 'node:fs/promises'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { composedDesk, type ComposedDesk } from '@main/testing/composedDesk'
import { addDays } from '@shared/domain/time'

const TODAY = '2026-11-23'
/** Days, lists and the manifest. */
const FILES = 75 + 4 + 1

let desk: ComposedDesk
afterEach(() => desk.close())

const segments = async () => (await fs.readdir(desk.folder, { recursive: true })).filter((name) => name.endsWith('.seg')).length
const settled = <T extends { stamp: { loading: boolean } }>(ask: () => Promise<T>) => vi.waitFor(async () => {
  const answer = await ask()
  if (answer.stamp.loading) throw new Error('still loading')
  return answer
}, { interval: 100 })

/** All that a person sees, once nothing is under way. */
async function seen(date = TODAY) {
  const { clinics, gone, failures, stamp } = await settled(() => desk.ask('directory:read'))
  const clinicIds = [...clinics, ...gone].map(({ id }) => id).sort((a, b) => a - b)
  const { columns } = await vi.waitFor(async () => {
    const day = await desk.day({ date, clinicIds })
    if (day.columns.some((column) => column.stamp.loading)) throw new Error('still loading')
    return day
  }, { interval: 100 })
  const staff = await settled(() => desk.ask('staff:list'))
  const departments = await settled(() => desk.ask('departments:list'))
  const requests = await settled(() => desk.ask('callRequests:list'))
  return {
    rows: {
      clinics, slots: columns.map(({ clinicId, ids }) => [clinicId, ...ids]),
      staff: staff.names, departments: departments.rows, requests: [...requests.ids],
    },
    gone, failures, columns,
    stamps: [stamp, ...columns.map((column) => column.stamp), staff.stamp, departments.stamp, requests.stamp],
  }
}

async function worked() {
  desk = await composedDesk()
  const before = await seen()
  await vi.waitFor(async () => { expect(await segments()).toBe(FILES) })
  // The manifest is written last, and each answer may write it once more.
  await new Promise((resolve) => { setTimeout(resolve, 1200) })
  return before
}

describe('a start after a day’s work', () => {
  it('without a network shows all that was there, says that it is kept and why it is not newer', async () => {
    const before = await worked()
    const at = desk.clock.now
    expect(before.rows.slots.flat().length).toBeGreaterThan(50)
    desk.clock.now += 240_000
    await desk.goAway()
    await desk.restart()
    const after = await seen()
    expect(after.rows).toEqual(before.rows)
    expect([after.gone, after.failures]).toEqual([[], []])
    for (const stamp of after.stamps) expect(stamp).toMatchObject({ fetchedAt: at, cached: true, failed: { kind: 'offline' } })
  })

  it('never shows a day that is not kept as one without slots', async () => {
    await worked()
    await desk.goAway()
    await desk.restart()
    for (const { stamp } of (await seen(addDays(TODAY, 200))).columns) expect(stamp).toMatchObject({ fetchedAt: null, failed: { kind: 'offline' } })
    for (const { stamp } of (await seen(addDays(TODAY, 5))).columns) expect(stamp.fetchedAt).not.toBeNull()
  })

  it('goes on live when the server answers', async () => {
    const before = await worked()
    desk.clock.now += 60_000
    await desk.restart()
    const after = await seen()
    expect(after.rows).toEqual(before.rows)
    for (const stamp of after.stamps) expect(stamp).toMatchObject({ fetchedAt: desk.clock.now, cached: false, failed: null })
  })

  it.each([
    ['an error', 500, '{}'], ['a web page', 200, '<html>'], ['half an answer', 200, '[{"id": 1,'],
  ])('keeps what is there when the server answers with %s', async (_, status, body) => {
    const before = await worked()
    desk.server.fault = async ({ response }) => { response.writeHead(status, { 'content-type': 'application/json' }).end(body) }
    await desk.restart()
    const after = await seen()
    expect(after.rows).toEqual(before.rows)
    for (const stamp of after.stamps) expect(stamp.failed).not.toBeNull()
    desk.server.fault = () => undefined
  })

  it('marks a clinic that no doctor names any more, keeps its slots and asks for it no more', async () => {
    const before = await worked()
    const vanished = before.rows.clinics.find(({ doctors }) => doctors.length === 1)!
    const others = before.rows.clinics.filter(({ id }) => id !== vanished.id)
    desk.server.fault = ({ what, response }) => what === `GET api/doctor-clinics/${vanished.doctors[0]!.id}/`
      ? Promise.resolve(response.writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify(others.filter(({ doctors }) => doctors.some(({ id }) => id === vanished.doctors[0]!.id)))))
      : undefined
    await desk.restart()
    await settled(() => desk.ask('directory:read'))
    desk.asked.length = 0
    const { gone, columns } = await seen()
    expect(gone.map(({ id, name }) => [id, name])).toEqual([[vanished.id, vanished.name]])
    const column = columns.find(({ clinicId }) => clinicId === vanished.id)!
    expect([vanished.id, ...column.ids]).toEqual(before.rows.slots.find(([id]) => id === vanished.id))
    expect(column.stamp).toMatchObject({ cached: true, failed: null })
    expect(desk.asked.filter((what) => what.endsWith(`clinic_id=${vanished.id}`))).toEqual([])
    desk.server.fault = () => undefined
  })
})
