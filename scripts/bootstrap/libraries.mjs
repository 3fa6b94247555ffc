import { runCommand } from './command.mjs'
import { SetupFailure } from './failure.mjs'

/** Names of shared libraries that `ldd` could not find. */
export const notFound = (listing) => [...listing.matchAll(/^\s*(\S+) => not found$/gm)].map(([, name]) => name)

/** Throws SetupFailure naming the system libraries without which the Electron executable can not start (Linux). */
export const checkLibraries = async (executable) => {
  const { output } = await runCommand('ldd', [executable], { env: { ...process.env, LC_ALL: 'C' } }).catch(() => ({ output: '' }))
  const names = notFound(output)
  if (names.length === 0) return
  throw new SetupFailure(
    `Electron can not start: this system lacks ${names.join(', ')}.`,
    'Install the packages that hold them (GTK 3, NSS, ALSA, GBM and their like), then run the same command again.',
  )
}
