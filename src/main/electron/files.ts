import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { app, BrowserWindow, dialog, type SaveDialogOptions } from 'electron'
import type { Files } from '../ports'

/** The system's own dialog, over the window that asks, in the folder of the person's documents. */
export const electronFiles: Files = {
  async saveText(name, text) {
    const type = path.extname(name).slice(1)
    const options: SaveDialogOptions = { defaultPath: path.join(app.getPath('documents'), name), filters: [{ name: type.toUpperCase(), extensions: [type] }] }
    const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
    const { canceled, filePath } = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options))
    if (canceled || !filePath) return false
    await writeFile(filePath, text)
    return true
  },
}
