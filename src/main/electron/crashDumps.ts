import { crashReporter } from 'electron'

/**
 * A dump holds what was in a process's memory, and that may be anything: none is made, unless the administrator wants them to find a fault
 * by. They stay on this computer.
 */
export function keepCrashDumps(areWanted: boolean | undefined): void {
  if (areWanted) crashReporter.start({ uploadToServer: false })
}
