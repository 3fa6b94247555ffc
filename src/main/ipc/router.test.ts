import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { expect, test, vi } from 'vitest'
import { AppFailure, type Reply } from '@shared/errors'
import { calls, events } from '@shared/ipc/contract'
import { serve, type Handlers } from './router'

const info = { version: '1', electron: '33', chromium: '130', platform: 'linux', zone: 'Asia/Kolkata' }

function start(run: () => unknown = () => info, clock = () => 0, isOpen = () => true, ready = Promise.resolve()) {
  const listeners = new Map<string, (sender: string, input: unknown) => Promise<Reply<unknown>>>()
  const report = vi.fn(() => 'ref-1')
  const handlers = {
    'app:info': { input: v.void(), output: v.strictObject({ version: v.string(), electron: v.string(), chromium: v.string(), platform: v.string(), zone: v.string() }), run },
  } as unknown as Handlers
  serve<string>({ handle: (channel, listener) => void listeners.set(channel, listener) }, handlers, {
    isTrusted: (sender) => sender === 'own page', report, clock, ready, isOpen: () => isOpen(),
  })
  return { report, call: (input?: unknown, sender = 'own page') => listeners.get('app:info')!(sender, input) }
}

test('answers a call with its value', async () => {
  expect(await start().call()).toEqual({ ok: true, value: info })
})

test('refuses a frame that is not our own page, before it reads anything', async () => {
  const run = vi.fn()
  expect(await start(run).call(undefined, 'iframe')).toEqual({ ok: false, error: { kind: 'forbidden' } })
  expect(run).not.toHaveBeenCalled()
})

test('keeps the fields of an expected failure', async () => {
  const failing = start(() => { throw new AppFailure({ kind: 'server', status: 503 }) })
  expect(await failing.call()).toEqual({ ok: false, error: { kind: 'server', status: 503 } })
})

test('reports an unexpected fault and sends its reference only', async () => {
  const failing = start(() => { throw new Error('token eyJhbGciOi') })
  expect(await failing.call()).toEqual({ ok: false, error: { kind: 'unexpected', ref: 'ref-1' } })
  expect(failing.report).toHaveBeenCalledOnce()
})

test('refuses malformed input', async () => {
  const desk = start()
  expect(await desk.call({ extra: true })).toEqual({ ok: false, error: { kind: 'unexpected', ref: 'ref-1' } })
})

test('lets nothing out that the contract does not name', async () => {
  const leaking = start(() => ({ ...info, token: 'eyJhbGciOi' }))
  expect(await leaking.call()).toEqual({ ok: false, error: { kind: 'unexpected', ref: 'ref-1' } })
})

test('answers nothing before it is ready, but refuses strangers at once', async () => {
  const run = vi.fn(() => info)
  let begin = () => undefined as void
  const desk = start(run, undefined, undefined, new Promise((resolve) => { begin = resolve }))
  const asked = desk.call()
  expect(await desk.call(undefined, 'iframe')).toEqual({ ok: false, error: { kind: 'forbidden' } })
  expect(run).not.toHaveBeenCalled()
  begin()
  expect(await asked).toEqual({ ok: true, value: info })
})

test('answers nothing of a locked desk, nor what was asked before it was locked', async () => {
  let isOpen = true
  let finish = () => undefined as void
  const desk = start(() => new Promise((resolve) => { finish = () => { resolve(info) } }), undefined, () => isOpen)
  const asked = desk.call()
  isOpen = false
  finish()
  expect(await asked).toEqual({ ok: false, error: { kind: 'locked' } })
  expect(await desk.call()).toEqual({ ok: false, error: { kind: 'locked' } })
})

test('answers busy to more calls than a person can make, and recovers', async () => {
  let now = 0
  const desk = start(undefined, () => now)
  const replies = await Promise.all(Array.from({ length: 1000 }, () => desk.call()))
  expect(replies.filter((reply) => reply.ok)).toHaveLength(400)
  expect(replies.at(-1)).toEqual({ ok: false, error: { kind: 'busy' } })
  now = 1000
  expect((await desk.call()).ok).toBe(true)
})

test('names calls feature:verb and events feature:happened', () => {
  const name = /^[a-z][a-zA-Z]*:[a-z][a-zA-Z]*$/
  for (const call of Object.keys(calls)) expect(call).toMatch(name)
  for (const event of Object.keys(events)) expect(event).toMatch(/^[a-z][a-zA-Z]*:[a-z]+ed$/)
})

test('the preload offers invoke and on, nothing else', () => {
  const source = readFileSync(new URL('../../preload/index.ts', import.meta.url), 'utf8')
  expect(source.match(/exposeInMainWorld/g)).toHaveLength(1)
  expect(source).not.toMatch(/ipcRenderer\.(send|postMessage|sendSync)/)
})
