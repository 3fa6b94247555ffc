import type { BrowserWindow } from 'electron'
import { reportFault } from '../log/reportFault'
import type { Log } from '../ports'

const DEATHS = 3
const WITHIN_MS = 60_000

/** What nobody caught is logged without its text, and the program goes on: Electron's own answer is a window with the text in it. */
export function surviveFaults(log: Log): void {
  process.on('uncaughtException', (cause) => { reportFault(log, 'uncaught', cause) })
  process.on('unhandledRejection', (cause) => { reportFault(log, 'unhandled', cause) })
}

/** A page whose process has died begins anew. One that dies again and again is given up. */
export function reviveDead({ webContents }: Pick<BrowserWindow, 'webContents'>, { log, giveUp }: { log: Log, giveUp: () => void }): void {
  let deaths: number[] = []
  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    log.warn('page.died', { reason })
    deaths = [...deaths, Date.now()].filter((at) => at > Date.now() - WITHIN_MS)
    if (deaths.length > DEATHS) giveUp()
    else webContents.reload()
  })
}
