import electron, { clipboard } from 'electron'
import type { Clipboard } from '../ports'

/** What the clipboard took before it took items. */
interface Before { write: (data: { text: string, html: string }) => void }

/** The desktop's clipboard; formatted text as items where Electron has them (45), else as an object. */
export const electronClipboard: Clipboard = {
  async write(text, html) {
    if (html === undefined) await clipboard.writeText(text)
    else if ('ClipboardItem' in electron) await clipboard.write([new electron.ClipboardItem({ 'text/plain': text, 'text/html': html })])
    else (clipboard as unknown as Before).write({ text, html })
  },
}
