// desktop-session.mjs COMMAND [ARGUMENT …]: runs a command on a desktop of its own (display, message bus, unlocked key ring).
import { runScript } from '../scripts/bootstrap/failure.mjs'
import { startSession } from '../scripts/desktop/session.mjs'
import { runInForeground } from '../scripts/foreground.mjs'

await runScript(async () => {
  const [command, ...args] = process.argv.slice(2)
  const session = await startSession()
  try {
    return await runInForeground(command, args, { env: session.env })
  } finally {
    await session.stop()
  }
})
