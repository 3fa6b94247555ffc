import path from 'node:path'
import { bootstrap } from './bootstrap.mjs'
import { runScript } from './bootstrap/failure.mjs'
import { repository } from './bootstrap/places.mjs'
import { ensureBuilt } from './build.mjs'
import { sandboxObstacle } from './desktop/sandbox.mjs'
import { onOwnDesktop } from './desktop/session.mjs'
import { driveDemo } from './start/driveDemo.mjs'
import { openDriven } from './start/openDriven.mjs'

const say = (line) => process.stdout.write(`${line}\n`)
const pictures = path.join(repository, 'docs', 'guide')

/** Shows next Monday, a full day, from its first slot on, whenever the pictures are taken. */
const showMonday = async (page) => {
  await page.getByRole('button', { name: 'Leave the tour' }).click()
  await page.getByRole('textbox', { name: 'Go to date' }).fill('next mon')
  await page.keyboard.press('Enter')
  await page.reload()
  await page.locator('[data-count="slots"][data-value]').waitFor()
}

/** A call-request desk in the middle of its work, with one request open. */
const showDesk = async (page) => {
  await page.getByRole('link', { name: 'Call requests' }).click()
  await page.getByRole('list', { name: 'Call requests' }).waitFor()
  await page.evaluate(async () => {
    const ids = [...(await window.desk.invoke('callRequests:list')).value.ids].slice(-8).reverse()
    const minutes = 60_000
    await window.desk.invoke('triage:change', [
      { id: ids[0], state: 'new' }, { id: ids[1], state: 'new' }, { id: ids[2], state: 'inHand', owner: 'AB' },
      { id: ids[3], pinned: true, note: 'Wants to be called after four.' }, { id: ids[4], snoozedUntil: Date.now() - 10 * minutes },
      { id: ids[5], snoozedUntil: Date.now() + 90 * minutes }, { id: ids[6], state: 'done', owner: 'MK' }, { id: ids[7], state: 'inHand', owner: 'R' },
    ])
  })
  await page.getByRole('radio', { name: 'All' }).click()
  await page.keyboard.press('j')
}

/** A wall in the middle of the morning, whatever time it is here. Resolves to its page. */
const showWall = async (page) => {
  const hours = 10 - new Date().getUTCHours()
  const zone = `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`
  await page.evaluate((morning) => window.desk.invoke('settings:change', { zone: morning }), zone)
  const opened = page.context().waitForEvent('page')
  await page.evaluate(() => window.desk.invoke('wall:open'))
  const wall = await opened
  await wall.setViewportSize({ width: 1280, height: 720 })
  await wall.locator('tbody').waitFor()
  return wall
}

/** The pictures of the README and the user guide: what leads to each, from the one before; another page than the desk's is answered. */
const scenes = [
  ['day-board', showMonday],
  ['hours', async (page) => {
    await page.getByRole('button', { name: 'Hours on the board' }).click()
    await page.getByRole('textbox', { name: 'From hour' }).fill('9')
    await page.getByRole('textbox', { name: 'To hour' }).fill('13')
    await page.getByRole('button', { name: 'Show these hours' }).click()
    await page.getByRole('button', { name: /before 09:00/ }).waitFor()
  }],
  ['week', async (page) => {
    await page.getByRole('radio', { name: 'Week' }).click()
    await page.getByRole('grid', { name: /Week/ }).waitFor()
  }],
  ['new-slot', async (page) => {
    await page.getByRole('radio', { name: 'Day' }).click()
    await page.getByRole('grid', { name: 'Day board' }).waitFor()
    await page.getByRole('button', { name: 'New slot' }).click()
    await page.getByRole('textbox', { name: 'Start', exact: true }).fill('14:00')
    await page.getByRole('textbox', { name: 'End', exact: true }).fill('14:20')
  }],
  ['palette', async (page) => {
    await page.getByRole('button', { name: 'Cancel' }).click()
    const discard = page.getByRole('button', { name: 'Discard' })
    if (await discard.count()) await discard.click()
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog', { name: 'Command palette' }).getByRole('combobox').fill('card')
    await page.getByRole('option').first().waitFor()
  }],
  ['staff', async (page) => {
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: 'Staff' }).click()
    const discard = page.getByRole('button', { name: 'Discard' })
    if (await discard.count()) await discard.click()
    await page.getByRole('row').filter({ hasText: 'Dr. ' }).first().click()
  }],
  ['departments', (page) => page.getByRole('link', { name: 'Departments' }).click()],
  ['call-requests', showDesk],
  ['runway', async (page) => {
    await page.getByRole('link', { name: 'Runway' }).click()
    await page.getByRole('slider').first().waitFor()
  }],
  ['finder', async (page) => {
    await page.getByRole('link', { name: 'Find a slot' }).click()
    await page.getByRole('table').waitFor()
  }],
  ['capacity', async (page) => {
    await page.getByRole('link', { name: 'Capacity' }).click()
    await page.getByRole('radio', { name: 'Next week' }).click()
    await page.locator('main svg').first().waitFor()
  }],
  ['activity', async (page) => {
    await page.getByRole('link', { name: 'Departments' }).click()
    for (const name of ['Sports Medicine', 'Travel Medicine']) {
      await page.getByRole('button', { name: 'Add department' }).click()
      const form = page.getByRole('dialog', { name: 'Department' })
      await form.getByRole('textbox', { name: 'Name' }).fill(name)
      await form.getByRole('button', { name: 'Save' }).click()
      await form.waitFor({ state: 'hidden' })
    }
    await page.getByRole('link', { name: 'Activity' }).click()
    await page.getByRole('table', { name: 'Activity' }).waitFor()
    const notices = page.getByRole('button', { name: 'Close the notice' })
    while (await notices.count() > 0) await notices.first().click()
  }],
  ['hand-over', async (page) => {
    await page.getByRole('link', { name: 'Hand-over' }).click()
    const note = page.getByRole('textbox', { name: 'Your note for the next shift' })
    await note.fill('Room 2 opens late on Monday: the key is with the porter.\nDr. Rao calls back at four.')
    await page.getByRole('cell', { name: 'New department' }).waitFor()
  }],
  ['settings', async (page) => {
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('radio', { name: 'Dark, high contrast' }).waitFor()
  }],
  ['planner', async (page) => {
    await page.getByRole('link', { name: 'Calendar' }).click()
    await page.getByRole('button', { name: 'Plan slots' }).click()
    const line = page.getByRole('textbox', { name: 'Plan in one line' })
    await line.fill('mon-fri 17-19 /20 brk 18-18:20 2 weeks @"Bandra Skin & Hair Clinic"')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('table', { name: 'Preview' }).waitFor()
  }],
  ['job', async (page) => {
    await page.getByRole('button', { name: /^Create \d+ slots$/ }).click()
    await page.getByRole('button', { name: 'Dismiss' }).waitFor({ timeout: 60_000 })
  }],
  ['wall', showWall],
]

/** Takes each scene in light and in dark. */
const takePictures = async (electron, { sandboxed, env }) => {
  const app = await openDriven(electron, { root: repository, sandboxed, rest: [], env })
  try {
    await driveDemo(app.page, { folder: path.join(repository, 'test-results', 'screenshots'), say })
    for (const [name, show] of scenes) {
      const page = await show(app.page) ?? app.page
      await page.waitForTimeout(1000)
      for (const scheme of ['light', 'dark']) {
        const picture = path.join(pictures, `${name}-${scheme}.png`)
        await page.emulateMedia({ colorScheme: scheme })
        await page.screenshot({ path: picture, animations: 'disabled' })
        say(`screenshot: ${picture}`)
      }
    }
  } finally {
    await app.close()
  }
}

await runScript(async () => {
  const { path: electron } = await bootstrap({ say, desktop: true })
  await ensureBuilt(repository, say)
  const sandboxed = await sandboxObstacle() === null
  const env = { ...process.env, CLINIC_DEMO: '1' }
  delete env.CLINIC_SERVER
  const take = (own) => takePictures(electron, { sandboxed, env: own })
  return process.platform === 'linux' ? onOwnDesktop(env, take) : take(env)
})
