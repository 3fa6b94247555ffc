import { runCommand } from '../bootstrap/command.mjs'
import { sandboxObstacle } from '../desktop/sandbox.mjs'

const name = 'clinic-test'

const idOf = async (flag) => {
  const { code, output } = await runCommand('id', [flag, name])
  return code === 0 ? Number(output) : null
}

/** The user's numbers; makes the user, who has no password, no home and no shell, when it is not there. Null when that fails. */
const ensureUser = async () => {
  if (await idOf('-u') === null) {
    const args = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', name]
    const made = await runCommand('useradd', args).catch(() => ({ code: 1 }))
    if (made.code !== 0) return null
  }
  return { uid: await idOf('-u'), gid: await idOf('-g') }
}

/** Whether the user can run Node and read all these files. */
const canRead = async (user, files) => {
  const check = 'for (const file of process.argv.slice(1)) require("node:fs").accessSync(file, 4)'
  const { code } = await runCommand(process.execPath, ['-e', check, ...files], { ...user, cwd: '/' }).catch(() => ({ code: 1 }))
  return code === 0
}

/**
 * Who runs the end-to-end tests: { user, sandboxed, line }. `user` is { uid, gid } of an ordinary user when we are root and it can
 * read `files`, else null (ourselves); `sandboxed` whether Chromium's sandbox works for them; `line` says it to people.
 */
export const chooseTestUser = async (files) => {
  const without = (who, why) => ({ user: null, sandboxed: false, line: `End-to-end tests run ${who}, without Chromium's sandbox: ${why}.` })
  if (process.platform === 'linux' && process.getuid() === 0) {
    const user = await ensureUser()
    if (!user) return without('as root', `the user ${name} can not be made`)
    if (!await canRead(user, files)) return without('as root', `the user ${name} can not read this folder, Node or Electron`)
    const obstacle = await sandboxObstacle({ as: user })
    if (obstacle) return without('as root', obstacle)
    return { user, sandboxed: true, line: `End-to-end tests run as the ordinary user ${name}, in Chromium's sandbox.` }
  }
  const obstacle = await sandboxObstacle()
  if (obstacle) return without('as yourself', obstacle)
  return { user: null, sandboxed: true, line: 'End-to-end tests run as yourself, in Chromium\'s sandbox.' }
}
