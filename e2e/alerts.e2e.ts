import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { begin, doctorsOf, put, sync, upToDate } from './arrivals'
import { openClinic, type Clinic } from './clinic'
import { closeAll, openDesk, type Desk } from './desk'
import { notificationService, panel, type NotificationService, type Panel } from './desktopStandIn'

const AWAY = 'They came while this computer was asleep, offline, locked or off.'

let service: NotificationService
let clinic: Clinic
let desk: Desk

const link = () => desk.page.getByRole('link', { name: 'Call requests' })
const banner = () => desk.page.getByRole('alert').filter({ hasText: 'did not show a notification' })
const told = (from = 0) => service.notes.slice(from).map(({ title, body }) => [title, body])
const seeAll = async () => {
  await link().click()
  await desk.page.getByRole('button', { name: 'Mark all as seen' }).click()
  await desk.page.getByRole('button', { name: 'Mark all as seen' }).waitFor({ state: 'hidden' })
}

afterAll(closeAll)

describe('with a notification service', () => {
  beforeAll(async () => {
    service = await notificationService()
    clinic = await openClinic()
    desk = await openDesk()
    await begin(desk, clinic)
  })
  afterEach(async () => {
    if (await link().getByText(/\d/).count() > 0) await seeAll()
  })
  afterAll(async () => {
    await desk.close()
    await clinic.close()
    service.die()
  })

  it('the first list is not told', () => {
    expect(told()).toEqual([])
  })

  it('each new call request is told once, without names, and counted in link and title', async () => {
    put(clinic, 2)
    await sync(desk, clinic)
    await expect.poll(() => told()).toEqual([['New call request', ''], ['New call request', '']])
    expect(service.notes.map(({ urgency }) => urgency)).toEqual([1, 1])
    await expect.poll(() => desk.page.title()).toBe('(2) Calendar – Clinic Reception')
    expect(await link().innerText()).toContain('2')
    await sync(desk, clinic)
    await sync(desk, clinic)
    expect(told()).toHaveLength(2)
  })

  it('a click opens the request, which is seen then, and its notification goes', async () => {
    const before = service.notes.length
    const [id] = put(clinic, 1)
    await sync(desk, clinic)
    await expect.poll(() => told(before)).toHaveLength(1)
    await desk.app.evaluate(({ BrowserWindow }) => { BrowserWindow.getAllWindows()[0]!.minimize() })
    service.click(service.notes.at(-1)!)
    await expect.poll(() => desk.page.url()).toContain(`#/call-requests?request=${id}`)
    await desk.page.locator('li[aria-current="true"]').filter({ hasText: `no. ${id}` }).waitFor()
    await expect.poll(() => desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.isMinimized())).toBe(false)
    await expect.poll(() => desk.page.title()).toBe('Call requests – Clinic Reception')
  })

  it('marking as seen takes the notifications away', async () => {
    const before = service.notes.length
    put(clinic, 1)
    await sync(desk, clinic)
    await expect.poll(() => told(before)).toHaveLength(1)
    await seeAll()
    await expect.poll(() => service.closed).toContain(service.notes.at(-1)!.id)
  })

  it('more than three are told in one', async () => {
    const before = service.notes.length
    put(clinic, 350)
    await sync(desk, clinic)
    await expect.poll(() => told(before)).toEqual([['350 new call requests', '']])
    await expect.poll(() => link().innerText()).toContain('99+')
    await expect.poll(() => desk.page.title()).toBe('(350) Call requests – Clinic Reception')
  })

  it('with the setting on, names are told, escaped where the body is markup', async () => {
    await desk.page.getByRole('link', { name: 'Settings' }).click()
    await desk.page.getByRole('checkbox', { name: 'Say the doctor’s name' }).check()
    await desk.page.getByRole('checkbox', { name: 'Keep a notification on the screen until it is dealt with' }).check()
    const before = service.notes.length
    const doctor = doctorsOf(clinic)[1]!
    doctor.name = 'Dr. <i>Rao</i> & Sons'
    put(clinic, 1, 1)
    await sync(desk, clinic)
    await expect.poll(() => told(before)).toEqual([['New call request', 'Dr. &lt;i&gt;Rao&lt;/i&gt; &amp; Sons']])
    expect(service.notes.at(-1)!.urgency).toBe(2)
    put(clinic, 3, 1)
    put(clinic, 1, 2)
    await sync(desk, clinic)
    await expect.poll(() => told(before + 1)).toEqual([['4 new call requests', '3 for Dr. &lt;i&gt;Rao&lt;/i&gt; &amp; Sons']])
    await desk.page.getByRole('link', { name: 'Settings' }).click()
    await desk.page.getByRole('checkbox', { name: 'Say the doctor’s name' }).uncheck()
  })

  it('quiet hours and a pause silence it, but neither link nor title', async () => {
    await desk.page.getByRole('link', { name: 'Settings' }).click()
    const before = service.notes.length
    await desk.page.getByRole('button', { name: 'For 1 hour' }).click()
    await desk.page.getByRole('button', { name: 'Resume notifications' }).waitFor()
    put(clinic, 1)
    await sync(desk, clinic)
    await expect.poll(() => desk.page.title()).toBe('(1) Settings – Clinic Reception')
    await desk.page.getByRole('button', { name: 'Resume notifications' }).click()
    await desk.page.getByRole('button', { name: 'For 1 hour' }).waitFor()
    await desk.page.getByRole('checkbox', { name: 'Quiet hours' }).check()
    await desk.page.getByRole('textbox', { name: 'From' }).fill('0:00')
    await desk.page.getByRole('textbox', { name: 'To', exact: true }).fill('0')
    await desk.page.getByRole('textbox', { name: 'To', exact: true }).press('Enter')
    await expect.poll(() => desk.page.getByRole('textbox', { name: 'To', exact: true }).inputValue()).toBe('00:00')
    put(clinic, 1)
    await sync(desk, clinic)
    await expect.poll(() => desk.page.title()).toBe('(2) Settings – Clinic Reception')
    await desk.page.getByRole('checkbox', { name: 'Quiet hours' }).uncheck()
    put(clinic, 1)
    await sync(desk, clinic)
    await expect.poll(() => told(before)).toEqual([['New call request', '']])
  })

  it('after an outage they are told in one', async () => {
    const before = service.notes.length
    const heal = clinic.fail('/hospital-call-requests/', (_request, response) => { response.writeHead(503).end() })
    put(clinic, 2)
    await desk.page.getByRole('button', { name: 'Sync now' }).click()
    await expect.poll(() => desk.page.getByRole('status', { name: 'Sync status' }).innerText()).toMatch(/Not up to date|Offline/)
    heal()
    await sync(desk, clinic)
    await expect.poll(() => told(before)).toEqual([['2 new call requests', AWAY]])
  })

  it('a service that refuses, or dies, is noticed: a banner and the settings say so', async () => {
    service.refuse(true)
    const [id] = put(clinic, 1)
    await sync(desk, clinic)
    await banner().waitFor()
    await desk.page.getByRole('link', { name: 'Settings' }).click()
    await desk.page.getByText('This computer showed no notification of ours.').waitFor()
    service.refuse(false)
    await desk.page.getByRole('button', { name: 'Test notification' }).click()
    await desk.page.getByText('The notification was shown.').waitFor()
    expect(told().at(-1)).toEqual(['Test notification', 'New call requests will be told like this.'])
    await banner().getByRole('button', { name: 'Show' }).click()
    await expect.poll(() => desk.page.url()).toContain(`request=${id}`)
    await banner().waitFor({ state: 'hidden' })

    service.die()
    await desk.page.getByRole('link', { name: 'Settings' }).click()
    await desk.page.getByRole('button', { name: 'Test notification' }).click()
    await desk.page.getByText('No notification was shown.').waitFor()
    put(clinic, 2)
    await sync(desk, clinic)
    await expect.poll(() => banner().innerText()).toContain('2 new call requests')
    await banner().getByRole('button', { name: 'Close the announcement' }).click()
    await banner().waitFor({ state: 'hidden' })
  })
})

describe('without a notification service', () => {
  it('a banner tells, and goes with the requests when they are seen', async () => {
    clinic = await openClinic()
    desk = await openDesk()
    await begin(desk, clinic)
    put(clinic, 5)
    await sync(desk, clinic)
    await expect.poll(() => banner().innerText()).toContain('5 new call requests')
    await seeAll()
    await banner().waitFor({ state: 'hidden' })
    await desk.close()
    await clinic.close()
  })
})

describe('a tray', () => {
  let shown: Panel
  beforeAll(async () => {
    shown = await panel()
    service = await notificationService()
    clinic = await openClinic()
    desk = await openDesk()
  })
  afterAll(async () => {
    await closeAll()
    shown.die()
    service.die()
  })

  const labels = async () => (await shown.menu()).map(({ label, isLine }) => isLine ? '–' : label)
  const isVisible = () => desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.isVisible())
  const close = () => desk.app.evaluate(({ BrowserWindow }) => { BrowserWindow.getAllWindows()[0]!.close() })

  it('says that nobody is signed in', async () => {
    await expect.poll(shown.count).toBe(1)
    expect(await shown.tooltip()).toBe('Clinic Reception: signed out')
    expect(await labels()).toEqual(['Open Clinic Reception', '–', 'Quit'])
  })

  it('says how many are new, lists the latest, and opens one', async () => {
    const before = await shown.icon()
    await begin(desk, clinic)
    const known = clinic.hospital.callRequests.rows.size
    await expect.poll(shown.tooltip).toBe(`Clinic Reception: no new call requests of ${known}`)
    const calm = await shown.icon()
    expect(calm.equals(before)).toBe(false)
    const [one, other] = put(clinic, 2)
    await sync(desk, clinic)
    await expect.poll(shown.tooltip).toBe(`Clinic Reception: 2 new call requests of ${known + 2}`)
    expect((await shown.icon()).equals(calm)).toBe(false)
    expect((await labels()).slice(2, 4)).toEqual([`New: No. ${other}, 2026-11-26`, `New: No. ${one}, 2026-11-26`])
    expect((await labels()).slice(-7)).toEqual(['–', 'Sync now', 'Pause notifications for 1 hour', 'Pause notifications until tomorrow', '–', 'Lock', 'Quit'])
    await shown.choose(`New: No. ${one}, 2026-11-26`)
    await expect.poll(() => desk.page.url()).toContain(`request=${one}`)
    await expect.poll(shown.tooltip).toBe(`Clinic Reception: 1 new call request of ${known + 2}`)
  })

  it('asks the server, and pauses notifications', async () => {
    const asked = clinic.count('GET', '/hospital-call-requests/')
    await shown.choose('Sync now')
    await expect.poll(() => clinic.count('GET', '/hospital-call-requests/')).toBeGreaterThan(asked)
    await shown.choose('Pause notifications for 1 hour')
    await expect.poll(shown.tooltip).toMatch(/notifications paused until \d\d:\d\d$/)
    await shown.choose('Resume notifications')
    await expect.poll(shown.tooltip).not.toContain('paused')
  })

  it('keeps the program when the window is closed, says so once, and brings it back', async () => {
    for (let times = 0; times < 2; times++) {
      await close()
      await expect.poll(isVisible).toBe(false)
      await shown.click()
      await expect.poll(isVisible).toBe(true)
    }
    expect(service.notes.filter(({ title }) => title === 'Clinic Reception')).toHaveLength(1)
  })

  it('tells of what arrives while the window is hidden, and opens it by a click', async () => {
    await close()
    await expect.poll(isVisible).toBe(false)
    const before = service.notes.length
    put(clinic, 1)
    await shown.choose('Sync now')
    await expect.poll(() => told(before)).toEqual([['New call request', '']])
    service.click(service.notes.at(-1)!)
    await expect.poll(isVisible).toBe(true)
  })

  it('gives the window back when the panel goes, and comes again with it', async () => {
    await upToDate(desk, clinic)
    await close()
    await expect.poll(isVisible).toBe(false)
    shown.setHost(false)
    await expect.poll(isVisible).toBe(true)
    await expect.poll(shown.count).toBe(0)
    shown.setHost(true)
    await expect.poll(shown.count).toBe(1)
    expect(await shown.tooltip()).toContain('new call request')
  })

  it('is gone with the program, which ends from its menu', async () => {
    const ended = new Promise((resolve) => { desk.app.process().once('exit', resolve) })
    await shown.choose('Quit')
    await ended
    await expect.poll(shown.count).toBe(0)
  })
})

describe('without a tray', () => {
  it('closing the window ends the program', async () => {
    desk = await openDesk()
    const ended = new Promise((resolve) => { desk.app.process().once('exit', resolve) })
    await desk.app.evaluate(({ BrowserWindow }) => { BrowserWindow.getAllWindows()[0]!.close() }).catch(() => undefined)
    await ended
  })
})
