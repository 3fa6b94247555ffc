import { openDriven } from '../../scripts/start/openDriven.mjs'

/** Clinics 1 to `count`. */
export const clinicIds = (count) => Array.from({ length: count }, (_, index) => index + 1)

/**
 * Opens the built app and signs in to a server: with a profile of its own unless one is given, and with as many clinics on the
 * board as `clinics` says. Answers { main, page, ask, close }: `main` runs a function in the main process, `ask` a call of the
 * contract from within the page: its answer.
 */
export const openApp = async (runtime, server, { profile, clinics } = {}) => {
  const { electron, root, sandboxed, env } = runtime
  const store = process.platform === 'linux' ? ['--password-store=gnome-libsecret'] : []
  const app = await openDriven(electron, { root, sandboxed, env, profile, rest: ['--force-prefers-reduced-motion', ...store] })
  const ask = (call, input) => app.page.evaluate(async ([name, given]) => {
    const reply = await window.desk.invoke(name, given)
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`)
    return reply.value
  }, [call, input])
  await app.page.waitForFunction(() => Boolean(window.desk))
  await ask('session:signIn', { server, email: 'bench@clinic.example', password: 'bench' })
  await app.page.getByRole('grid', { name: 'Day board' }).waitFor()
  if (clinics) {
    await ask('slots:choose', { clinicIds: clinicIds(clinics) })
    await app.page.reload()
    // All of them are there.
    await app.page.locator('[data-count="slots"][data-value]').waitFor({ timeout: 120_000 })
  }
  return { main: (work, given) => app.evaluate(work, given), page: app.page, ask, close: app.close }
}
