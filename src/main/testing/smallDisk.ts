import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'

/** In namespaces of our own, which end with the command: a real file system of a megabyte on /mnt, without being root. */
const mounted = (command: string) => ['--user', '--map-root-user', '--mount', 'sh', '-c', `mount -t tmpfs -o size=1m tmpfs /mnt && ${command}`]

export const canMount = process.platform === 'linux' && spawnSync('unshare', mounted('true')).status === 0

/** Runs a built script with a small disk's folder and so many bytes as its arguments; the JSON that it says. */
export async function onSmallDisk<T>(script: string, level: number): Promise<T> {
  const { stdout } = await promisify(execFile)('unshare', mounted(`exec ${process.execPath} ${script} /mnt ${level}`))
  return JSON.parse(stdout) as T
}
