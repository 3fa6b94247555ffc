import { afterEach, expect, it } from 'vitest'
import { composedDesk, type ComposedDesk } from '@main/testing/composedDesk'

let desk: ComposedDesk
afterEach(() => desk.close())

// On a machine that is busy for all of the ten seconds of its looks the outbox says "uncertain", which is right too.
it('finds a call request whose answer was lost among 100,000', { timeout: 60_000, retry: 2 }, async () => {
  desk = await composedDesk({ size: 'large' })
  const { rows } = desk.clinic.hospital.callRequests
  const before = rows.size
  expect(before).toBe(100_000)
  const { doctorId, day } = [...rows.values()].at(-1)!
  desk.server.fault = ({ what, carryOut, response }) => what.startsWith('POST') ? carryOut().then(() => response.destroy()) : undefined
  const entry = await desk.ask('outbox:create', { key: crypto.randomUUID(), reason: '', create: { kind: 'callRequest', form: { doctorId, date: day } } })
  expect(entry).toMatchObject({ state: 'made', foundAfterwards: true, id: before + 1 })
  expect(rows.size).toBe(before + 1)
})
