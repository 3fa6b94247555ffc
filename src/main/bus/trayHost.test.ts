import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { after } from '@main/feed/after'
import { hasMessageBus, messageBus, type MessageBus } from '@main/testing/messageBus'
import { busCall, connect, type Bus } from './connect'
import { trayHost } from './trayHost'

const WATCHER = 'org.kde.StatusNotifierWatcher'

describe.skipIf(!hasMessageBus)('on a message bus', () => {
  let daemon: MessageBus
  beforeEach(async () => { daemon = await messageBus() })
  afterEach(() => daemon.kill())

  /** A watcher with or without a host, as a panel provides it. */
  async function watcher(): Promise<{ bus: Bus, setHost: (hasHost: boolean) => void }> {
    const bus = await connect(daemon.address)
    let hasHost = false
    bus.hear(({ kind, member, sender, serial }) => {
      if (kind !== 'call' || member !== 'Get') return
      bus.send({ kind: 'return', replyTo: serial, destination: sender!, signature: 'v', body: [{ type: 'b', value: hasHost }] })
    })
    await busCall(bus, 'RequestName', 'su', WATCHER, 0)
    return {
      bus,
      setHost(next) {
        hasHost = next
        bus.send({
          kind: 'signal', path: '/StatusNotifierWatcher', interface: WATCHER, member: next ? 'StatusNotifierHostRegistered' : 'StatusNotifierHostUnregistered',
          signature: '', body: [],
        })
      },
    }
  }

  function followed() {
    let changes = 0
    return { ...trayHost({ address: daemon.address, after, onChange: () => { changes += 1 } }), changes: () => changes }
  }

  it('a tray is there while a watcher has a host', async () => {
    const host = followed()
    await host.looked
    expect(host.isThere()).toBe(false)
    const panel = await watcher()
    panel.setHost(true)
    await expect.poll(host.isThere).toBe(true)
    panel.setHost(false)
    await expect.poll(host.isThere).toBe(false)
    expect(host.changes()).toBe(2)
  })

  it('a tray is there from the start, and gone with the watcher', async () => {
    const panel = await watcher()
    panel.setHost(true)
    const host = followed()
    await host.looked
    expect(host.isThere()).toBe(true)
    panel.bus.close()
    await expect.poll(host.isThere).toBe(false)
  })

  it('no tray is there when the bus dies', async () => {
    const panel = await watcher()
    panel.setHost(true)
    const host = followed()
    await host.looked
    await daemon.kill()
    await expect.poll(host.isThere).toBe(false)
  })

  it('a refusal and a lost connection end the call', async () => {
    const bus = await connect(daemon.address)
    await expect(bus.call({ destination: 'no.One', path: '/', interface: 'no.One', member: 'Any' })).rejects.toThrow('ServiceUnknown')
    const asked = bus.call({ destination: bus.name, path: '/', interface: 'no.One', member: 'Any' })
    void daemon.kill()
    await expect(asked).rejects.toThrow('gone')
  })
})

describe('without a message bus', () => {
  it.each([undefined, '', 'tcp:host=localhost', 'unix:path=/no/such/bus'])('at %j no tray is there', async (address) => {
    const host = trayHost({ address, after: () => () => undefined, onChange: () => { throw new Error('nothing changes') } })
    await host.looked
    expect(host.isThere()).toBe(false)
  })
})
