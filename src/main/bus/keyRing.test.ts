import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { busCall, connect } from './connect'
import { forgetKey } from './keyRing'
import type { Value } from './marshal'

const hasDaemon = spawnSync('dbus-daemon', ['--version']).status === 0

describe.skipIf(!hasDaemon)('a key in the key ring', () => {
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

  /** A key ring that holds items, `[path, application]`, and answers as the protocol says. */
  async function ring(held: [string, string][]) {
    const deleted: string[] = []
    const bus = await connect(address)
    bus.hear(({ kind, member, sender, serial, path: of, body }) => {
      if (kind !== 'call') return
      const answer = (signature: string, values: Value[]) => {
        bus.send({ kind: 'return', replyTo: serial, destination: sender!, signature, body: values })
      }
      if (member === 'SearchItems') {
        const wanted = (body[0] as Map<string, string>).get('application')
        answer('aoao', [held.filter(([, application]) => application === wanted).map(([item]) => item), ['/locked']])
      }
      if (member === 'Delete') {
        deleted.push(of!)
        answer('o', ['/'])
      }
    })
    await busCall(bus, 'RequestName', 'su', 'org.freedesktop.secrets', 0)
    return { deleted, bus }
  }

  it('is deleted, where it is this program’s and not locked away', async () => {
    const { deleted, bus } = await ring([['/item/1', 'Clinic Reception'], ['/item/2', 'Another Program']])
    await forgetKey(address, 'Clinic Reception')
    expect(deleted).toEqual(['/item/1'])
    bus.close()
  })

  it('stays where there is no bus', async () => {
    await expect(forgetKey(`${address}-none`, 'Clinic Reception')).rejects.toThrow()
  })
})
