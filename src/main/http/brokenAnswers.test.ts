import { afterEach, beforeEach, expect, it } from 'vitest'
import { departmentRow } from '@main/departments/departments'
import { randomFrom } from '@main/testing/hostileInputs'
import { sessionDesk, type SessionDesk } from '@main/testing/sessionDesk'
import { AppFailure } from '@shared/errors'

/** `npm run security` asks for two thousand. */
const ANSWERS = Number(process.env['CLINIC_SECURITY_ANSWERS'] ?? 100)
const ROUTE = 'api/hospitalstaffdepartment/'

let desk: SessionDesk
beforeEach(async () => { desk = await sessionDesk({ refreshSeconds: 30 * 86_400 }) })
afterEach(() => desk.close())

type Breaking = (body: string, random: () => number) => Response
const json = (body: string | Uint8Array<ArrayBuffer>, status = 200) => new Response(body, { status, headers: { 'Content-Type': 'application/json' } })
const breakings: Record<string, Breaking> = {
  cut: (body, random) => json(body.slice(0, Math.floor(random() * (body.length - 1)))),
  twisted: (body, random) => {
    const at = Math.floor(random() * body.length)
    return json(`${body.slice(0, at)}${['"', '{', '}', ',', '\u0000', '\\'][Math.floor(random() * 6)]}${body.slice(at + 1)}`)
  },
  notText: (_, random) => json(Uint8Array.from({ length: 200 }, () => Math.floor(random() * 256))),
  webPage: (body) => new Response(`<html>${body}</html>`, { headers: { 'Content-Type': 'text/html' } }),
  otherType: (body) => new Response(body, { headers: { 'Content-Type': 'application/octet-stream' } }),
  otherShape: (_, random) => json(['null', '42', '"text"', '{}', '{"results":null}', '{"results":[],"count":7,"next":null}', '[[]]', '[null]'][Math.floor(random() * 8)]!),
  otherRows: (_, random) => json(JSON.stringify([{ id: ['1', null, 1.5, 1e300, {}][Math.floor(random() * 5)], name: 3 }, { __proto__: 1 }, 'row'])),
  deep: () => json(`${'['.repeat(5000)}${']'.repeat(5000)}`),
  status: (body, random) => json(body, [201, 202, 400, 403, 404, 405, 409, 418, 422, 500, 501, 502, 503, 504][Math.floor(random() * 14)]),
  empty: () => json(''),
}

it('takes no broken answer for rows, and goes on after each', { timeout: 600_000 }, async ({ task }) => {
  const { session, api } = desk.start()
  await session.signIn(desk.form)
  const read = async () => (await api.list(ROUTE, departmentRow)).rows
  const truth = new Set((await read()).map((row) => JSON.stringify(row)))
  const body = JSON.stringify([...truth].map((row) => JSON.parse(row) as unknown))
  const names = Object.keys(breakings)
  const random = randomFrom(11)
  let refused = 0
  let wrong = 0
  for (let turn = 0; turn < ANSWERS; turn += 1) {
    const breaking = breakings[names[turn % names.length]!]!
    desk.instead.answer = (path) => path.startsWith(ROUTE) ? Promise.resolve(breaking(body, random)) : undefined
    try {
      wrong += (await read()).filter((row) => !truth.has(JSON.stringify(row)) && !isTyped(row)).length
    } catch (cause) {
      expect(cause).toBeInstanceOf(AppFailure)
      refused += 1
    }
    desk.clock.now += 60_000
  }
  desk.instead.answer = () => undefined
  Object.assign(task.meta, { figure: `${ANSWERS} broken answers: ${refused} refused, 0 crashes, ${wrong} wrong rows` })
  expect(wrong).toBe(0)
  expect(refused).toBeGreaterThan(ANSWERS * 0.5)
  expect((await read()).length).toBe(truth.size)
})

/** A row in which a letter of a name was changed is the server's word. */
const isTyped = (row: { id: unknown, name: unknown }) => Number.isSafeInteger(row.id) && typeof row.name === 'string'
