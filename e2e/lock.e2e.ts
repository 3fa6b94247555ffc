import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { calls } from '@shared/ipc/contract'
import { openClinic, type Clinic } from './clinic'
import { closeAll, newProfile, openDesk, openDeskAtBoard, removeProfile, type Desk } from './desk'
import { heapHolds } from './heap'

let clinic: Clinic
let desk: Desk
const profile = newProfile()

beforeAll(async () => {
  clinic = await openClinic()
  desk = await openDeskAtBoard(clinic, { profile })
})
afterEach(async () => {
  clinic.heal()
  if (await locked().count() > 0) await unlock()
})
afterAll(async () => {
  await closeAll()
  removeProfile(profile)
})

const locked = () => desk.page.getByRole('dialog', { name: 'Locked' })
const unlock = async (password = clinic.password) => {
  await locked().getByLabel('Password').fill(password)
  await locked().getByRole('button', { name: 'Unlock' }).click()
}
/** What main answers to each call, by its name. */
const answers = () => desk.page.evaluate(async (names) => {
  const { desk: bridge } = window as unknown as { desk: { invoke: (call: string) => Promise<{ ok: boolean, error?: { kind: string } }> } }
  return Promise.all(names.map(async (name) => [name, (await bridge.invoke(name)).error?.kind ?? 'ok'] as const))
}, Object.keys(calls).filter((name) => name !== 'lock:leave'))

describe('a locked desk', () => {
  it('holds nothing of the clinic in its page, and main answers no call for data', async () => {
    const clinicName = await desk.page.getByRole('columnheader').nth(1).innerText().then((text) => text.split('\n')[0]!)
    expect(clinicName.length).toBeGreaterThan(4)
    expect(await heapHolds(desk.page, clinicName)).toBe(true)
    await desk.page.getByRole('button', { name: 'Lock', exact: true }).click()
    await locked().waitFor()
    expect(await desk.page.content()).not.toContain(clinicName)
    await expect.poll(() => heapHolds(desk.page, clinicName)).toBe(false)
    expect(await desk.page.title()).toBe('Locked – Clinic Reception')
    const open = (await answers()).filter(([, kind]) => kind !== 'locked').map(([name]) => name)
    expect(open.sort()).toEqual(['app:info', 'app:online', 'lock:lock', 'lock:unlock', 'session:read', 'settings:read'])
  })

  it('is opened by the password alone, with the server and without it, and is as it was left', async () => {
    await desk.page.getByRole('link', { name: 'Staff' }).click()
    await desk.page.getByRole('button', { name: 'Add staff member' }).click()
    await desk.page.getByRole('dialog', { name: 'Staff member' }).getByRole('textbox', { name: 'Name' }).fill('Half typed')
    await desk.page.keyboard.press('Control+Shift+L')
    await unlock('wrong')
    await locked().getByText('This is not the password. Try again.').waitFor()
    clinic.fail('/api/token/', (_, response) => { response.destroy(); return Promise.resolve() })
    await unlock('wrong again')
    await locked().getByText('This is not the password. Try again.').waitFor()
    await unlock()
    await desk.page.getByRole('button', { name: 'Add staff member' }).click()
    expect(await desk.page.getByRole('dialog', { name: 'Staff member' }).getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Half typed')
  })
})

describe('the desk is locked', () => {
  it('when nobody touches the computer, when it sleeps, and after a restart', async () => {
    await desk.app.evaluate(({ powerMonitor }) => { powerMonitor.getSystemIdleTime = () => 100_000 })
    // Five minutes after somebody has touched the window, which the system knows nothing of here.
    await desk.app.evaluate(() => {
      const real = Date.now
      Date.now = () => real() + 300_000
    })
    // It looks again as late as it may, seen from its last look.
    await locked().waitFor({ timeout: 60_000 })
    await unlock()
    await desk.page.getByRole('button', { name: 'Lock', exact: true }).waitFor()
    await desk.app.evaluate(({ powerMonitor }) => { powerMonitor.emit('suspend') })
    await locked().waitFor()
    await desk.close()
    desk = await openDesk({ profile })
    await unlock()
    await desk.page.getByRole('button', { name: 'Lock', exact: true }).waitFor()
  })
})

it('loses no letter that was typed as the computer went to sleep', async () => {
  await desk.page.getByRole('link', { name: 'Departments' }).click()
  await desk.page.getByRole('button', { name: 'Add department' }).click()
  const name = () => desk.page.getByRole('dialog', { name: 'Department' }).getByRole('textbox', { name: 'Name' })
  await name().fill('Typed at the last moment')
  await desk.app.evaluate(({ powerMonitor }) => { powerMonitor.emit('suspend') })
  await locked().waitFor()
  await unlock()
  await desk.page.getByRole('button', { name: 'Add department' }).click()
  await expect.poll(() => name().inputValue()).toBe('Typed at the last moment')
})
