import { BrowserWindow, ipcMain, type WebFrameMain } from 'electron'
import type { Event, Payload } from '@shared/ipc/contract'
import type { IpcServer } from '../ipc/router'

export const electronIpc: IpcServer<WebFrameMain | null> = {
  handle: (channel, listener) => { ipcMain.handle(channel, (event, input: unknown) => listener(event.senderFrame, input)) },
}

/** Only the top frame of our own page may call; a frame that is gone arrives as null and is refused. */
export const isOwnPage = (origin: string) => (frame: Pick<WebFrameMain, 'parent' | 'url'> | null): boolean =>
  frame !== null && frame.parent === null && (frame.url === origin || frame.url.startsWith(`${origin}/`))

/** Sends a hint to every window. */
export function push<E extends Event>(event: E, ...[payload]: Payload<E> extends void ? [] : [Payload<E>]): void {
  for (const { webContents } of BrowserWindow.getAllWindows()) {
    // A click that has just opened the window is no hint: it has to wait until somebody listens.
    if (event === 'alerts:opened' && webContents.isLoadingMainFrame()) webContents.once('did-finish-load', () => { webContents.send(event, payload) })
    else webContents.send(event, payload)
  }
}
