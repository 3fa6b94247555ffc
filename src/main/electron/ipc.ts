import { ipcMain, type WebFrameMain } from 'electron'
import { calls, type Event, type Payload } from '@shared/ipc/contract'
import type { IpcServer } from '../ipc/router'
import { deskWindows } from './deskWindows'

type Listener = Parameters<IpcServer<WebFrameMain | null>['handle']>[1]

/** Takes all calls of the contract from now on: those that come before there is somebody to answer them wait. */
export function electronIpc(): IpcServer<WebFrameMain | null> {
  const answerers = new Map<string, (listener: Listener) => void>()
  for (const call of Object.keys(calls)) {
    const answerer = new Promise<Listener>((resolve) => { answerers.set(call, resolve) })
    ipcMain.handle(call, async ({ senderFrame }, input: unknown) => (await answerer)(senderFrame, input))
  }
  return { handle: (call, listener) => { answerers.get(call)?.(listener) } }
}

/** Only the top frame of our own page may call; a frame that is gone arrives as null and is refused. */
export const isOwnPage = (origin: string) => (frame: Pick<WebFrameMain, 'parent' | 'url'> | null): boolean =>
  frame !== null && frame.parent === null && (frame.url === origin || frame.url.startsWith(`${origin}/`))

/** Sends a hint to every window of the desk. */
export function push<E extends Event>(event: E, ...[payload]: Payload<E> extends void ? [] : [Payload<E>]): void {
  for (const { webContents } of deskWindows()) {
    // A click that has just opened the window is no hint: it has to wait until somebody listens.
    if (event === 'alerts:opened' && webContents.isLoadingMainFrame()) webContents.once('did-finish-load', () => { webContents.send(event, payload) })
    else webContents.send(event, payload)
  }
}
