import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { composedDesk, type ComposedDesk } from '@main/testing/composedDesk'

let desk: ComposedDesk
beforeEach(async () => { desk = await composedDesk() })
afterEach(() => desk.close())

it('notes who did what, for whoever works here next, sealed and without content', async () => {
  const [first, second] = desk.clinic.accounts.map(({ email }) => email)
  await desk.ask('outbox:create', { key: crypto.randomUUID(), create: { kind: 'department', form: { name: 'Secret name' } }, reason: '' })
  await desk.ask('activity:export', { text: 'a table' })
  await desk.ask('lock:lock')
  await desk.ask('lock:unlock', { password: 'wrong' }).catch(() => undefined)
  await desk.ask('lock:unlock', { password: desk.clinic.account.password })
  await desk.ask('lock:leave')
  await desk.signIn(second)
  const noted = await desk.ask('audit:read')
  expect(noted.map(({ who, what }) => `${who} ${what}`).reverse()).toEqual([
    `${first} signedIn`, `${first} create`, `${first} exported`, `${first} locked`, `${first} unlockRefused`, `${first} unlocked`,
    `${first} signedOut`, `${second} signedIn`,
  ])
  expect(noted.find(({ what }) => what === 'create')!.row).toEqual({ kind: 'department', id: expect.any(Number), outcome: 'made' })
  expect(JSON.stringify(noted)).not.toMatch(/Secret name|a table/)
  const bytes = await readFile(path.join(desk.folder, 'audit.log'), 'latin1')
  expect(bytes).not.toContain(first)
})

it('keeps 90 days', async () => {
  await desk.ask('lock:lock')
  await desk.ask('lock:unlock', { password: desk.clinic.account.password })
  desk.clock.now += 91 * 86_400_000
  await desk.signIn()
  expect((await desk.ask('audit:read')).map(({ what }) => what)).toEqual(['signedIn', 'signedOut'])
})
