import { readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { openClinic, type Clinic } from './clinic'
import { closeAll, kill, newProfile, openDesk, openDeskAtBoard, removeProfile, signIn, slotsShown, type Desk } from './desk'
import { filesIn, filesWith } from './profileFiles'

const profiles: string[] = []
const profile = () => {
  const made = newProfile()
  profiles.push(made)
  return made
}
afterEach(closeAll)
afterAll(() => { profiles.forEach(removeProfile) })

const segments = (profile: string) => filesIn(path.join(profile, 'desk')).filter((file) => file.endsWith('.seg'))

const board = (desk: Desk) => desk.page.getByRole('grid', { name: 'Day board' })
const cells = (desk: Desk) => board(desk).getByRole('gridcell').evaluateAll((all) => all.map((cell) => cell.getAttribute('aria-label') ?? '')
  .filter((label) => /\d\d:\d\d – \d\d:\d\d/.test(label)))
const headers = (desk: Desk) => board(desk).getByRole('columnheader').evaluateAll((all) => all.map((cell) => cell.getAttribute('aria-label') ?? ''))

/** Signs in, waits until the board is whole and all of it is on the disk. */
async function worked(clinic: Clinic, folder: string, options: { keyRing?: boolean } = {}): Promise<Desk> {
  const desk = await openDeskAtBoard(clinic, { profile: folder, ...options })
  for (const place of ['Staff', 'Departments', 'Call requests']) {
    await desk.page.getByRole('link', { name: place }).click()
    await desk.page.getByRole('heading', { name: place, level: 1 }).waitFor()
    await desk.page.getByText(/shown|\d/).first().waitFor()
  }
  await desk.page.getByRole('link', { name: 'Calendar' }).click()
  await slotsShown(desk.page).waitFor()
  return desk
}

const first = <Row>({ rows }: { rows: Map<number, Row> }) => [...rows.values()][0]!

describe('a start without a network', () => {
  it('shows the last complete picture, and says since when', async () => {
    const clinic = await openClinic()
    const folder = profile()
    const desk = await worked(clinic, folder)
    const [before, count] = [await cells(desk), await slotsShown(desk.page).getAttribute('data-value')]
    expect(before.length).toBeGreaterThan(0)
    await expect.poll(() => segments(folder).length).toBe(75 + 5)
    // The manifest is the last to be written.
    await desk.page.waitForTimeout(1500)
    await kill(desk)
    await clinic.close()

    const again = await openDesk({ profile: folder })
    await slotsShown(again.page).waitFor()
    expect(await cells(again)).toEqual(before)
    expect(await slotsShown(again.page).getAttribute('data-value')).toBe(count)
    for (const label of await headers(again)) expect(label).toMatch(/cached since|not live/i)
    await again.page.getByRole('status', { name: 'Sync status' }).getByText(/offline/i).first().waitFor()

    await again.page.getByRole('link', { name: 'Staff' }).click()
    await again.page.getByText(first(clinic.hospital.staff).name).first().waitFor()
    await again.page.getByRole('link', { name: 'Departments' }).click()
    await again.page.getByText(first(clinic.hospital.departments).name).first().waitFor()
    await again.page.getByRole('link', { name: 'Call requests' }).click()
    await again.page.getByRole('list', { name: 'Call requests' }).waitFor()
  })

  it('leaves nothing on the disk that can be read, and nothing at all after signing out', async () => {
    const clinic = await openClinic()
    const folder = profile()
    const desk = await worked(clinic, folder)
    await expect.poll(() => segments(folder).length).toBe(75 + 5)
    const shown = (await headers(desk))[0]!.split(',')[0]!
    const member = first(clinic.hospital.staff).name
    const token = clinic.arrived.at(-1)!.authorization.replace('Bearer ', '')
    await desk.close()
    expect(shown.length * member.length * token.length).toBeGreaterThan(0)
    for (const marker of [shown, member, token, first(clinic.hospital.departments).name]) {
      expect(filesWith(path.join(folder, 'desk'), marker), marker).toEqual([])
    }
    for (const marker of [shown, member, token]) expect(filesWith(folder, marker), marker).toEqual([])

    const again = await openDesk({ profile: folder })
    await slotsShown(again.page).waitFor()
    await again.page.getByRole('button', { name: 'Sign out' }).click()
    await again.page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await expect.poll(() => segments(folder)).toEqual([])
    expect(filesIn(path.join(folder, 'desk')).filter((file) => file.endsWith('master.key'))).toEqual([])
  })

  it('shows nothing of one person to the next', async () => {
    const clinic = await openClinic()
    const folder = profile()
    const desk = await worked(clinic, folder)
    await expect.poll(() => segments(folder).length).toBe(75 + 5)
    const own = readdirSync(path.join(folder, 'desk', 'cache'))
    await desk.page.getByRole('button', { name: 'Sign out' }).click()
    await desk.page.getByRole('heading', { name: 'Sign in' }).waitFor()
    clinic.fail('clinic-appointment-slots', (request) => { request.socket.destroy() })
    await signIn(desk.page, { ...clinic, ...clinic.accounts[1]! })
    await board(desk).waitFor()
    await desk.page.waitForTimeout(1500)
    expect(await cells(desk)).toEqual([])
    expect(readdirSync(path.join(folder, 'desk', 'cache')).filter((name) => own.includes(name))).toEqual([])
  })

  it('keeps nothing without a key store', async () => {
    const clinic = await openClinic()
    const folder = profile()
    const desk = await worked(clinic, folder, { keyRing: false })
    await desk.page.waitForTimeout(1500)
    expect(filesIn(path.join(folder, 'desk'))).toEqual([])
  })
})
