import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Bridge, Call } from '@shared/ipc/contract'
import { calls } from '@shared/ipc/contract'
import { openClinic, type Clinic } from '../clinic'
import { closeAllDesks, openDesk, signIn, type Desk } from '../desk'
import { heapHolds } from '../heap'
import { scriptInjections } from './scriptInjections'

const CALLS = Number(process.env['CLINIC_SECURITY_CALLS'] ?? 10_000)

let clinic: Clinic
let desk: Desk
beforeAll(async () => {
  clinic = await openClinic()
  const named = <R extends { id: number }>(rows: Iterable<R>, change: (row: R, text: string) => void) => {
    let turn = 0
    for (const row of rows) change(row, scriptInjections[turn++ % scriptInjections.length]!.slice(0, 150))
  }
  const { staff, departments, clinics } = clinic.hospital
  named(staff.rows.values(), (row, text) => { row.name = text })
  named(departments.rows.values(), (row, text) => { row.name = text })
  named(clinics.values(), (row, text) => { row.name = text; row.address = text })
  desk = await openDesk()
  await desk.page.evaluate(() => {
    const marks = globalThis as unknown as { ran: unknown[], violations: string[] }
    Object.assign(marks, { ran: [], violations: [] })
    for (const name of ['alert', 'confirm', 'prompt']) Object.assign(globalThis, { [name]: () => { marks.ran.push(name) } })
    document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => { marks.violations.push(violatedDirective) })
  })
  await signIn(desk.page, clinic)
  await desk.page.locator('[data-count="slots"][data-value]').waitFor()
})
afterAll(async () => {
  await closeAllDesks()
  await clinic.close()
})

const marks = () => desk.page.evaluate(() => {
  const { ran, violations } = globalThis as unknown as { ran: unknown[], violations: string[] }
  return { ran: ran.length, violations: violations.length }
})

it('shows what looks like script in every field as text', { timeout: 120_000 }, async ({ task }) => {
  for (const place of ['Call requests', 'Staff', 'Departments', 'Runway', 'Activity', 'Calendar']) {
    await desk.page.getByRole('link', { name: place, exact: true }).click()
    await desk.page.getByRole('heading', { level: 1 }).first().waitFor()
    await desk.page.waitForLoadState('networkidle')
  }
  await desk.page.getByRole('link', { name: 'Staff' }).click()
  expect(await desk.page.getByRole('table', { name: 'Staff' }).innerText()).toContain('<')
  const { ran, violations } = await marks()
  Object.assign(task.meta, { figure: `${scriptInjections.length} strings in 4 fields of 6 places: ${ran} run, ${violations} policy reports` })
  expect({ ran, violations }).toEqual({ ran: 0, violations: 0 })
})

it('has no token in its heap', async ({ task }) => {
  const tokens = [...new Set(clinic.arrived.map(({ authorization }) => authorization.replace('Bearer ', '')).filter(Boolean))]
  expect(tokens.length).toBeGreaterThan(0)
  for (const token of tokens) expect(await heapHolds(desk.page, token)).toBe(false)
  const pid = await desk.app.evaluate(({ app }) => app.getAppMetrics().find(({ type }) => type === 'Tab')!.pid)
  let memory = 'its process’s memory may not be read by this user'
  try {
    readFileSync(`/proc/${pid}/maps`)
    memory = 'its process’s memory was not read'
  } catch { /* the sandbox makes it unreadable */ }
  Object.assign(task.meta, { figure: `${tokens.length} tokens: 0 in the page’s heap; ${memory}` })
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
