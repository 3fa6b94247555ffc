import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { busCall, connect, type Bus } from './connect'
import { followScreenLock } from './screenLock'

const hasDaemon = spawnSync('dbus-daemon', ['--version']).status === 0

describe.skipIf(!hasDaemon)('on a message bus', () => {
  let folder: string
  let daemon: ChildProcess
  let address: string
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'bus-'))
    address = `unix:path=${folder}/bus`
    daemon = spawn('dbus-daemon', ['--session', '--nofork', '--nopidfile', `--address=${address}`, '--print-address=1'], { stdio: ['ignore', 'pipe', 'ignore'] })
    await once(daemon.stdout!, 'data')
  })
  afterEach(async () => {
    daemon.kill('SIGKILL')
    await once(daemon, 'exit')
    rmSync(folder, { recursive: true, force: true })
  })

  const say = (bus: Bus, of: string, isActive: boolean) => {
    bus.send({ kind: 'signal', path: '/ScreenSaver', interface: of, member: 'ActiveChanged', signature: 'b', body: [isActive] })
  }

  it.each(['org.gnome.ScreenSaver', 'org.freedesktop.ScreenSaver', 'org.cinnamon.ScreenSaver'])('%s tells that the screen is locked', async (name) => {
    let locks = 0
    await followScreenLock({ address, after: () => () => undefined, onLocked: () => { locks += 1 } })
    const saver = await connect(address)
    await busCall(saver, 'RequestName', 'su', name, 0)
    say(saver, name, false)
    say(saver, 'org.example.Other', true)
    say(saver, name, true)
    await expect.poll(() => locks).toBe(1)
    saver.close()
  })

  it('a bus that is not there is looked for again', async () => {
    const waits: number[] = []
    const after = (ms: number) => { waits.push(ms); return () => undefined }
    await followScreenLock({ address: `${address}-none`, after, onLocked: () => undefined })
    expect(waits).toEqual([30_000])
  })
})
