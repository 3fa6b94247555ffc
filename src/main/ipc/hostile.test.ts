import { afterEach, beforeEach, expect, it } from 'vitest'
import { composedDesk, type ComposedDesk } from '@main/testing/composedDesk'
import { hostileInput, randomFrom } from '@main/testing/hostileInputs'
import { calls, type Call } from '@shared/ipc/contract'
import { AppFailure } from '@shared/errors'

/** `npm run security` asks for ten thousand. */
const EACH = Number(process.env['CLINIC_SECURITY_CALLS'] ?? 50)

let desk: ComposedDesk
beforeEach(async () => { desk = await composedDesk() })
afterEach(() => desk.close())

it('answers whatever a call is given, and never throws', { timeout: 600_000 }, async ({ task }) => {
  const random = randomFrom(7)
  const ask = desk.ask as (call: Call, input: unknown) => Promise<unknown>
  const kinds = new Map<string, number>()
  for (const call of Object.keys(calls) as Call[]) {
    for (let turn = 0; turn < EACH; turn += 1) {
      desk.clock.now += 5
      const kind = await ask(call, hostileInput(random)).then(() => 'answered', (cause: unknown) => cause instanceof AppFailure ? cause.error.kind : 'THROWN')
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    }
  }
  const all = [...kinds.values()].reduce((sum, each) => sum + each, 0)
  Object.assign(task.meta, { figure: `${Object.keys(calls).length} channels x ${EACH}: ${all} calls, ${kinds.get('THROWN') ?? 0} thrown` })
  expect(kinds.get('THROWN')).toBeUndefined()
  expect(kinds.get('unexpected')).toBeGreaterThan(all * 0.9)
  expect((await desk.ask('session:read')).status).toBe('signedIn')
  expect(({} as Record<string, unknown>)['id']).toBeUndefined()
})
