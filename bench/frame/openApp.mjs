import { openDriven } from '../../scripts/start/openDriven.mjs'

/**
 * Opens the built app with a profile of its own and signs in to a server. Answers { main, page, ask, close }: `main` runs a
 * function in the main process, `ask` a call of the contract from within the page: its answer.
 */
export const openApp = async (runtime, server) => {
  const { electron, root, sandboxed, env } = runtime
  const store = process.platform === 'linux' ? ['--password-store=gnome-libsecret'] : []
  const app = await openDriven(electron, { root, sandboxed, env, rest: ['--force-prefers-reduced-motion', ...store] })
  const ask = (call, input) => app.page.evaluate(async ([name, given]) => {
    const reply = await window.desk.invoke(name, given)
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`)
    return reply.value
  }, [call, input])
  await app.page.waitForFunction(() => Boolean(window.desk))
  await ask('session:signIn', { server, email: 'bench@clinic.example', password: 'bench' })
  await app.page.getByRole('grid', { name: 'Day board' }).waitFor()
  return { main: (work, given) => app.evaluate(work, given), page: app.page, ask, close: app.close }
}
