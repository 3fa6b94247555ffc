import type { App } from 'electron'

/** By this Windows knows whose notifications they are: the shortcut in its start menu carries the same. */
export const APP_ID = 'clinic.reception'

/** By this it starts the program at a click on a notification of an earlier run: the installer's shortcut and class carry the same. */
export const TOAST_ACTIVATOR = '{9B6B2C0E-4C5F-4B7E-9A63-5D0E8A7F21C4}'

/** The activator only in Electrons that have one; they make up another at each start if nobody names it. */
type Introduced = Pick<App, 'isPackaged' | 'setAppUserModelId'> & Partial<Pick<App, 'setToastActivatorCLSID'>>

/** Before the first notification. A program that is being developed has no installer: it goes by its executable. */
export function introduceToWindows(app: Introduced, executable: string): void {
  app.setAppUserModelId(app.isPackaged ? APP_ID : executable)
  if (app.isPackaged) app.setToastActivatorCLSID?.(TOAST_ACTIVATOR)
}
