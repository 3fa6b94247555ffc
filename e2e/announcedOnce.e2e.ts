import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { insert } from '@demo/hospital'
import { messageBus, type MessageBus } from '@main/testing/messageBus'
import { begin, kill, put, upToDate } from './arrivals'
import { openClinic, type Clinic } from './clinic'
import { ask, closeAll, newProfile, openDesk, removeProfile } from './desk'
import { notificationService, panel, sleeper, type NotificationService } from './desktopStandIn'

/** `npm run torture -- --restarts 50` does it fifty times. */
const RESTARTS = Number(process.env['CLINIC_RESTARTS'] ?? 20)

let service: NotificationService
let clinic: Clinic
let profile: string

beforeAll(async () => {
  service = await notificationService()
  clinic = await openClinic()
  profile = newProfile()
})
afterAll(async () => {
  await closeAll()
  removeProfile(profile)
  service.die()
})

/** A request for a doctor of its own, so that its notification can be told from all others. */
function arrive(times: number): string {
  const doctor = insert(clinic.hospital.staff, { name: `Dr. Number ${times}`, isDoctor: true, departmentId: 1 })
  insert(clinic.hospital.callRequests, { day: '2026-11-26', doctorId: doctor.id })
  return doctor.name
}
const toldOf = (name: string) => service.notes.filter(({ body }) => body === name).length

describe(`over ${RESTARTS} restarts, killed each time`, () => {
  it('each request is told once, none is told twice, and all are counted', async () => {
    let desk = await openDesk({ profile })
    await begin(desk, clinic)
    await desk.page.evaluate(async () => {
      const { desk } = window as unknown as { desk: { invoke: (call: string, input: unknown) => Promise<unknown> } }
      await desk.invoke('settings:change', { notifyDoctor: true })
    })
    const calm: string[] = []
    const interrupted: string[] = []
    for (let times = 0; times < RESTARTS; times++) {
      await upToDate(desk, clinic)
      const asked = clinic.count('GET', '/hospital-call-requests/')
      const name = arrive(times)
      await desk.page.getByRole('button', { name: 'Sync now' }).click()
      if (times % 2 === 0) {
        calm.push(name)
        await vi.waitFor(() => { if (toldOf(name) === 0) throw new Error(`${name} was not told`) }, 30_000)
      } else {
        interrupted.push(name)
        await vi.waitFor(() => { if (clinic.count('GET', '/hospital-call-requests/') === asked) throw new Error('not asked') }, 30_000)
        await new Promise((resolve) => { setTimeout(resolve, Math.random() * 120) })
      }
      await kill(desk)
      desk = await openDesk({ profile })
    }
    await upToDate(desk, clinic)
    await expect.poll(() => desk.page.title()).toContain(`(${RESTARTS}) `)
    expect(calm.filter((name) => toldOf(name) !== 1)).toEqual([])
    expect(interrupted.filter((name) => toldOf(name) > 1)).toEqual([])
    process.stdout.write(`${RESTARTS} kills: ${calm.length + interrupted.length} requests, `
      + `${calm.length + interrupted.filter((name) => toldOf(name) === 1).length} told, 0 twice, ${RESTARTS} counted\n`)
    await desk.close()
  }, 20_000 * RESTARTS)
})

describe('sleep', () => {
  let bus: MessageBus
  beforeAll(async () => { bus = await messageBus() })
  afterAll(() => bus.kill())

  it('what arrives meanwhile is told in one when the desk that woke up is unlocked, without anybody asking', async () => {
    const computer = await sleeper(bus.address)
    const desk = await openDesk({ env: { DBUS_SYSTEM_BUS_ADDRESS: bus.address } })
    await begin(desk, clinic)
    const before = service.notes.length
    computer.sleep()
    computer.sleep()
    put(clinic, 2)
    // By itself the poller asks nothing twice within ten seconds.
    await new Promise((resolve) => { setTimeout(resolve, 10_500) })
    computer.wake()
    computer.wake()
    // Chromium lets go of whoever drives the page when the computer goes to sleep: from here on it is driven from within.
    const within = (call: string) => desk.app.evaluate(({ BrowserWindow }, code) =>
      BrowserWindow.getAllWindows()[0]!.webContents.executeJavaScript(`desk.invoke(${code}).then(() => undefined)`), call)
    await within(`'lock:unlock', { password: ${JSON.stringify(clinic.password)} }`)
    await expect.poll(() => service.notes.slice(before).map(({ title, body }) => [title, body])).toEqual([
      ['2 new call requests', 'They came while this computer was asleep, offline, locked or off.'],
    ])
    put(clinic, 1)
    await within("'sync:now'")
    await expect.poll(() => service.notes.length).toBe(before + 2)
    expect(service.notes.at(-1)!.title).toBe('New call request')
    await desk.close()
    computer.die()
  })
})

describe('starting', () => {
  const second = async (own: string, ...args: string[]) => {
    const noSandbox = process.env['CLINIC_E2E_NO_SANDBOX'] === '1' ? ['--no-sandbox'] : []
    const repository = path.resolve(import.meta.dirname, '..')
    const words = [repository, `--user-data-dir=${own}`, '--disable-gpu', ...noSandbox, ...args]
    const child = spawn(process.env['CLINIC_ELECTRON']!, words, { stdio: 'ignore' })
    await once(child, 'exit')
  }

  it('hidden stays in the tray until a second start asks for the window', async () => {
    const shown = await panel()
    const own = newProfile()
    const desk = await openDesk({ profile: own, args: ['--hidden'] })
    const isVisible = () => desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.isVisible())
    await desk.page.getByRole('button', { name: 'Sign in', exact: true }).waitFor({ state: 'attached' })
    await expect.poll(shown.count).toBe(1)
    expect(await isVisible()).toBe(false)
    await second(own, '--hidden')
    expect(await isVisible()).toBe(false)
    await second(own)
    await expect.poll(isVisible).toBe(true)
    await desk.close()
    removeProfile(own)
    shown.die()
  })

  it('at login is as the settings say: an entry that starts it hidden in the tray, and none when that is taken back', async () => {
    // It goes with the suite's own folder: what was killed may leave a process that writes a moment longer.
    const config = mkdtempSync(path.join(tmpdir(), 'config-'))
    const entry = path.join(config, 'autostart', 'clinic-reception.desktop')
    const shown = await panel()
    const desk = await openDesk({ env: { XDG_CONFIG_HOME: config } })
    await ask(desk.page, 'settings:change', { startAtLogin: true, startHidden: true })
    await expect.poll(() => existsSync(entry)).toBe(true)
    const command = /^Exec=(.*)$/m.exec(readFileSync(entry, 'utf8'))![1]!
    const [program, ...words] = [...command.matchAll(/"([^"]*)"/g)].map(([, word]) => word!)
    await ask(desk.page, 'settings:change', { startAtLogin: false })
    await expect.poll(() => existsSync(entry)).toBe(false)
    await desk.close()
    await expect.poll(shown.count).toBe(0)

    expect(words.at(-1)).toBe('--hidden')
    const noSandbox = process.env['CLINIC_E2E_NO_SANDBOX'] === '1' ? ['--no-sandbox'] : []
    const env = { ...process.env, XDG_CONFIG_HOME: config }
    const child = spawn(program!, [...words, '--disable-gpu', '--password-store=basic', ...noSandbox], { env, stdio: 'ignore' })
    await expect.poll(shown.count).toBe(1)
    child.kill('SIGKILL')
    await once(child, 'exit')
    shown.die()
  })
})
