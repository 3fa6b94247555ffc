// What a person does at a desk, by roles and names.
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { repository } from '../bootstrap/places.mjs'

/** A demo clinic in a process of its own: { url, email, password, stop }. */
export const startClinic = async () => {
  const child = spawn(process.execPath, [path.join(repository, 'out', 'main', 'demoServer.js')], { stdio: ['ignore', 'pipe', 'inherit'] })
  const found = {}
  for await (const line of createInterface({ input: child.stdout })) {
    const [, name, value] = /^(Server address|Email|Password) +(\S+)/.exec(line) ?? []
    if (name && !found[name]) found[name] = value
    if (found.Password) break
  }
  return { url: found['Server address'], email: found.Email, password: found.Password, stop: () => child.kill() }
}

export const signIn = async (reader, { url, email, password }) => {
  await reader.wait('heading', 'Sign in')
  await reader.fill('entry', 'Server address', url)
  await reader.fill('entry', 'Email', email)
  await reader.fill('password text', 'Password', password)
  await reader.press('push button', 'Sign in')
}

/** After a restart of the program: with the password where that took so long that the desk is locked. */
export const goOn = async (reader, { password }) => {
  if (await reader.wait('push button', 'Unlock|Plan slots.*', 120) !== 'Unlock') return
  await reader.fill('password text', 'Password', password)
  await reader.press('push button', 'Unlock')
  await reader.wait('push button', 'Plan slots.*', 120)
}

/** Resolves when the server lists all of them. */
export const publishAWeek = async (reader) => {
  await reader.press('push button', 'Plan slots.*')
  await reader.fill('entry', 'Plan in one line', 'mon-fri 6-7 /30 1 weeks @Cardiology')
  await reader.press('push button', 'Preview.*')
  await reader.press('push button', 'Create \\d+ slots.*')
  await reader.wait('static', '.*Checked with the server: all of them are there.*', 120)
}

/** Polls until it is so; rejects with `what` after as many seconds. */
export const until = async (is, what, seconds = 60) => {
  for (const late = Date.now() + seconds * 1000; Date.now() < late; await sleep(300)) if (is()) return
  throw new Error(`In vain waited for: ${what}`)
}

/** Our own processes of a program, by its path: whether one runs without arguments, as its first process does, and what ends them all. */
export const processesOf = (program) => {
  const own = ['-u', String(process.getuid()), '-f']
  const isRunning = () => spawnSync('pgrep', [...own, '-x', program]).status === 0
  return {
    isRunning,
    stop: async () => {
      spawnSync('pkill', [...own, `^${program}`])
      await until(() => spawnSync('pgrep', [...own, `^${program}`]).status !== 0, `the end of ${program}`)
    },
  }
}

/** Where Chromium runs the first of a program's pages: "2" for a filter on system calls, and whether in a process space of its own. */
export const sandboxOf = (program) => {
  const found = spawnSync('pgrep', ['-u', String(process.getuid()), '-f', `^${program} --type=renderer`], { encoding: 'utf8' }).stdout.trim().split('\n')
  const [page] = found
  if (!page) throw new Error('No page of it runs.')
  const status = fs.readFileSync(`/proc/${page}/status`, 'utf8')
  return { isFiltered: /^Seccomp:\s+2$/m.test(status), isApart: /^NSpid:\s+\d+\s+\d+/m.test(status) }
}
