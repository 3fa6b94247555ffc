import { afterAll, expect, it } from 'vitest'
import { openClinic } from './clinic'
import { closeAllDesks, openDesk, signIn } from './desk'

afterAll(closeAllDesks)

it('fills in the last server’s address at the next sign-in, and nobody’s e-mail', async () => {
  const clinic = await openClinic()
  const first = await openDesk()
  await signIn(first.page, clinic)
  await first.page.locator('[data-count="slots"][data-value]').waitFor()
  await first.page.getByRole('button', { name: 'Sign out' }).click()
  await first.page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await first.close()
  const again = await openDesk({ profile: first.profile })
  await expect.poll(() => again.page.getByRole('textbox', { name: 'Server address' }).inputValue()).toContain(new URL(clinic.server).host)
  expect(await again.page.getByRole('textbox', { name: 'Email' }).inputValue()).toBe('')
  await clinic.close()
})
