import { spawn } from 'node:child_process'
import { once } from 'node:events'

const grace = 1_000
const patience = 5_000
const stops = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** npm runs us in a shell that passes no signal on: when somebody ends npm, all that we notice is another parent. */
const whenOrphaned = (act) => {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && act(), 500).unref()
}

/** Resolves at the first Ctrl+C or request to end, with the signal; from then on none ends this process by itself. */
export const interrupted = () => new Promise((resolve) => {
  for (const signal of stops) process.on(signal, () => resolve(signal))
  whenOrphaned(() => resolve('SIGTERM'))
})

/**
 * Runs a command on our own terminal until it ends, and answers its exit code; 0 when it was asked to end.
 * Ctrl+C reaches the command by itself, so it gets a moment before it is asked again, and then no mercy.
 */
export const runInForeground = async (command, args, options = {}) => {
  const child = spawn(command, args, { ...options, stdio: 'inherit' })
  let asked = false
  void interrupted().then((signal) => {
    asked = true
    setTimeout(() => child.kill('SIGTERM'), signal === 'SIGINT' ? grace : 0).unref()
    setTimeout(() => child.kill('SIGKILL'), patience).unref()
  })
  const [code] = await once(child, 'exit')
  return code ?? (asked ? 0 : 1)
}
