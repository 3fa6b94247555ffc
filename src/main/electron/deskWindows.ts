import { BrowserWindow } from 'electron'

const walls = new WeakSet<BrowserWindow>()

/** The window is a wall's: it is told nothing of what the desk's is told. */
export const markWall = (window: BrowserWindow): void => { walls.add(window) }

/** The program's windows but for the one on a wall. */
export const deskWindows = (): BrowserWindow[] => BrowserWindow.getAllWindows().filter((window) => !walls.has(window))
