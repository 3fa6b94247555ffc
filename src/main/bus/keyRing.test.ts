import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hasMessageBus, messageBus, type MessageBus } from '@main/testing/messageBus'
import { busCall, connect } from './connect'
import { forgetKey } from './keyRing'
import type { Value } from './marshal'


describe.skipIf(!hasMessageBus)('a key in the key ring', () => {
  let daemon: MessageBus
  beforeEach(async () => { daemon = await messageBus() })
  afterEach(() => daemon.kill())

  /** A key ring that holds items, `[path, application]`, and answers as the protocol says. */
  async function ring(held: [string, string][]) {
    const deleted: string[] = []
    const bus = await connect(daemon.address)
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
    await forgetKey(daemon.address, 'Clinic Reception')
    expect(deleted).toEqual(['/item/1'])
    bus.close()
  })

  it('stays where there is no bus', async () => {
    await expect(forgetKey(`${daemon.address}-none`, 'Clinic Reception')).rejects.toThrow()
  })
})
