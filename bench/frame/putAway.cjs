// Loaded into a program's main process before its own code: a signal puts its windows away, as into the tray.
// eslint-disable-next-line @typescript-eslint/no-require-imports -- Electron loads it by require itself.
const { BrowserWindow } = require('electron')

process.on('SIGUSR2', () => {
  for (const window of BrowserWindow.getAllWindows()) window.hide()
})
