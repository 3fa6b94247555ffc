import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Bridge, Call } from '@shared/ipc/contract'
import { calls } from '@shared/ipc/contract'
import { openClinic, type Clinic } from '../clinic'
import { closeAll, openDeskAtBoard, type Desk } from '../desk'
import { heapHolds } from '../heap'
import { searchMemory } from './searchMemory'

const CALLS = Number(process.env['CLINIC_SECURITY_CALLS'] ?? 10_000)

const first = <T>(all: Map<number, T>) => all.values().next().value!

let clinic: Clinic
let desk: Desk
beforeAll(async () => {
  clinic = await openClinic()
  desk = await openDeskAtBoard(clinic)
})
afterAll(closeAll)

it('has no token in its heap, nor in the rest of its process’s memory', { timeout: 120_000 }, async ({ task }) => {
  const tokens = [...new Set(clinic.arrived.map(({ authorization }) => authorization.replace('Bearer ', '')).filter(Boolean))]
  expect(tokens.length).toBeGreaterThan(0)
  for (const token of tokens) expect(await heapHolds(desk.page, token)).toBe(false)
  const name = first(clinic.hospital.staff.rows).name
  await desk.page.getByRole('link', { name: 'Staff' }).click()
  await desk.page.getByText(name).first().waitFor()
  const processes = await desk.app.evaluate(({ app }) =>
    app.getAppMetrics().map(({ pid, type, serviceName }) => ({ pid, type: serviceName ?? type })))
  const told: string[] = []
  for (const { pid, type } of processes.filter((each) => ['Tab', 'GPU', 'network.mojom.NetworkService'].includes(each.type))) {
    const found = await searchMemory(pid, [name, clinic.password, ...tokens])
    if (!found) continue
    const [names, passwords, ...rest] = found.counts
    const ofTokens = rest.reduce((sum, each) => sum + each, 0)
    const also = `the typed password ${passwords} times, a name that is shown ${names} times`
    told.push(`${type} ${Math.round(found.bytes / 1e6)} MB, ${ofTokens} tokens, ${also}`)
    // The search finds what is there: a staff member's name is.
    if (type === 'Tab') expect(names).toBeGreaterThan(0)
    // The network's process sends them, in each request's head.
    if (type !== 'network.mojom.NetworkService') expect([type, ofTokens]).toEqual([type, 0])
  }
  Object.assign(task.meta, { figure: `${tokens.length} tokens: 0 in the page’s heap; memory: ${told.join('; ') || 'searched as root only'}` })
})

it('stands ten thousand calls of each channel at full speed', { timeout: 1_800_000 }, async ({ task }) => {
  await desk.app.evaluate(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks')
    const delay = monitorEventLoopDelay({ resolution: 10 })
    delay.enable()
    Object.assign(globalThis, { delay })
  })
  const names = (Object.keys(calls) as Call[]).filter((name) => name !== 'lock:leave')
  const kinds = await desk.page.evaluate(async ([channels, each]) => {
    const { desk: bridge } = window as unknown as { desk: Bridge }
    const counts: Record<string, number> = {}
    const inputs = [null, 1.5, '', 'x'.repeat(2000), [], {}, { __proto__: null, id: 'x' }, { id: -1, extra: true }, new Map([[1, 2]]), [[[]]]]
    for (const channel of channels) {
      for (let done = 0; done < each; done += 250) {
        await Promise.all(Array.from({ length: 250 }, async (_, place) => {
          const asked = bridge.invoke(channel, inputs[place % inputs.length])
          const kind = await asked.then((reply) => reply.ok ? 'answered' : reply.error.kind, () => 'THROWN')
          counts[kind] = (counts[kind] ?? 0) + 1
        }))
      }
    }
    return counts
  }, [names, CALLS] as const)
  const p99 = await desk.app.evaluate(() => {
    const { delay } = globalThis as unknown as { delay: { percentile: (of: number) => number } }
    return delay.percentile(99) / 1e6
  })
  const all = Object.values(kinds).reduce((sum, each) => sum + each, 0)
  const figure = `${names.length} channels x ${CALLS}: ${all} calls, ${kinds['THROWN'] ?? 0} thrown`
  Object.assign(task.meta, { figure: `${figure}, main's loop delay p99 ${p99.toFixed(0)} ms` })
  expect(kinds['THROWN']).toBeUndefined()
  expect(await desk.page.getByRole('navigation', { name: 'Main' }).count()).toBe(1)
})
