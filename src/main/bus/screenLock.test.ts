import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hasMessageBus, messageBus, type MessageBus } from '@main/testing/messageBus'
import { busCall, connect, type Bus } from './connect'
import { followScreenLock } from './screenLock'


describe.skipIf(!hasMessageBus)('on a message bus', () => {
  let daemon: MessageBus
  beforeEach(async () => { daemon = await messageBus() })
  afterEach(() => daemon.kill())

  const say = (bus: Bus, of: string, isActive: boolean) => {
    bus.send({ kind: 'signal', path: '/ScreenSaver', interface: of, member: 'ActiveChanged', signature: 'b', body: [isActive] })
  }

  it.each(['org.gnome.ScreenSaver', 'org.freedesktop.ScreenSaver', 'org.cinnamon.ScreenSaver'])('%s tells that the screen is locked', async (name) => {
    let locks = 0
    await followScreenLock({ address: daemon.address, after: () => () => undefined, onLocked: () => { locks += 1 } })
    const saver = await connect(daemon.address)
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
    await followScreenLock({ address: `${daemon.address}-none`, after, onLocked: () => undefined })
    expect(waits).toEqual([30_000])
  })
})
