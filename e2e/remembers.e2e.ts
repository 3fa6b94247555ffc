import { afterAll, expect, it } from 'vitest'
import { openClinic } from './clinic'
import { closeAll, openDesk, openDeskAtBoard, type Desk } from './desk'

afterAll(closeAll)

it('fills in the last server’s address at the next sign-in, and nobody’s e-mail', async () => {
  const clinic = await openClinic()
  const first = await openDeskAtBoard(clinic)
  await first.page.getByRole('button', { name: 'Sign out' }).click()
  await first.page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await first.close()
  const again = await openDesk({ profile: first.profile })
  await expect.poll(() => again.page.getByRole('textbox', { name: 'Server address' }).inputValue()).toContain(new URL(clinic.server).host)
  expect(await again.page.getByRole('textbox', { name: 'Email' }).inputValue()).toBe('')
})

it('opens its window where it was the last time, but never off the screen', async () => {
  const bounds = ({ app }: Desk) => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getNormalBounds())
  const move = ({ app }: Desk, to: Awaited<ReturnType<typeof bounds>>) =>
    app.evaluate(({ BrowserWindow }, where) => { BrowserWindow.getAllWindows()[0]!.setBounds(where) }, to)
  const wanted = { x: 40, y: 30, width: 1000, height: 650 }
  const first = await openDesk()
  await move(first, wanted)
  await expect.poll(() => bounds(first)).toEqual(wanted)
  await first.close()
  const second = await openDesk({ profile: first.profile })
  expect(await bounds(second)).toEqual(wanted)
  await move(second, { ...wanted, x: 9000 })
  await expect.poll(async () => (await bounds(second)).x).toBe(9000)
  await second.close()
  const third = await openDesk({ profile: first.profile })
  expect((await bounds(third)).x).toBeLessThan(await third.app.evaluate(({ screen }) => screen.getPrimaryDisplay().bounds.width))
  await third.close()
})
