import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { SetupFailure } from '../bootstrap/failure.mjs'

const startTime = 60_000
const quiet = 1_500
const figures = ['clinics', 'slots', 'callRequests']

/** Asks again until `read` answers something other than null; null when `time` has passed. */
const until = async (read, time) => {
  for (const end = Date.now() + time; Date.now() < end; await sleep(100)) {
    const value = await read()
    if (value !== null) return value
  }
  return null
}

/** The figures of the status line, or null while one of them is still being loaded. */
const readFigures = async (page) => {
  const values = await Promise.all(figures.map((name) =>
    page.locator(`[data-count="${name}"][data-value]`).first().getAttribute('data-value', { timeout: 1_000 }).catch(() => null)))
  return values.includes(null) ? null : Object.fromEntries(figures.map((name, index) => [name, Number(values[index])]))
}

/** The figures once they have stood still for a moment: clinics are counted while they are being discovered. */
const settledFigures = (page) => {
  let last = null
  let since = 0
  return until(async () => {
    const now = JSON.stringify(await readFigures(page))
    if (now !== last) [last, since] = [now, Date.now()]
    return last !== 'null' && Date.now() - since >= quiet ? JSON.parse(last) : null
  }, startTime)
}

const alertText = async (page) => {
  const texts = await page.getByRole('alert').allInnerTexts()
  return texts.find((text) => text.trim() !== '')?.trim().replaceAll(/\s+/g, ' ') ?? null
}

const orFail = async (page, folder, value, what) => {
  if (value !== null) return value
  const picture = path.join(folder, 'failed.png')
  await page.screenshot({ path: picture }).catch(() => {})
  const alert = await alertText(page).catch(() => null)
  throw new SetupFailure(`${what} did not appear within a minute${alert ? `; on the screen stands: ${alert}` : ''}.`, `What was to be seen: ${picture}`)
}

/**
 * Signs in to the demo clinic as a person would, by roles and names, and says each step.
 * Writes the picture of the day board into `folder` and answers its path. Throws SetupFailure.
 */
export const driveDemo = async (page, { folder, say }) => {
  fs.mkdirSync(folder, { recursive: true })
  const must = (value, what) => orFail(page, folder, value, what)
  const address = page.getByRole('textbox', { name: 'Server address' })
  const server = await must(await until(() => address.inputValue({ timeout: 500 }).then((text) => text || null, () => null), startTime), 'The demo clinic\'s address')
  say(`server: ${server}`)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  const board = page.getByRole('grid', { name: 'Day board' })
  await must(await board.waitFor({ timeout: startTime }).then(() => true, () => null), 'The day board')
  const { clinics, slots, callRequests } = await must(await settledFigures(page), 'The number of clinics, slots and call requests')
  say(`clinics: ${clinics}`)
  say(`slots today: ${slots}`)
  say(`call requests: ${callRequests}`)
  const picture = path.join(folder, 'day-board.png')
  await page.screenshot({ path: picture })
  return picture
}
