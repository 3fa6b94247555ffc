import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { app, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron'
import type { Files } from '../ports'
import { deskWindows } from './deskWindows'

/** The window that asks: without one a dialog stands alone. */
const asking = () => deskWindows().find((window) => window.isFocused()) ?? deskWindows().find((window) => window.isVisible())

/** The system's own dialogs, over the window that asks, beginning in the folder of the person's documents. */
export const electronFiles: Files = {
  async save(name, content) {
    const type = path.extname(name).slice(1)
    const options: SaveDialogOptions = { defaultPath: path.join(app.getPath('documents'), name), filters: [{ name: type.toUpperCase(), extensions: [type] }] }
    const window = asking()
    const { canceled, filePath } = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options))
    if (canceled || !filePath) return false
    await writeFile(filePath, content)
    return true
  },
  async chooseFolder(from) {
    const options: OpenDialogOptions = { defaultPath: from ?? app.getPath('documents'), properties: ['openDirectory', 'createDirectory'] }
    const window = asking()
    const { canceled, filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))
    return canceled ? undefined : filePaths[0]
  },
}
