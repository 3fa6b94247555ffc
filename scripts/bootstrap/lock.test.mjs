import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../testing.mjs'
import { withLock } from './lock.mjs'

const lockFile = () => path.join(temporaryFolder(), 'some', 'work.lock')
const deadProcess = () => String(spawnSync(process.execPath, ['-e', '']).pid)

describe('withLock', () => {
  it('lets one work at a time, and tells the other that it waits', async () => {
    const file = lockFile()
    const events = []
    const work = (name) => withLock(file, (line) => events.push(`${name}: ${line}`), async () => {
      events.push(`${name} begins`)
      await sleep(100)
      events.push(`${name} ends`)
    })
    await Promise.all([work('first'), work('second')])
    expect(events).toEqual([
      'first begins', 'second: Another installation is running; waiting for it …', 'first ends', 'second begins', 'second ends',
    ])
  })

  it('is free again after work that failed', async () => {
    const file = lockFile()
    await expect(withLock(file, () => {}, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await withLock(file, () => {}, () => Promise.resolve('done'))).toBe('done')
    expect(fs.readdirSync(path.dirname(file))).toEqual([])
  })

  it('takes the lock of a process that is dead', async () => {
    const file = lockFile()
    fs.mkdirSync(path.dirname(file))
    fs.writeFileSync(file, deadProcess())
    expect(await withLock(file, () => {}, () => Promise.resolve('done'))).toBe('done')
  })

  it('takes a lock that gave no sign of life for long, whoever has its process number now', async () => {
    const file = lockFile()
    fs.mkdirSync(path.dirname(file))
    fs.writeFileSync(file, String(process.ppid))
    fs.utimesSync(file, new Date(), new Date(Date.now() - 60_000))
    expect(await withLock(file, () => {}, () => Promise.resolve('done'))).toBe('done')
  })
})
