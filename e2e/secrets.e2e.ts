import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import en from '@shared/locales/en.json'
import { openClinic, type Clinic } from './clinic'
import { closeAll, newProfile, openDesk, openDeskAtBoard, removeProfile, signInToBoard, slotsShown, type Desk } from './desk'
import { filesIn, filesWith } from './profileFiles'

const profiles: string[] = []
const profile = () => {
  const made = newProfile()
  profiles.push(made)
  return made
}

afterEach(closeAll)
afterAll(() => { profiles.forEach(removeProfile) })

/** What the desk keeps of a person, without what is sealed to outlive their shift: the activity, and their notes on call requests. */
const ofThePerson = (profile: string) => filesIn(path.join(profile, 'desk'))
  .map((file) => path.relative(path.join(profile, 'desk'), file))
  .filter((file) => file !== 'desk.key' && !/^(activity|triage|audit)/.test(file))

/** Records in the main process every argument and answer of every IPC call from now on. */
const recordIpc = (desk: Desk) => desk.app.evaluate(({ ipcMain, BrowserWindow }) => {
  const record: string[] = []
  Object.assign(globalThis, { ipcRecord: record })
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- Electron's map of handlers has no type
  const handlers = (ipcMain as any)._invokeHandlers as Map<string, (event: unknown, ...args: unknown[]) => Promise<unknown>>
  for (const [channel, handler] of handlers) {
    handlers.set(channel, async (event, ...args) => {
      const reply = await handler(event, ...args)
      record.push(JSON.stringify([channel, channel === 'session:signIn' ? 'typed by the person' : args, reply]))
      return reply
    })
  }
  for (const { webContents } of BrowserWindow.getAllWindows()) {
    const send = webContents.send.bind(webContents)
    webContents.send = (channel: string, ...args: unknown[]) => {
      record.push(JSON.stringify([channel, args]))
      send(channel, ...args)
    }
  }
})
const recordedIpc = (desk: Desk) => desk.app.evaluate(() => (globalThis as unknown as { ipcRecord: string[] }).ipcRecord.join('\n'))

const tokensSeenBy = (clinic: Clinic) => [...new Set(clinic.arrived.map(({ authorization }) => authorization.replace('Bearer ', '')).filter(Boolean))]
const board = (desk: Desk) => desk.page.getByRole('grid', { name: 'Day board' })

describe('tokens and password', () => {
  it('are neither on the disk, nor in the logs, nor in what crosses to the renderer', async () => {
    const clinic = await openClinic({ accessSeconds: 30, rotate: true })
    const desk = await openDesk({ profile: profile() })
    await desk.page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await recordIpc(desk)
    await signInToBoard(desk.page, clinic)
    await desk.page.getByRole('button', { name: 'Sync now' }).click()
    await desk.page.getByRole('link', { name: 'Call requests' }).click()
    await desk.page.getByRole('list', { name: 'Call requests' }).waitFor()
    const crossed = await recordedIpc(desk)
    const tokens = tokensSeenBy(clinic)
    expect(crossed.length).toBeGreaterThan(1000)
    expect(tokens.length).toBeGreaterThan(0)
    await desk.close()
    for (const secret of [...tokens, clinic.password]) {
      expect(filesWith(desk.profile, secret)).toEqual([])
      expect(crossed).not.toContain(secret)
      expect(desk.output()).not.toContain(secret)
    }
    expect(crossed).not.toMatch(/eyJ[\w-]+\.eyJ/)
    expect(readFileSync(path.join(desk.profile, 'logs', 'main.log'), 'utf8')).not.toMatch(/eyJ|@|password/i)
  })

  it('outlive a restart sealed by the key ring, and are refreshed without a question', async () => {
    const clinic = await openClinic({ accessSeconds: 2, rotate: true })
    const folder = profile()
    const first = await openDeskAtBoard(clinic, { profile: folder })
    await first.close()
    const second = await openDesk({ profile: folder })
    await board(second).waitFor()
    await slotsShown(second.page).waitFor()
    expect(clinic.count('POST', '/token/refresh/')).toBeGreaterThan(0)
    expect(clinic.arrived.filter(({ url, method }) => method === 'POST' && url.endsWith('/api/token/'))).toHaveLength(1)
  })

  it('are gone from the disk after signing out, without a network too', async () => {
    const clinic = await openClinic()
    const folder = profile()
    const desk = await openDeskAtBoard(clinic, { profile: folder })
    expect(ofThePerson(folder)).toContain('session.sealed')
    await clinic.close()
    await desk.page.getByRole('button', { name: 'Sign out' }).click()
    await desk.page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await expect.poll(() => ofThePerson(folder)).toEqual([])
    await desk.close()
    const again = await openDesk({ profile: folder })
    await again.page.getByRole('heading', { name: 'Sign in' }).waitFor()
  })

  it('stay in memory where there is no key store, and the screen says what that means', async () => {
    const clinic = await openClinic()
    const folder = profile()
    const desk = await openDeskAtBoard(clinic, { profile: folder, keyRing: false })
    expect(await desk.page.getByText(en.shell.notKept).count()).toBe(1)
    expect(filesIn(path.join(folder, 'desk'))).toEqual([])
    await desk.close()
    const again = await openDesk({ profile: folder, keyRing: false })
    await again.page.getByRole('heading', { name: 'Sign in' }).waitFor()
  })
})

describe('a refresh', () => {
  it('reaches the server once though it drops reused connections', async () => {
    const clinic = await openClinic({ accessSeconds: 1, rotate: true })
    clinic.fail('/refresh/', async (request, _response, next) => {
      if (clinic.isReused(request)) request.socket.destroy()
      else await next()
    })
    const desk = await openDeskAtBoard(clinic, { profile: profile() })
    const before = clinic.count('POST', '/refresh/')
    for (let turn = 0; turn < 4; turn += 1) {
      await new Promise((resolve) => { setTimeout(resolve, 1100) })
      await desk.page.getByRole('button', { name: 'Sync now' }).click()
    }
    await expect.poll(() => clinic.count('POST', '/refresh/') - before).toBeGreaterThan(1)
    expect(await board(desk).count()).toBe(1)
    expect(await desk.page.getByRole('heading', { name: 'Sign in' }).count()).toBe(0)
  })
})
