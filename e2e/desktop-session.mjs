// desktop-session.mjs COMMAND [ARGUMENT …]: runs a command on a desktop of its own (display, message bus, unlocked key ring).
import { runScript } from '../scripts/bootstrap/failure.mjs'
import { onOwnDesktop } from '../scripts/desktop/session.mjs'
import { runInForeground } from '../scripts/foreground.mjs'

await runScript(() => {
  const [command, ...args] = process.argv.slice(2)
  return onOwnDesktop(process.env, (env) => runInForeground(command, args, { env }))
})
