import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { answering, openClinic, type Clinic } from './clinic'
import { closeAll, openDeskAtBoard, signIn, type Desk } from './desk'

let clinic: Clinic
let desk: Desk

beforeAll(async () => {
  clinic = await openClinic()
  desk = await openDeskAtBoard(clinic)
})
afterEach(() => { clinic.heal() })
afterAll(closeAll)

const status = () => desk.page.getByRole('status', { name: 'Sync status' })
const panel = () => desk.page.getByRole('dialog', { name: 'Sync' })
const polls = () => clinic.count('GET', '/hospital-call-requests/')
const quiet = () => new Promise((resolve) => { setTimeout(resolve, 10_500) })

it('opens from the status by keyboard, says how old each list is, and closes with Escape', async () => {
  await status().getByRole('button').focus()
  await desk.page.keyboard.press('Enter')
  await panel().getByRole('list').waitFor()
  expect(await panel().innerText()).toMatch(/Slots of .+\n[^]*Call requests[^]*Staff[^]*Departments[^]*Clinics/)
  expect(await panel().innerText()).toMatch(/Everything on screen is fetched again at \d\d:\d\d/)
  await desk.page.keyboard.press('Escape')
  await panel().waitFor({ state: 'hidden' })
})

it('marks only the list that fails, with its reason, and is well again after "Sync now"', async () => {
  clinic.fail('/hospital-call-requests/', answering(403, '{"detail": "no"}'))
  await desk.page.getByRole('button', { name: 'Sync now' }).click()
  await expect.poll(() => status().innerText()).toContain('Not up to date: Call requests')
  await status().getByRole('button').click()
  expect(await panel().innerText()).toContain('This account may not do that')
  clinic.heal()
  await panel().getByRole('button', { name: 'Sync now' }).click()
  await expect.poll(() => status().innerText()).toContain('Up to date')
  await desk.page.keyboard.press('Escape')
})

it.each(['resume', 'unlock-screen'] as const)('makes one pass soon after %s, which may come twice', async (event) => {
  await quiet()
  const before = polls()
  await desk.app.evaluate(({ powerMonitor }, name) => {
    powerMonitor.emit(name)
    powerMonitor.emit(name)
  }, event)
  await expect.poll(polls, { timeout: 20_000, interval: 50 }).toBe(before + 1)
  await new Promise((resolve) => { setTimeout(resolve, 1500) })
  expect(polls()).toBe(before + 1)
})

/** The way of the reads through a proxy, or without one. */
const proxied = (to: string | null) => desk.app.evaluate(({ session }, rules) => session.fromPartition('api-read').setProxy(
  rules ? { mode: 'fixed_servers', proxyRules: rules, proxyBypassRules: '<-loopback>' } : { mode: 'direct' },
), to)
const syncNow = () => desk.page.getByRole('button', { name: 'Sync now' }).first().click()
const says = (words: RegExp | string) => expect.poll(() => status().innerText()).toMatch(words)

it('names a proxy that does not answer, and is well again without it', async () => {
  await proxied('http://127.0.0.1:9')
  await syncNow()
  await says(/Offline since \d\d:\d\d: proxy not reachable/)
  await proxied(null)
  await syncNow()
  await says('Up to date')
})

it.each<['the window is looked at again' | 'the network is back', (desk: Desk) => Promise<unknown>]>([
  ['the window is looked at again', ({ app }) => app.evaluate(({ app: program, BrowserWindow }) => program.emit('browser-window-focus', {}, BrowserWindow.getAllWindows()[0]))],
  ['the network is back', async ({ page }) => {
    await page.context().setOffline(true)
    await page.context().setOffline(false)
  }],
])('tries soon when %s', async (_, comeBack) => {
  await clinic.goAway()
  await syncNow()
  await says(/Offline since .*server not reachable/)
  await clinic.comeBack()
  const before = polls()
  await comeBack(desk)
  await expect.poll(polls, { timeout: 20_000, interval: 50 }).toBeGreaterThan(before)
  await says('Up to date')
})

it('says at sign-in that a name was not found', async () => {
  await desk.page.getByRole('button', { name: 'Sign out' }).click()
  await desk.page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await signIn(desk.page, { ...clinic, server: 'https://clinic.invalid' })
  await desk.page.getByText('The clinic server’s name was not found.').waitFor()
})
