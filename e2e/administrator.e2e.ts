import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import en from '@shared/locales/en.json'
import { openClinic, type Clinic } from './clinic'
import { ask, closeAll, newProfile, openDesk, removeProfile, signIn, signInToBoard, type Desk } from './desk'

let clinic: Clinic
let other: Clinic
let desk: Desk
let profile: string
let folder: string

beforeAll(async () => {
  clinic = await openClinic()
  other = await openClinic()
  profile = newProfile()
  folder = path.join(profile, 'administrators')
  const file = path.join(folder, 'policy.json')
  mkdirSync(folder)
  writeFileSync(file, JSON.stringify({ server: clinic.server, lockMinutes: 3, downtimePack: false, updates: false }))
  // As an administrator leaves it: nobody may write the file or its folder.
  chmodSync(file, 0o444)
  chmodSync(folder, 0o555)
  desk = await openDesk({ profile, env: { CLINIC_POLICY: file } })
})
afterAll(async () => {
  await closeAll()
  chmodSync(folder, 0o755)
  removeProfile(profile)
})

const page = () => desk.page

describe('what an administrator fixed', () => {
  it('is the only server that can be signed in to, and the one that is there', async () => {
    await expect.poll(() => page().getByRole('textbox', { name: 'Server address' }).inputValue()).toBe(clinic.server)
    await signIn(page(), other)
    await page().getByText(en.errors.badAddress.notAllowed).waitFor()
    expect(other.arrived).toEqual([])
    await signInToBoard(page(), clinic)
  })

  it('is said in the settings, and can not be changed there', async () => {
    await page().getByRole('link', { name: 'Settings' }).click()
    const { server, lockMinutes, downtimePack, updates } = en.settings.policy.names
    await page().getByText(en.settings.policy.holds.replace('{what}', [server, lockMinutes, downtimePack, updates].join(', '))).waitFor()
    const minutes = page().getByLabel(en.settings.lock.minutes)
    await expect.poll(() => minutes.inputValue()).toBe('3')
    expect(await minutes.isDisabled()).toBe(true)
    expect(await ask(page(), 'settings:change', { lockMinutes: 15 })).toMatchObject({ lockMinutes: 3 })
    const packs = path.join(profile, 'packs')
    mkdirSync(packs)
    await desk.app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = (() => Promise.resolve({ canceled: false, filePaths: [chosen] })) as typeof dialog.showOpenDialog
    }, packs)
    expect(await ask(page(), 'pack:chooseFolder')).toMatchObject({ allowed: false })
    expect(await ask(page(), 'pack:writeNow')).toMatchObject({ allowed: false, writtenAt: null, writing: false })
    expect(readdirSync(packs)).toEqual([])
  })
})

it('saves diagnostics in which no token, no password, no address and no name of the clinic’s is', async () => {
  const saved = path.join(profile, 'diagnostics.txt')
  await desk.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (() => Promise.resolve({ canceled: false, filePath })) as typeof dialog.showSaveDialog
  }, saved)
  await page().getByRole('button', { name: en.settings.diagnostics.save }).click()
  await page().getByText(en.settings.diagnostics.saved).waitFor()
  const text = readFileSync(saved, 'utf8')
  expect(text).toContain('session.signedIn')
  expect(text).toContain('policy: holds server lockMinutes downtimePack updates')
  const tokens = clinic.arrived.map(({ authorization }) => authorization.replace('Bearer ', '')).filter(Boolean)
  const names = [...clinic.hospital.staff.rows.values(), ...clinic.hospital.departments.rows.values(), ...clinic.hospital.clinics.values()]
  const secrets = [...tokens, clinic.password, clinic.email, clinic.server, ...names.map(({ name }) => name)]
  // Behind what the program says of itself: a department may be called Reception, too.
  const log = text.slice(text.indexOf('\n\n'))
  for (const secret of secrets) expect(log).not.toContain(secret)
  expect(text).not.toMatch(/eyJ|@/)
})
