import { spawn } from 'node:child_process'
import fs from 'node:fs'

/** Starts a program under setpriv where there is one: the kernel then ends it even when we are killed without a word. */
const tied = (command, args) =>
  fs.existsSync('/usr/bin/setpriv') ? ['/usr/bin/setpriv', ['--pdeathsig', 'KILL', command, ...args]] : [command, args]

/**
 * Starts a server of the virtual desktop, in a process group of its own so that Ctrl+C reaches it only through us.
 * `input` is its standard input, `pipe` opens a fourth descriptor for it to report on. Answers the child process.
 */
export const startServer = (command, args, { env, input = '', pipe = false }) => {
  const [program, words] = tied(command, args)
  const child = spawn(program, words, { env, detached: true, stdio: ['pipe', 'ignore', 'ignore', pipe ? 'pipe' : 'ignore'] })
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  return child
}

/** Ends a child process and waits until it is gone; the second, harder signal comes after `patience` milliseconds. */
export const stopProcess = (child, patience = 3_000) => new Promise((resolve) => {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return resolve()
  const harder = setTimeout(() => child.kill('SIGKILL'), patience)
  child.once('exit', () => {
    clearTimeout(harder)
    resolve()
  })
  child.kill('SIGTERM')
})
