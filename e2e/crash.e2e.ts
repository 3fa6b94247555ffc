import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeAllDesks, newProfile, openDesk, removeProfile, type Desk } from './desk'
import { filesIn } from './profileFiles'

let profile: string
beforeEach(() => { profile = newProfile() })
afterEach(async () => {
  await closeAllDesks()
  removeProfile(profile)
})

const log = () => readFileSync(path.join(profile, 'logs', 'main.log'), 'utf8')
const dumps = () => filesIn(profile).filter((file) => file.endsWith('.dmp'))
/** What the page shows, by way of main: the driver gives up a page whose process has died. */
const shown = (desk: Desk) => desk.app.evaluate(async ({ BrowserWindow }) => {
  const [window] = BrowserWindow.getAllWindows()
  return window!.webContents.isCrashed() ? 'crashed' : window!.webContents.executeJavaScript('document.body.innerText') as Promise<string>
}).catch(() => 'not yet')

async function crashed(desk: Desk): Promise<void> {
  await desk.page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await desk.app.evaluate(({ BrowserWindow }) => { BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer() })
  await expect.poll(() => log()).toMatch(/page\.died reason=\w+/)
  await expect.poll(() => shown(desk)).toContain('Sign in')
}

/** As an administrator leaves it: nobody may write the file or its folder. */
function policy(fixed: object): string {
  const folder = path.join(profile, 'administrators')
  const file = path.join(folder, 'policy.json')
  mkdirSync(folder)
  writeFileSync(file, JSON.stringify(fixed))
  chmodSync(file, 0o444)
  chmodSync(folder, 0o555)
  return file
}

describe('a page whose process dies', () => {
  it('begins anew, and leaves no dump of what was in its memory', async () => {
    const desk = await openDesk({ profile })
    await crashed(desk)
    expect(dumps()).toEqual([])
    expect(await desk.app.evaluate(({ crashReporter }) => crashReporter.getUploadToServer())).toBe(false)
  })

  it('leaves a dump in the profile where the administrator wants it, and sends it nowhere', async () => {
    const desk = await openDesk({ profile, env: { CLINIC_POLICY: policy({ crashDumps: true }) } })
    await crashed(desk)
    await expect.poll(dumps).not.toEqual([])
    expect(await desk.app.evaluate(({ crashReporter }) => crashReporter.getUploadToServer())).toBe(false)
    chmodSync(path.join(profile, 'administrators'), 0o755)
  })
})

it('a fault that nobody caught is logged without its text, opens no window, and the program goes on', async () => {
  const desk = await openDesk({ profile })
  await desk.page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await desk.app.evaluate(({ dialog }) => {
    Object.assign(globalThis, { boxes: 0 })
    dialog.showErrorBox = () => { Object.assign(globalThis, { boxes: 1 }) }
    setTimeout(() => { throw new TypeError('asha@clinic.example said hunter2') })
    void Promise.reject(new RangeError('asha@clinic.example said hunter2'))
  })
  await expect.poll(log).toMatch(/fault ref=\w+ where=uncaught name=TypeError/)
  await expect.poll(log).toMatch(/fault ref=\w+ where=unhandled name=RangeError/)
  expect(log()).not.toMatch(/asha|hunter2/)
  expect(await desk.app.evaluate(() => (globalThis as unknown as { boxes: number }).boxes)).toBe(0)
  expect(await desk.page.getByRole('heading', { name: 'Sign in' }).count()).toBe(1)
})
