// desktop-session.mjs COUNT COMMAND [ARGUMENT …]: runs a command that has COUNT desktops (display, message bus, unlocked key ring) for
// its workers; ownDesktop.ts gives each of them its own.
import { runScript } from '../scripts/bootstrap/failure.mjs'
import { onOwnDesktops } from '../scripts/desktop/session.mjs'
import { runInForeground } from '../scripts/foreground.mjs'

const own = (env) => Object.fromEntries(Object.entries(env).filter(([name, value]) => process.env[name] !== value))

await runScript(() => {
  const [count, command, ...args] = process.argv.slice(2)
  return onOwnDesktops(process.env, Number(count), (envs) =>
    runInForeground(command, args, { env: { ...envs[0], CLINIC_DESKTOPS: JSON.stringify(envs.map(own)) } }))
})
