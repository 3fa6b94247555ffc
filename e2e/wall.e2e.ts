import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findings, findingsInEveryTheme } from './axe'
import { openClinic, type Clinic } from './clinic'
import { ask, closeAll, openDeskAtBoard, signIn, type Desk } from './desk'

let clinic: Clinic
let desk: Desk
beforeAll(async () => {
  clinic = await openClinic()
  desk = await openDeskAtBoard(clinic)
})
afterAll(closeAll)

const walls = () => desk.app.windows().filter((page) => page.url().startsWith('app://wall/'))
async function wall(): Promise<Page> {
  await expect.poll(() => walls().length, { timeout: 30_000 }).toBe(1)
  const [page] = walls()
  page!.setDefaultTimeout(30_000)
  await page!.locator('main').waitFor()
  return page!
}
const open = async () => {
  await ask(desk.page, 'wall:open')
  return wall()
}
const set = (change: Parameters<typeof ask<'settings:change'>>[2]) => ask(desk.page, 'settings:change', change)
const names = (page: Page) => page.locator('tbody .name').allTextContents()

describe('the wall', () => {
  it('is opened from the palette, and shows the clinics of the board and how old they are, with nothing to press', async () => {
    await desk.page.keyboard.press('Control+k')
    await desk.page.getByRole('dialog', { name: 'Command palette' }).getByRole('combobox').fill('wall screen')
    await desk.page.getByRole('option', { name: /^Wall screen on or off/ }).first().click()
    const page = await wall()
    await page.getByRole('heading', { name: 'Published slots today' }).waitFor()
    const { clinicIds } = await ask(desk.page, 'slots:readChoice')
    const { clinics } = await ask(desk.page, 'directory:read')
    const expected = (clinicIds ?? clinics.slice(0, 6).map(({ id }) => id)).map((id) => clinics.find((each) => each.id === id)!.name)
    await expect.poll(() => names(page)).toEqual(expected.slice(0, (await names(page)).length))
    expect((await names(page)).length).toBeGreaterThan(1)
    await page.getByText(/^as of \d\d:\d\d/).first().waitFor()
    expect(await page.locator('button, a, input, select, textarea, [tabindex]').count()).toBe(0)
  })

  it('can look, and nothing else: main answers it no call of the desk’s', async () => {
    const page = await wall()
    type Exposed = { desk?: unknown, wall: Record<string, unknown> }
    const exposed = await page.evaluate(() => {
      const { desk: own, wall: bridge } = globalThis as unknown as Exposed
      const node = ['require', 'process', 'Buffer', 'module'].filter((name) => name in globalThis)
      return { hasDesk: own !== undefined, keys: Object.keys(bridge).sort(), node }
    })
    expect(exposed).toEqual({ hasDesk: false, keys: ['look', 'onChange'], node: [] })
    const closed = { contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true, webviewTag: false }
    const preferences = await desk.app.evaluate(({ webContents }) => {
      const found = webContents.getAllWebContents().find((contents) => contents.getURL().startsWith('app://wall/'))!
      return (found as unknown as { getLastWebPreferences: () => Record<string, unknown> }).getLastWebPreferences()
    })
    expect(preferences).toMatchObject(closed)
    // What a script there could do with the preload's own ipcRenderer: main knows the frame by its origin.
    const replies = await desk.app.evaluate(async ({ webContents, ipcMain }) => {
      const frame = webContents.getAllWebContents().find((contents) => contents.getURL().startsWith('app://wall/'))!.mainFrame
      type Handler = (event: object, input: unknown) => Promise<unknown>
      const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Handler> })._invokeHandlers
      const answers = await Promise.all([...handlers.values()].map((handler) => handler({ senderFrame: frame }, undefined)))
      return answers.map((answer) => JSON.stringify(answer))
    })
    expect(replies.length).toBeGreaterThan(80)
    expect([...new Set(replies)]).toEqual(['{"ok":false,"error":{"kind":"forbidden"}}'])
  })

  it.each(['next', 'board'] as const)('is without findings in every theme, as %s', async (wallView) => {
    await set({ wallView })
    const page = await wall()
    await page.locator(wallView === 'next' ? 'table' : '.board').waitFor()
    expect(await findingsInEveryTheme(page)).toEqual([])
  })

  it('speaks and runs as the settings say', async () => {
    const page = await wall()
    await set({ language: 'ar', theme: 'contrastDark', wallView: 'next' })
    await page.getByRole('heading', { name: 'الفترات المنشورة اليوم' }).waitFor()
    const marks = () => page.evaluate(() => {
      const { dir, lang, dataset } = document.documentElement
      return [dir, lang, dataset['contrast']]
    })
    await expect.poll(marks).toEqual(['rtl', 'ar', 'more'])
    expect(await findings(page)).toEqual([])
    await set({ language: 'en', theme: 'light' })
    await page.getByRole('heading', { name: 'Published slots today' }).waitFor()
  })

  it('costs the server nothing, and says that it is offline', async () => {
    const page = await wall()
    await clinic.goAway()
    await ask(desk.page, 'sync:now').catch(() => undefined)
    await page.getByText(/offline$/).first().waitFor({ timeout: 60_000 })
    expect((await names(page)).length).toBeGreaterThan(1)
    await clinic.comeBack()
    await ask(desk.page, 'sync:now')
    await expect.poll(() => page.getByText(/offline$/).count(), { timeout: 60_000 }).toBe(0)
  })

  it('shows the time alone while the desk is locked and where nobody is signed in', async () => {
    const page = await wall()
    const [first] = await names(page)
    await desk.page.keyboard.press('Control+Shift+L')
    await page.getByText('The desk is locked.').waitFor()
    expect(await page.locator('body').innerText()).not.toContain(first)
    expect(await page.locator('.clock').innerText()).toMatch(/^\d\d:\d\d$/)
    await desk.page.getByRole('dialog', { name: 'Locked' }).getByLabel('Password').fill(clinic.password)
    await desk.page.getByRole('button', { name: 'Unlock' }).click()
    await expect.poll(() => names(page)).toContain(first)
    await set({ wallWhenLocked: true })
    await desk.page.keyboard.press('Control+Shift+L')
    await desk.page.getByRole('dialog', { name: 'Locked' }).waitFor()
    expect(await names(page)).toContain(first)
    await desk.page.getByRole('dialog', { name: 'Locked' }).getByLabel('Password').fill(clinic.password)
    await desk.page.getByRole('button', { name: 'Unlock' }).click()
    await desk.page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByText('Nobody is signed in.').waitFor()
    expect(await page.locator('body').innerText()).not.toContain(first)
    await desk.page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await signIn(desk.page, clinic)
    await expect.poll(() => names(page), { timeout: 60_000 }).toContain(first)
  })

  it('holds the page that it shows while it is told to', async () => {
    const page = await wall()
    await desk.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().startsWith('app://wall/'))!.setSize(640, 360)
    })
    await page.locator('.dot').nth(1).waitFor()
    await page.keyboard.press('Space')
    await page.locator('.held').waitFor()
    await page.keyboard.press('Space')
    await page.locator('.held').waitFor({ state: 'detached' })
  })

  it('is closed by Escape, and opened and closed in the settings', async () => {
    const page = await wall()
    const closed = page.waitForEvent('close')
    // As the system sends it: what the page's driver types goes past main.
    await desk.app.evaluate(({ webContents }) => {
      const found = webContents.getAllWebContents().find((contents) => contents.getURL().startsWith('app://wall/'))!
      found.sendInputEvent({ type: 'keyDown', keyCode: 'Escape' })
    })
    await closed
    await desk.page.getByRole('link', { name: 'Settings' }).click()
    await desk.page.getByRole('button', { name: 'Open the wall screen' }).click()
    const again = await wall()
    const gone = again.waitForEvent('close')
    await desk.page.getByRole('button', { name: 'Close the wall screen' }).click()
    await gone
    await desk.page.getByRole('button', { name: 'Open the wall screen' }).waitFor()
  })

  it('goes to a place that exists when its screen is unplugged, says so, and comes back with it', async () => {
    const bounds = () => desk.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().startsWith('app://wall/'))?.getBounds().x ?? Number.NaN)
    /** One window takes the other's place: what is said on those that are there now, that the screen is missing and its heading. */
    const said = () => Promise.all(['The screen that was chosen for this is not connected.', 'Published slots today'].map(async (text) => {
      const counts = await Promise.all(walls().map((page) => page.getByText(text, { exact: true }).count().catch(() => 0)))
      return counts.reduce((sum, count) => sum + count, 0)
    }))
    const plug = (isThere: boolean) => desk.app.evaluate(({ screen }, there) => {
      const one = screen.getPrimaryDisplay()
      const [own, other] = [{ x: 0, y: 0, width: 700, height: 700 }, { x: 700, y: 0, width: 500, height: 600 }]
      const tv = { ...one, id: 4242, label: 'TV', bounds: other, workArea: other }
      const displays = [{ ...one, bounds: own, workArea: own }, ...there ? [tv] : []]
      const asked = screen as unknown as { getAllDisplays: () => unknown, getDisplayMatching: () => unknown }
      asked.getAllDisplays = () => displays
      asked.getDisplayMatching = () => displays[0]
      screen.emit(there ? 'display-added' : 'display-removed')
    }, isThere)
    await plug(true)
    await expect.poll(async () => (await ask(desk.page, 'wall:read')).screens.map(({ name }) => name)).toContain('TV')
    await set({ wallScreen: '4242' })
    await open()
    await expect.poll(bounds).toBeGreaterThanOrEqual(700)
    await plug(false)
    await expect.poll(bounds).toBeLessThan(700)
    await expect.poll(said).toEqual([1, 1])
    await desk.page.getByText('The chosen screen is not connected.').waitFor()
    await plug(true)
    await expect.poll(bounds).toBeGreaterThanOrEqual(700)
    await expect.poll(said).toEqual([0, 1])
  })

  it('is closed with the desk’s window', async () => {
    await wall()
    await set({ whenClosed: 'quit' })
    const gone = desk.app.waitForEvent('close')
    await desk.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().startsWith('app://desk/'))!.close()
    })
    await gone
  })
})
