import { spawn } from 'node:child_process'

/** Characters: of a command that says more, how it ended is what counts. */
const enough = 200_000

/**
 * Runs a command to its end and answers { code, output }; code is null when a signal or the time limit ended it.
 * Output (both streams, the last part of it: `keep` characters) is collected, or shown at once with `show`. Rejects when the command can
 * not be started.
 * `timeout` in milliseconds; uid and gid start it as another user.
 */
export const runCommand = (command, args, { cwd, env, timeout, uid, gid, show = false, keep = enough } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd, env, timeout, uid, gid, killSignal: 'SIGKILL', stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'], windowsHide: true,
    })
    let output = ''
    const collect = (chunk) => {
      output = (output + chunk).slice(-keep)
    }
    child.stdout?.setEncoding('utf8').on('data', collect)
    child.stderr?.setEncoding('utf8').on('data', collect)
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
