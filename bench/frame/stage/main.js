// The least that a program in Electron can be: one window with one page, by default an empty one. What the clinic program is held against.
import path from 'node:path'
import { app, BrowserWindow } from 'electron'

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false })
  window.once('ready-to-show', () => { window.show() })
  void window.loadFile(app.commandLine.getSwitchValue('page') || path.join(import.meta.dirname, 'empty.html'))
})
