import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openClinic, type Clinic } from './clinic'
import { closeAll, openDesk, signInToBoard, type Desk } from './desk'

let clinic: Clinic
let outside: Clinic
let desk: Desk

beforeAll(async () => {
  clinic = await openClinic()
  outside = await openClinic()
  desk = await openDesk()
  await desk.page.getByRole('heading', { name: 'Sign in' }).waitFor()
})
afterAll(closeAll)

describe('the window', () => {
  it('runs the page from app://, sandboxed, isolated and without Node', async () => {
    expect(await desk.page.evaluate(() => location.origin)).toBe('app://desk')
    expect(await desk.page.evaluate(() => ['require', 'process', 'Buffer', 'module'].filter((name) => name in globalThis))).toEqual([])
    type WithPreferences = { getLastWebPreferences: () => Record<string, unknown> }
    const preferences = await desk.app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((contents) => (contents as unknown as WithPreferences).getLastWebPreferences()))
    expect(preferences).toHaveLength(1)
    const closed = { contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true, webviewTag: false }
    expect(preferences[0]).toMatchObject(closed)
  })

  it.skipIf(process.platform !== 'linux' || process.env['CLINIC_E2E_NO_SANDBOX'] === '1')('is really in the system’s sandbox', async () => {
    const pid = await desk.app.evaluate(({ app }) => app.getAppMetrics().find(({ type }) => type === 'Tab')!.pid)
    const state = readFileSync(`/proc/${pid}/status`, 'utf8')
    expect(state).toMatch(/^Seccomp:\s+2$/m)
    expect(state).toMatch(/^NoNewPrivs:\s+1$/m)
  })

  it('gives the page invoke and on, and refuses calls and events it does not know', async () => {
    expect(await desk.page.evaluate(() => Object.keys((window as unknown as { desk: object }).desk))).toEqual(['invoke', 'on'])
    const refused = (call: string) => desk.page.evaluate(
      (name) => (window as unknown as { desk: { invoke: (call: string) => Promise<unknown> } }).desk.invoke(name).catch(() => 'refused'), call)
    expect(await refused('tokens:read')).toBe('refused')
    expect(await refused('__proto__')).toBe('refused')
  })

  it('reaches no network at all', async () => {
    const address = outside.server
    await desk.page.evaluate(async (server) => {
      await fetch(server).catch(() => undefined)
      navigator.sendBeacon(server)
      new Image().src = `${server}/a.png`
      try { new WebSocket(server.replace('http', 'ws')) } catch { /* refused at once */ }
      const link = Object.assign(document.createElement('link'), { rel: 'prefetch', href: server })
      document.head.append(link)
      await new Promise((resolve) => { setTimeout(resolve, 500) })
    }, address)
    expect(outside.arrived).toEqual([])
  })

  it('runs no inline script, no handler in markup and no string as code', async () => {
    const ran = await desk.page.evaluate(async () => {
      const marks = globalThis as unknown as { ran: string[] }
      marks.ran = []
      const host = document.createElement('div')
      document.body.append(host)
      const tries = [
        () => { host.innerHTML = '<img src=x onerror="ran.push(1)">' },
        () => { host.setAttribute('onclick', 'ran.push(2)') },
        () => { host.click() },
        () => { host.append(Object.assign(document.createElement('script'), { textContent: 'ran.push(3)' })) },
        () => { setTimeout('ran.push(4)') },
        () => { document.write('<script>ran.push(5)</script>') },
      ]
      for (const attempt of tries) try { attempt() } catch { /* trusted types refuse it */ }
      await new Promise((resolve) => { setTimeout(resolve, 300) })
      host.remove()
      return marks.ran
    })
    expect(ran).toEqual([])
  })

  it('goes nowhere, opens nothing and grants nothing', async () => {
    const own = await openDesk()
    await own.page.getByRole('heading', { name: 'Sign in' }).waitFor()
    const before = await own.page.evaluate(() => location.href)
    const result = await own.page.evaluate(async (server) => {
      const opened = window.open(server)
      location.href = server
      await new Promise((resolve) => { setTimeout(resolve, 300) })
      const camera = await navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'granted', (cause: Error) => cause.name)
      return { opened, camera, notification: await Notification.requestPermission() }
    }, outside.server)
    expect(result.opened).toBeNull()
    expect(result.camera).not.toBe('granted')
    expect(result.notification).toBe('denied')
    expect(await own.page.evaluate(() => location.href)).toBe(before)
    expect(outside.arrived).toEqual([])
    // The driver goes on waiting for the navigation that was refused: no further test with this one.
    await own.close()
  })

  it('serves nothing from outside the page’s folder', async () => {
    const tries = [
      '../main/index.js', '..%2fmain/index.js', '%2e%2e/main/index.js', '%2e%2e%2fmain%2findex.js', '..%5cmain%5cindex.js', '....//main/index.js',
      'assets/../../main/index.js', 'assets/..%2f..%2fmain/index.js', '/etc/passwd', '%2fetc%2fpasswd', 'index.html%00.js', '..;/main/index.js',
      '%252e%252e/main/index.js', 'package.json', '../../package.json', '..%2f..%2fpackage.json', '%c0%ae%c0%ae/main/index.js', '\\..\\main\\index.js',
      'C:/Windows/win.ini', 'file:///etc/passwd', '~/.bashrc', '.', '..', '', '%', '%zz', 'assets/', 'index.html/../../main/index.js', '../preload/index.cjs',
      '..%2fpreload%2findex.cjs',
    ]
    const served = await desk.app.evaluate(async ({ session }, paths) => {
      const answers = await Promise.all(paths.map(async (one) => {
        const answer = await session.defaultSession.fetch(`app://desk/${one}`).catch(() => undefined)
        return answer?.ok ? `${one} ${(await answer.text()).slice(0, 40)}` : undefined
      }))
      return answers.filter((answer) => answer !== undefined)
    }, tries)
    expect(served).toEqual([])
    expect(tries).toHaveLength(30)
  })
})

describe('the day’s work', () => {
  it('breaks the content security policy nowhere', async () => {
    await desk.page.evaluate(() => {
      const marks = globalThis as unknown as { violations: string[] }
      marks.violations = []
      document.addEventListener('securitypolicyviolation', (event) => marks.violations.push(`${event.violatedDirective} ${event.blockedURI}`))
    })
    await signInToBoard(desk.page, clinic)
    for (const place of ['Call requests', 'Settings', 'Calendar']) {
      await desk.page.getByRole('link', { name: place }).click()
      await desk.page.waitForTimeout(200)
    }
    await desk.page.getByRole('gridcell').first().click()
    await desk.page.waitForTimeout(200)
    expect(await desk.page.evaluate(() => (globalThis as unknown as { violations: string[] }).violations)).toEqual([])
  })

  it('asks one server only', async () => {
    expect(outside.arrived).toEqual([])
    const refused = await desk.app.evaluate(async ({ session }, server) => {
      const from = session.fromPartition('api-read', { cache: false })
      return from.fetch(server).then(() => 'answered', (cause: Error) => cause.message)
    }, outside.server)
    expect(refused).toContain('ERR_BLOCKED_BY_CLIENT')
    expect(outside.arrived).toEqual([])
  })

  it('starts once: a second start shows the first window and ends', async () => {
    const { spawn } = await import('node:child_process')
    const args = await desk.app.evaluate(() => process.argv.slice(1))
    const second = spawn(process.env['CLINIC_ELECTRON']!, args, { stdio: 'ignore' })
    const code = await new Promise((resolve) => { second.on('exit', resolve) })
    expect(code).toBe(0)
    expect(await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
    expect(await desk.page.getByRole('navigation', { name: 'Main' }).count()).toBe(1)
  })
})
