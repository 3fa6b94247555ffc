import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { insert } from '@demo/hospital'
import { arrivalsAt, type Arrivals } from '@main/testing/arrivals'
import { composedDesk, give, type ComposedDesk } from '@main/testing/composedDesk'

let desk: ComposedDesk
let arrivals: Arrivals
beforeEach(async () => {
  desk = await composedDesk()
  arrivals = arrivalsAt(desk)
  await arrivals.poll()
})
afterEach(() => desk.close())

const titles = () => desk.desktop.shown.map(({ title }) => title)
const status = () => desk.ask('alerts:status')
const ONE = 'New call request'
async function arrive(count: number) {
  const ids = arrivals.put(count)
  await arrivals.poll()
  return ids
}

describe('new call requests', () => {
  it('are not told the first time, when the list is taken as seen', () => {
    expect(titles()).toEqual([])
    expect(desk.desktop).toMatchObject({ count: 0, tray: { view: { icon: 'normal', count: 0 } } })
  })

  it('are told once, however often the list is read', async () => {
    await arrive(2)
    await arrivals.poll()
    await arrivals.poll()
    expect(titles()).toEqual([ONE, ONE])
    expect(desk.desktop).toMatchObject({ count: 2, tray: { view: { count: 2 } } })
  })

  it('are told once over restarts', async () => {
    for (let times = 0; times < 5; times++) {
      await arrive(1)
      await desk.restart()
      await arrivals.poll()
    }
    expect(titles()).toHaveLength(5)
  })

  it('are told in one when they came while the program did not run', async () => {
    arrivals.put(2)
    await desk.restart()
    await arrivals.poll()
    expect(desk.desktop.shown).toMatchObject([{ title: '2 new call requests', body: 'They came while this computer was asleep, offline, locked or off.' }])
  })

  it('are told in one when they came while the computer slept, however often it says so', async () => {
    desk.desktop.sleep()
    desk.desktop.sleep()
    await arrive(2)
    expect(titles()).toEqual(['2 new call requests'])
    await arrive(2)
    expect(titles()).toEqual(['2 new call requests', ONE, ONE])
  })

  it('are told in one when nobody asked for five minutes', async () => {
    desk.clock.now += 5 * 60_000
    await arrive(2)
    expect(titles()).toEqual(['2 new call requests'])
  })

  it('are told in one after the server was away', async () => {
    desk.server.fault = ({ what, response }) => what.includes('call-requests') ? Promise.resolve(response.writeHead(500).end()) : undefined
    await arrive(2)
    expect(titles()).toEqual([])
    desk.server.fault = () => undefined
    await arrivals.poll()
    expect(titles()).toEqual(['2 new call requests'])
  })

  it('are told in one when they are many', async () => {
    await arrive(350)
    expect(titles()).toEqual(['350 new call requests'])
    expect(desk.desktop.tray.view.count).toBe(350)
  })

  it('that this desk made are none', async () => {
    const create = { kind: 'callRequest', form: { doctorId: arrivals.doctors()[0]!.id, date: '2026-11-25' } } as const
    await desk.ask('outbox:create', { key: crypto.randomUUID(), reason: '', create })
    await arrivals.poll()
    expect(titles()).toEqual([])
  })

  const order = () => ({ kind: 'callRequest', form: { doctorId: arrivals.doctors()[0]!.id, date: '2026-11-25' } }) as const
  const lose = (after?: () => void) => {
    desk.server.fault = ({ what, response, carryOut }) => what === 'POST api/hospital-call-requests/'
      ? carryOut().then(() => { after?.(); response.destroy() })
      : undefined
  }

  it('that this desk made are none, when the answer was lost and a list finds it, now or after a crash', async () => {
    lose()
    const made = await desk.ask('outbox:create', { key: crypto.randomUUID(), reason: '', create: order() })
    expect(made).toMatchObject({ state: 'made', foundAfterwards: true })
    await arrivals.poll()
    expect([titles(), desk.desktop.count]).toEqual([[], 0])
    const { marks } = await desk.ask('triage:read')
    expect(marks).toMatchObject([{ id: made.id, state: 'seen' }])

    const carried = new Promise<void>((resolve) => { lose(resolve) })
    const create = { ...order(), form: { ...order().form, date: '2026-11-27' } }
    desk.ask('outbox:create', { key: crypto.randomUUID(), reason: '', create }).catch(() => undefined)
    await carried
    await desk.restart()
    desk.server.fault = () => undefined
    await arrivals.poll()
    await expect.poll(async () => (await desk.ask('triage:read')).marks.length).toBe(2)
    expect([titles(), desk.desktop.count]).toEqual([[], 0])
  })

  it('of others are told as soon as it is known that this desk did not make them', async () => {
    desk.server.fault = ({ what, response, carryOut }) => {
      if (what !== 'POST api/hospital-call-requests/') return undefined
      // While this desk is making one, somebody else makes two like it: which is ours can not be told.
      return carryOut().then(() => { insert(desk.clinic.hospital.callRequests, { day: '2026-11-25', doctorId: order().form.doctorId }); response.destroy() })
    }
    const { state } = await desk.ask('outbox:create', { key: crypto.randomUUID(), reason: '', create: order() })
    expect(state).toBe('uncertain')
    await expect.poll(titles).toHaveLength(2)
    expect(desk.desktop.count).toBe(2)
  })

  it('that came for somebody else are that person’s', async () => {
    await desk.ask('session:signOut')
    arrivals.put(1)
    await desk.signIn(desk.clinic.accounts[1]!.email)
    await arrivals.poll()
    expect(titles()).toEqual([])
    await desk.ask('session:signOut')
    await desk.signIn()
    await arrivals.poll()
    expect(titles()).toEqual([ONE])
  })

  it('open by a click, also hours later', async () => {
    const [id] = await arrive(1)
    desk.desktop.shown[0]!.onClick()
    expect(desk.desktop.windows).toBe(1)
    expect(desk.pushed).toContain(`alerts:opened {"id":${id}}`)
  })

  it('open as a list by a click on what tells of several', async () => {
    await arrive(4)
    desk.desktop.shown[0]!.onClick()
    expect(desk.pushed).toContain('alerts:opened {"id":null}')
  })

  it('open by a click on what an earlier run has said, as far as the system says which one', async () => {
    desk.desktop.clickEarlier('request-7')
    desk.desktop.clickEarlier('requests-7')
    desk.desktop.clickEarlier(null)
    expect(desk.pushed.filter((each) => each.startsWith('alerts:opened'))).toEqual([7, null, null].map((id) => `alerts:opened {"id":${id}}`))
    expect(desk.desktop.windows).toBe(3)
  })

  it('take what an earlier run has said of them with them', async () => {
    const ids = await arrive(2)
    desk.desktop.earlier = ids.map((id) => `request-${id}`)
    await desk.restart()
    await arrivals.poll()
    desk.desktop.closed = []
    await desk.ask('triage:change', [{ id: ids[0]!, state: 'seen' }])
    await desk.ask('triage:read')
    expect(desk.desktop.closed).toEqual([`request-${ids[0]}`])
  })

  it('are told no more once they are seen, those of one notification together', async () => {
    const ids = await arrive(4)
    await desk.ask('triage:change', ids.slice(1).map((id) => ({ id, state: 'seen' })))
    expect(desk.desktop.closed).not.toContain(desk.desktop.shown[0]!.key)
    await desk.ask('triage:change', [{ id: ids[0]!, state: 'done' }])
    await desk.ask('triage:read')
    expect(desk.desktop.closed).toContain(desk.desktop.shown[0]!.key)
    expect(desk.desktop).toMatchObject({ count: 0, tray: { view: { count: 0 } } })
  })

  it('that come while the desk is locked are told in one when it is unlocked', async () => {
    const { password } = desk.clinic.account
    arrivals.put(2)
    const asked = new Promise<() => void>((arrived) => {
      desk.server.fault = ({ what, response, carryOut }) => what.includes('call-requests')
        ? new Promise<void>((release) => { arrived(release) }).then(() => carryOut()).then((answer) => give(response, answer))
        : undefined
    })
    await desk.ask('sync:now')
    const release = await asked
    desk.desktop.choose('Lock')
    release()
    await expect.poll(() => desk.desktop.tray.view.count).toBe(2)
    expect(titles()).toEqual([])
    await desk.ask('lock:unlock', { password })
    await expect.poll(titles).toEqual(['2 new call requests'])
  })

  it('are taken away at sign-out, from the badge too', async () => {
    await arrive(1)
    desk.desktop.closed = []
    await desk.ask('session:signOut')
    expect(desk.desktop.closed).toContain('*')
    expect(desk.desktop).toMatchObject({ count: 0, tray: { view: { icon: 'signedOut', count: 0 } } })
  })
})

describe('settings', () => {
  it('let a notification say the doctor’s name, stay and keep quiet', async () => {
    await desk.ask('settings:change', { notifyDoctor: true, notifySound: false, notifyUntilSeen: true })
    await arrive(1)
    expect(desk.desktop.shown).toMatchObject([{ body: arrivals.doctors()[0]!.name, sound: false, stays: true }])
  })

  it('silence notification and sound in quiet hours, but neither badge nor tray', async () => {
    await desk.ask('settings:change', { quietHours: { from: 8 * 3600, to: 10 * 3600 } })
    await arrive(1)
    expect([titles(), desk.desktop.rings]).toEqual([[], []])
    expect(desk.desktop).toMatchObject({ count: 1, tray: { view: { count: 1 } } })
    desk.clock.now += 3_600_000
    await arrivals.poll()
    expect(titles()).toEqual([])
  })

  it('leave the sound where the notification is switched off', async () => {
    await desk.ask('settings:change', { notify: false })
    await arrive(1)
    expect([titles(), desk.desktop.rings]).toEqual([[], [{ sound: true }]])
    expect((await status()).banner).toBeNull()
  })

  it('start the program at login, and say when the system refuses', async () => {
    await desk.ask('settings:change', { theme: 'dark' })
    await desk.ask('settings:change', { startAtLogin: true })
    expect(desk.desktop.logins).toEqual([{ on: true, hidden: false }])
    desk.desktop.startAtLogin = () => Promise.reject(new Error('read-only'))
    await desk.ask('settings:change', { startHidden: true })
    await expect.poll(async () => (await status()).loginFailed).toBe(true)
  })
})

describe('a pause', () => {
  it('silences notifications until it is over, and shows in the tray', async () => {
    desk.desktop.choose('Pause notifications for 1 hour')
    expect(await status()).toMatchObject({ paused: { until: desk.clock.now + 3_600_000 } })
    await arrive(1)
    expect(titles()).toEqual([])
    expect(desk.desktop.tray.view).toMatchObject({ icon: 'paused', count: 1 })
    desk.desktop.choose('Resume notifications')
    await arrive(1)
    expect(titles()).toEqual([ONE])
    expect(desk.pushed).toContain('alerts:changed')
  })

  it('is there again after a restart', async () => {
    await desk.ask('alerts:pause', { for: 'ever' })
    await desk.restart()
    expect(await status()).toMatchObject({ paused: { until: null } })
  })
})

describe('where the system shows no notification', () => {
  beforeEach(() => { desk.desktop.shows = () => false })

  it('a banner tells, and the program rings', async () => {
    await arrive(2)
    const latest = await arrive(1)
    expect(await status()).toMatchObject({ native: 'fails', banner: { count: 3, latest: { id: latest[0] } } })
    expect(desk.desktop.rings).toHaveLength(3)
    await desk.ask('alerts:dismiss')
    expect((await status()).banner).toBeNull()
  })

  it('the banner goes with the last request that is seen, and with who signs out', async () => {
    const ids = await arrive(2)
    await desk.ask('triage:change', [{ id: ids[0]!, state: 'seen' }])
    await desk.ask('triage:read')
    expect((await status()).banner).toMatchObject({ count: 1 })
    await desk.ask('session:signOut')
    expect((await status()).banner).toBeNull()
  })

  it('a test says so, until one is shown again', async () => {
    expect(await desk.ask('alerts:test')).toMatchObject({ native: 'fails', banner: null })
    desk.desktop.shows = () => true
    expect(await desk.ask('alerts:test')).toMatchObject({ native: 'works' })
    expect(desk.desktop.shown).toMatchObject([{ title: 'Test notification' }])
  })
})
