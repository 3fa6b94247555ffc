import { afterEach, expect, it } from 'vitest'
import { openClinic, type Clinic } from './clinic'
import { closeAll, openDeskAt, type Desk } from './desk'

let clinic: Clinic
let desk: Desk
afterEach(async () => {
  await desk.app.evaluate(({ app }) => { app.exit(0) }).catch(() => undefined)
  await closeAll()
})

/** Answers the question with this button from now on, and counts how often it is asked. */
const answering = (response: number) => desk.app.evaluate(({ dialog }, button) => {
  const counted = globalThis as { asked?: string[] }
  counted.asked = []
  dialog.showMessageBox = ((_window: unknown, { message }: { message: string }) => {
    counted.asked!.push(message)
    return Promise.resolve({ response: button, checkboxChecked: false })
  }) as typeof dialog.showMessageBox
}, response)
const asked = () => desk.app.evaluate(() => (globalThis as { asked?: string[] }).asked)
const close = () => desk.app.evaluate(({ BrowserWindow }) => { BrowserWindow.getAllWindows()[0]!.close() })

it('asks before the end of the program loses what waits, where nothing can be kept', async () => {
  clinic = await openClinic()
  desk = await openDeskAt('Departments', clinic, { keyRing: false })
  await desk.page.getByRole('table', { name: 'Departments' }).waitFor()
  await clinic.goAway()
  await desk.page.getByRole('button', { name: 'Add department' }).click()
  const dialog = desk.page.getByRole('dialog', { name: 'Department' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Sports Medicine')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'hidden' })

  await answering(0)
  await close()
  await expect.poll(asked).toEqual([expect.stringContaining('1 waiting')])
  await desk.page.getByRole('list', { name: 'Not on the server yet' }).waitFor()
  const gone = desk.app.waitForEvent('close')
  await answering(1)
  await close().catch(() => undefined)
  await gone
})
