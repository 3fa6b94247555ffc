import { dialog, type BrowserWindow } from 'electron'
import type { Speaking, Tongue } from '../tongue/tongue'

interface Stake { waiting: number, uncertain: number }

/**
 * Asks before the window closes while something would be lost by it. `atStake` says at once whether anything can be: undefined when all
 * is on the disk.
 */
export function askBeforeLoss(window: BrowserWindow, speaking: Speaking, atStake: () => Promise<Stake> | undefined): void {
  let state: 'open' | 'asking' | 'answered' = 'open'

  const ask = async (stake: Promise<Stake>) => {
    state = 'asking'
    // What can not be told is no reason to keep somebody from leaving.
    const isMeant = await stake.then((found) => mayBeLost(window, found, speaking())).catch(() => true)
    state = isMeant ? 'answered' : 'open'
    if (isMeant) window.close()
  }
  window.on('close', (event) => {
    if (state === 'answered' || event.defaultPrevented) return
    const stake = atStake()
    if (!stake) return
    event.preventDefault()
    if (state === 'open') void ask(stake)
  })
}

async function mayBeLost(window: BrowserWindow, { waiting, uncertain }: Stake, { texts: { signOut }, say }: Tongue): Promise<boolean> {
  if (waiting + uncertain === 0) return true
  const message = say(signOut.quit, { waiting, uncertain })
  const buttons = [signOut.stay, signOut.quitAnyway]
  const { response } = await dialog.showMessageBox(window, { type: 'warning', message, detail: signOut.quitText, buttons, defaultId: 0, cancelId: 0 })
  return response === 1
}
