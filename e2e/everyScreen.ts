import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Clinic } from './clinic'
import { put, sync } from './arrivals'
import { signInToBoard, type Desk } from './desk'

/** A picture of the program: what leads to it, and which route or which component that makes a dialog is seen in it. */
export interface Screen {
  name: string
  shows: string
  open: (desk: Desk, clinic: Clinic) => Promise<unknown>
}

const source = path.resolve(import.meta.dirname, '../src/renderer/src')

/** Names of all routes, as the router's file has them. */
export const routeNames = (): string[] =>
  [...readFileSync(path.join(source, 'router.ts'), 'utf8').matchAll(/^ {4}name: '(\w+)'/gm)].map((match) => match[1]!)

const opensDialog = /<Ui(Modal|Confirm|FormDialog|DeleteDialog|Drawer|Panel|Popover)\b|role="(alert)?dialog"|<DialogContent/

/** The components of the features that make a dialog, a drawer or a popover. */
export const dialogNames = (): string[] => readdirSync(path.join(source, 'features'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.vue') && opensDialog.test(readFileSync(path.join(source, 'features', name), 'utf8')))
  .map((name) => path.basename(name, '.vue'))

const dialogs = (page: Page) => page.locator('[role=dialog], [role=alertdialog]')

/** Closes whatever is open, and throws away what was typed. */
async function clear(page: Page): Promise<void> {
  await expect.poll(async () => {
    const discard = page.getByRole('alertdialog').getByRole('button', { name: /^(Discard|Keep)$/ }).last()
    if (await discard.isVisible()) await discard.click({ timeout: 2000 }).catch(() => undefined)
    else if (await dialogs(page).count() > 0) {
      await dialogs(page).last().focus({ timeout: 2000 }).catch(() => undefined)
      await page.keyboard.press('Escape')
    }
    return dialogs(page).count()
  }, { timeout: 20_000 }).toBe(0)
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).first()
const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name }).waitFor()

/** From wherever the one before has led to a place of the navigation. */
async function go(page: Page, name: string): Promise<void> {
  await clear(page)
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true }).click()
  await clear(page)
}

const board = async (page: Page) => {
  await go(page, 'Calendar')
  await page.getByRole('grid', { name: 'Day board' }).waitFor()
}
const place = (name: string, ready: string) => async ({ page }: Desk) => {
  await go(page, name)
  await page.locator(ready).first().waitFor()
}

const beforeSignIn: Screen[] = [
  { name: 'the sign-in', shows: 'SignInView', open: ({ page }) => page.getByRole('heading', { name: 'Sign in' }).waitFor() },
  { name: 'the sign-in with errors', shows: 'SignInView', open: ({ page }) => button(page, 'Sign in').click() },
]

const calendar: Screen[] = [
  {
    name: 'the day board', shows: 'calendar',
    async open({ page }, clinic) {
      await signInToBoard(page, clinic)
    },
  },
  {
    name: 'a slot’s details', shows: 'SlotDrawer',
    async open({ page }) {
      await page.getByRole('gridcell', { name: /^\d\d:\d\d – / }).first().focus()
      await page.keyboard.press('Enter')
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'the choice of clinics', shows: 'calendar', open: ({ page }) => page.getByRole('combobox', { name: 'Clinics' }).click() },
  {
    name: 'the week', shows: 'week',
    async open({ page }) {
      await page.keyboard.press('Escape')
      await board(page)
      await page.getByRole('radio', { name: 'Week' }).click()
      await page.getByRole('grid', { name: /Week/ }).waitFor()
    },
  },
  {
    name: 'the month', shows: 'MonthButton',
    async open({ page }) {
      await board(page)
      await page.keyboard.press('m')
      await page.getByRole('dialog').getByRole('grid').waitFor()
    },
  },
  {
    name: 'the hours of the board', shows: 'HoursButton',
    async open({ page }) {
      await board(page)
      await button(page, 'Hours on the board').click()
      await dialog(page, 'Hours on the board')
    },
  },
  {
    name: 'the form of a slot, with errors', shows: 'NewSlotForm',
    async open({ page }) {
      await board(page)
      await button(page, 'New slot').click()
      await page.getByRole('dialog', { name: 'New slot' }).getByRole('button', { name: 'Create slot' }).click()
    },
  },
  { name: 'printing', shows: 'SheetDialog', async open({ page }) { await board(page); await button(page, 'Print…').click(); await page.getByRole('dialog').waitFor() } },
  { name: 'saved desks', shows: 'SavedDesksDialog', async open({ page }) { await board(page); await button(page, 'Saved desks').click(); await dialog(page, 'Saved desks') } },
]

const planner: Screen[] = [
  {
    name: 'the planner with a preview', shows: 'PlannerRegion',
    async open({ page }) {
      await board(page)
      await button(page, 'Plan slots').click()
      await page.getByRole('textbox', { name: 'Plan in one line' }).fill('mon-fri 21-22 /20 1 week @City')
      await page.keyboard.press('Control+Enter')
    },
  },
  {
    name: 'lists of holidays', shows: 'HolidaysDialog',
    async open({ page }) {
      const lists = button(page, 'Lists of holidays …')
      if (!await lists.isVisible()) await page.getByText('The plan as a form').click()
      await lists.click()
      await dialog(page, 'Holidays')
    },
  },
]

const callRequests: Screen[] = [
  { name: 'call requests', shows: 'callRequests', open: place('Call requests', 'ul[aria-label="Call requests"]') },
  { name: 'a call request’s details', shows: 'callRequests', async open({ page }) { await page.keyboard.press('j'); await page.locator('li[aria-current=true]').waitFor() } },
  { name: 'a snooze', shows: 'SnoozeDialog', async open({ page }) { await page.keyboard.press('s'); await dialog(page, 'Snooze until') } },
  {
    name: 'the form of a call request', shows: 'NewCallRequestDialog',
    async open({ page }) {
      await clear(page)
      await button(page, 'New call request').click()
      await dialog(page, 'New call request')
    },
  },
]

const people: Screen[] = [
  { name: 'staff', shows: 'staff', open: place('Staff', '[role=table]') },
  { name: 'a doctor’s details', shows: 'StaffDetails', async open({ page }) { await page.getByRole('row').filter({ hasText: 'Dr. ' }).first().click(); await page.getByRole('dialog').waitFor() } },
  {
    name: 'the form of a staff member, with errors', shows: 'StaffDialog',
    async open({ page }) {
      await go(page, 'Staff')
      await button(page, 'Add staff member').click()
      await page.getByRole('dialog', { name: 'Staff member' }).getByRole('button', { name: 'Save' }).click()
    },
  },
  {
    name: 'the deletion of a doctor', shows: 'DeleteStaffDialog',
    async open({ page }, clinic) {
      await go(page, 'Staff')
      const { doctorId } = [...clinic.hospital.callRequests.rows.values()][0]!
      const { name } = clinic.hospital.staff.rows.get(doctorId)!
      await page.getByRole('searchbox', { name: 'Search staff' }).fill(name)
      await button(page, `Delete ${name}`).click()
      await page.getByRole('alertdialog').getByRole('textbox').waitFor()
    },
  },
  { name: 'departments', shows: 'departments', open: place('Departments', '[role=table]') },
  {
    name: 'the form of a department', shows: 'DepartmentDialog',
    async open({ page }) { await button(page, 'Add department').click(); await dialog(page, 'Department') },
  },
  {
    name: 'the deletion of a department', shows: 'DeleteDepartment',
    async open({ page }) {
      await go(page, 'Departments')
      await button(page, /^Delete /).click()
      await page.getByRole('alertdialog').getByRole('button').last().waitFor()
    },
  },
]

const otherPlaces: Screen[] = [
  { name: 'the runway', shows: 'runway', open: place('Runway', '[role=slider]') },
  { name: 'the finder', shows: 'finder', open: place('Find a slot', 'main h1') },
  { name: 'the capacity', shows: 'capacity', open: place('Capacity', 'main svg') },
  { name: 'the hand-over', shows: 'handOver', open: place('Hand-over', 'main section table, main section p') },
  { name: 'the activity', shows: 'activity', open: place('Activity', 'main h1') },
  { name: 'the help', shows: 'help', open: place('Help', 'article h1') },
  { name: 'settings', shows: 'settings', open: place('Settings', 'main h1') },
  { name: 'the change of keys', shows: 'KeyDialog', async open({ page }) { await button(page, 'Change the keys').click(); await page.getByRole('dialog').waitFor() } },
  { name: 'the audit', shows: 'AuditPanel', async open({ page }) { await clear(page); await button(page, 'Show the audit').click(); await dialog(page, 'Audit') } },
  {
    name: 'the licences', shows: 'LicencesDialog',
    async open({ page }) { await clear(page); await button(page, 'Licences and acknowledgements').click(); await dialog(page, /Licences/) },
  },
  { name: 'the map of keys', shows: 'KeyMapDialog', async open({ page }) { await board(page); await page.locator('main').focus(); await page.keyboard.press('?'); await dialog(page, 'Keys') } },
  {
    name: 'the command palette', shows: 'PaletteDialog',
    async open({ page }) {
      await clear(page)
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog', { name: 'Command palette' }).getByRole('combobox').fill('c')
      await page.getByRole('option').first().waitFor()
    },
  },
  {
    name: 'what is new', shows: 'NewsDialog',
    async open({ page }) {
      await clear(page)
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog', { name: 'Command palette' }).getByRole('combobox').fill('what is new')
      await page.getByRole('option', { name: /^What is new/ }).click()
      await dialog(page, /What is new/)
    },
  },
]

const shell: Screen[] = [
  {
    name: 'what is kept up to date', shows: 'SyncPanel',
    async open({ page }) {
      await clear(page)
      await page.getByRole('status', { name: 'Sync status' }).getByRole('button').first().click()
      await dialog(page, 'Sync')
    },
  },
  {
    name: 'what changed', shows: 'ChangesDialog',
    async open(desk, clinic) {
      await clear(desk.page)
      put(clinic, 2)
      await sync(desk, clinic)
      await button(desk.page, /since \d/).click()
      await dialog(desk.page, 'What changed')
    },
  },
  { name: 'the locked desk', shows: 'LockScreen', async open({ page }) { await page.keyboard.press('Control+Shift+L'); await dialog(page, 'Locked') } },
  {
    name: 'the question before what waits is discarded', shows: 'DiscardWaiting',
    async open({ page }, clinic) {
      await page.getByRole('dialog', { name: 'Locked' }).getByLabel('Password').fill(clinic.password)
      await button(page, 'Unlock').click()
      await page.getByRole('link', { name: 'Departments' }).waitFor()
      await go(page, 'Departments')
      await page.getByRole('table', { name: 'Departments' }).waitFor()
      await clinic.goAway()
      await button(page, 'Add department').click()
      const form = page.getByRole('dialog', { name: 'Department' })
      await form.getByRole('textbox', { name: 'Name' }).fill('Sports Medicine')
      await form.getByRole('button', { name: 'Save' }).click()
      await button(page, 'Discard Sports Medicine, which is waiting').click()
      await page.getByRole('alertdialog').waitFor()
    },
  },
  {
    name: 'the question before signing out', shows: 'SignOutDialog',
    async open({ page }) {
      await page.getByRole('alertdialog').getByRole('button', { name: 'Keep' }).click()
      await button(page, 'Sign out').click()
      await page.getByRole('alertdialog', { name: 'Sign out?' }).waitFor()
    },
  },
  {
    name: 'signing in again', shows: 'SignInAgain',
    async open({ page }, clinic) {
      await page.keyboard.press('Escape')
      await page.getByRole('alertdialog').waitFor({ state: 'hidden' })
      clinic.fail('/', (_request, response) => {
        response.writeHead(401, { 'Content-Type': 'application/json' })
        response.end('{"detail": "Given token not valid for any token type", "code": "token_not_valid"}')
      })
      await clinic.comeBack()
      await button(page, 'Sync now').click()
      await dialog(page, 'Sign in again')
    },
  },
]

/** All screens, each reached from the one before. */
export const screens: Screen[] = [...beforeSignIn, ...calendar, ...planner, ...callRequests, ...people, ...otherPlaces, ...shell]

/** What a screen of its own would be too dear for; each is walked elsewhere. */
export const elsewhere: Record<string, string> = {
  JobRow: 'its one dialog is UiConfirm, which DiscardWaiting shows',
}
