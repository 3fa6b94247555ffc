import { expect, it } from 'vitest'
import type { Updater, UpdaterNews } from '@main/ports'
import { manualTimers } from '@main/testing/manualTimers'
import { silentLog } from '@main/testing/silentLog'
import { FIRST_LOOK_MS, LOOK_MS, NIGHT_LOOK_MS, updates } from './updates'

type Hindrance = 'job' | 'waiting' | null

function started({ hasFeed = true, allowed = true } = {}) {
  const timers = manualTimers()
  const now = { hindrance: null as Hindrance, idle: true, hour: 12, allowed }
  const asked: string[] = []
  let tell: (news: UpdaterNews) => void = () => undefined
  const updater: Updater = {
    check: () => { asked.push('check') }, install: () => { asked.push('install') }, onNews: (hear) => { tell = hear },
  }
  const service = updates({
    updater: hasFeed ? updater : undefined, isAllowed: () => now.allowed, after: timers.after, clock: timers.clock, random: () => 0.5,
    hindrance: async () => now.hindrance, isIdle: () => now.idle, hourOf: () => now.hour, onChange: () => undefined, log: silentLog,
  })
  return { ...service, ...timers, asked, now, tell: (news: UpdaterNews) => { tell(news) } }
}
const READY: UpdaterNews = { kind: 'ready', version: '2.0.0' }
const settled = () => new Promise((resolve) => { setImmediate(resolve) })

it('looks by itself soon after the start and then every six hours, not all desks at once', () => {
  const { advance, asked, tell } = started()
  advance(FIRST_LOOK_MS)
  expect(asked).toEqual([])
  advance(FIRST_LOOK_MS)
  expect(asked).toEqual(['check'])
  tell({ kind: 'none' })
  advance(LOOK_MS)
  expect(asked).toEqual(['check', 'check'])
})

it('does nothing without an address, or when an administrator forbids it', async () => {
  const without = started({ hasFeed: false })
  expect([await without.check(), without.waiting()]).toEqual([{ phase: 'off', why: 'noFeed' }, 0])
  const forbidden = started({ allowed: false })
  forbidden.advance(LOOK_MS)
  expect([await forbidden.check(), forbidden.asked]).toEqual([{ phase: 'off', why: 'managed' }, []])
})

it('says how far it is', async () => {
  const { check, read, tell, clock } = started()
  expect(await check()).toEqual({ phase: 'checking' })
  tell({ kind: 'downloading', version: '2.0.0', percent: 40 })
  expect(await read()).toEqual({ phase: 'downloading', version: '2.0.0', percent: 40 })
  tell({ kind: 'failed', why: 'notGenuine' })
  expect(await read()).toEqual({ phase: 'failed', why: 'notGenuine' })
  tell({ kind: 'none' })
  expect(await read()).toEqual({ phase: 'current', checkedAt: clock() })
})

it.each<[Hindrance]>([['job'], ['waiting']])('is never put in place while something would be interrupted: %s', async (hindrance) => {
  const { install, read, tell, now, asked } = started()
  await expect(install()).rejects.toMatchObject({ error: { kind: 'notFound' } })
  tell(READY)
  now.hindrance = hindrance
  expect(await read()).toEqual({ phase: 'ready', version: '2.0.0', hindrance })
  await expect(install()).rejects.toMatchObject({ error: { kind: 'conflict' } })
  expect(asked).toEqual([])
  now.hindrance = null
  await install()
  expect(asked).toEqual(['install'])
})

it('that is downloaded stays so, and is not looked for again', async () => {
  const { read, check, tell, advance, asked } = started()
  tell(READY)
  tell({ kind: 'failed', why: 'offline' })
  advance(LOOK_MS)
  expect([await check(), await read(), asked]).toEqual([...Array(2).fill({ phase: 'ready', version: '2.0.0', hindrance: null }), []])
})

it.each<[string, Partial<ReturnType<typeof started>['now']>, boolean]>([
  ['at night, when nobody is there', { hour: 3 }, true],
  ['by day', { hour: 12 }, false],
  ['at night, when somebody works', { hour: 3, idle: false }, false],
  ['at night, while a job runs', { hour: 3, hindrance: 'job' }, false],
])('is put in place by itself %s: %o', async (_, part, expected) => {
  const { now, tell, advance, asked } = started()
  Object.assign(now, part)
  tell(READY)
  advance(NIGHT_LOOK_MS)
  await settled()
  expect(asked).toEqual(expected ? ['install'] : [])
})

it('that the system refused is not tried again by night, but on a person’s word', async () => {
  const { now, tell, advance, asked, read, install } = started()
  tell(READY)
  tell({ kind: 'refused' })
  now.hour = 3
  advance(NIGHT_LOOK_MS)
  await settled()
  expect([asked, await read()]).toEqual([[], { phase: 'ready', version: '2.0.0', hindrance: 'refused' }])
  await install()
  expect(asked).toEqual(['install'])
})
