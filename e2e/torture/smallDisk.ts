import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Whether this system lets us mount a file system of our own: Linux with user namespaces, which Chromium's sandbox needs, too. */
export const canMount = (): boolean => process.platform === 'linux'
  && spawnSync('unshare', ['--user', '--map-root-user', '--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0

/** How to start an app for which this folder is a disk with room for so many bytes, as options of `openDesk`; `makeRoom` makes more. */
export function smallDisk(folder: string, bytes: number) {
  mkdirSync(folder, { recursive: true })
  return {
    options: {
      executable: path.join(import.meta.dirname, 'small-disk.sh'),
      env: { SMALL_DISK: folder, SMALL_DISK_SIZE: String(bytes) },
    },
    makeRoom: () => { writeFileSync(`${folder}.room`, '') },
  }
}
