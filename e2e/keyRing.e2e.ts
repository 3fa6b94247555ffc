import { cpSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import en from '@shared/locales/en.json'
import { openClinic, type Clinic } from './clinic'
import { closeAll, newProfile, openDesk, removeProfile, signInToBoard, slotsShown, type Desk } from './desk'
import { openKeyRing, type KeyRing } from './keyRing'
import { filesIn, filesWith } from './profileFiles'

let clinic: Clinic
let ring: KeyRing
let profile: string
beforeEach(async () => {
  clinic = await openClinic()
  ring = await openKeyRing()
  profile = newProfile()
})
afterEach(async () => {
  await closeAll()
  await ring.close()
  removeProfile(profile)
})

const start = (folder = profile) => openDesk({ profile: folder, env: ring.env })
const signInForm = (desk: Desk) => desk.page.getByRole('heading', { name: 'Sign in' })
const notKept = (desk: Desk) => desk.page.getByText(en.shell.notKept)
const nameField = (desk: Desk) => desk.page.getByRole('dialog', { name: 'Staff member' }).getByRole('textbox', { name: 'Name' })
const kept = (folder = profile) => filesIn(path.join(folder, 'desk')).map((file) => path.relative(path.join(folder, 'desk'), file))
const bytesOf = (name: string) => readFileSync(path.join(profile, 'desk', name)).toString('hex')
const tokens = () => [...new Set(clinic.arrived.map(({ authorization }) => authorization.replace('Bearer ', '')).filter(Boolean))]

async function addStaffMember(desk: Desk) {
  await desk.page.getByRole('link', { name: 'Staff' }).click()
  await desk.page.getByRole('button', { name: 'Add staff member' }).click()
}

/** Somebody signs in, types half a form, and leaves the program running out. */
async function worked(): Promise<void> {
  const desk = await start()
  await signInToBoard(desk.page, clinic)
  expect(await notKept(desk).count()).toBe(0)
  await addStaffMember(desk)
  await nameField(desk).fill('Half typed')
  await expect.poll(() => kept().filter((name) => name.startsWith('drafts'))).toHaveLength(2)
  await expect.poll(() => kept()).toContain('session.sealed')
  await desk.close()
}

/** Signs in at a desk that knows nobody, and finds a session that a restart takes up again. */
async function beginsAnew(folder = profile): Promise<void> {
  const desk = await start(folder)
  await signInForm(desk).waitFor()
  await signInToBoard(desk.page, clinic)
  expect(await notKept(desk).count()).toBe(0)
  await expect.poll(() => kept(folder)).toContain('session.sealed')
  await addStaffMember(desk)
  expect(await nameField(desk).inputValue()).toBe('')
  await desk.close()
  const again = await start(folder)
  await slotsShown(again.page).waitFor()
  expect(again.output()).not.toMatch(/uncaught|unhandled/i)
  await again.close()
}

describe('a key ring', () => {
  it('that is locked at the start costs nothing: opened later, everything is there', async () => {
    await worked()
    const before = ['master.key', 'session.sealed'].map(bytesOf)
    await ring.start('locked')
    const shut = await start()
    await signInForm(shut).waitFor()
    expect(['master.key', 'session.sealed'].map(bytesOf)).toEqual(before)
    await shut.close()
    await ring.start('open')
    const open = await start()
    await slotsShown(open.page).waitFor()
    await addStaffMember(open)
    expect(await nameField(open).inputValue()).toBe('Half typed')
  })

  it('that stays locked leaves a session in memory, and takes nothing of what was kept', async () => {
    await worked()
    await ring.start('locked')
    const desk = await start()
    await signInToBoard(desk.page, clinic)
    await notKept(desk).waitFor()
    await addStaffMember(desk)
    await nameField(desk).fill('Typed meanwhile')
    await expect.poll(() => desk.page.getByRole('dialog', { name: 'Staff member' }).count()).toBe(1)
    expect(kept()).not.toContain('session.sealed')
    expect(filesWith(profile, ...tokens(), 'Typed meanwhile')).toEqual([])
    await desk.close()
    await ring.start('open')
    const open = await start()
    await signInToBoard(open.page, clinic)
    await addStaffMember(open)
    expect(await nameField(open).inputValue()).toBe('Half typed')
  })

  it('that appears later is used from the next start on', async () => {
    await ring.stop()
    const without = await start()
    await signInToBoard(without.page, clinic)
    await notKept(without).waitFor()
    expect(kept()).toEqual([])
    await without.close()
    await ring.start('open')
    await beginsAnew()
  })

  it('with another key in it means signing in again, and keeps from then on', async () => {
    await worked()
    await ring.empty()
    await beginsAnew()
  })

  it('of another computer does not open a copy of the profile', async () => {
    await worked()
    const copy = newProfile()
    cpSync(profile, copy, { recursive: true, filter: (file) => !path.basename(file).startsWith('Singleton') })
    const own = ring
    ring = await openKeyRing()
    try {
      expect(filesWith(copy, ...tokens(), 'Half typed')).toEqual([])
      await beginsAnew(copy)
    } finally {
      await ring.close()
      ring = own
      removeProfile(copy)
    }
    const home = await start()
    await slotsShown(home.page).waitFor()
  })
})
