import { runCommand } from '../bootstrap/command.mjs'

/**
 * Why Chromium's sandbox can not work for the user that we are (or for `as`, { uid, gid }), or null when it can:
 * on Linux it needs a user who is not root and may make user namespaces, which containers often forbid.
 */
export const sandboxObstacle = async ({ platform = process.platform, uid = process.getuid?.(), as } = {}) => {
  if (platform !== 'linux') return null
  if ((as?.uid ?? uid) === 0) return 'this is root'
  try {
    const { code } = await runCommand('unshare', ['--user', '--map-root-user', 'true'], as ?? {})
    return code === 0 ? null : 'this system forbids user namespaces'
  } catch {
    return null
  }
}
