import type { Clipboard, Files, Paper, Press } from '@main/ports'

/** What a person had the program hand out, and what they answer to its questions. */
export interface HandedOut {
  /** Files, each after its name and a line break, and what went to the clipboard. */
  texts: string[]
  printed: Paper[]
  /** The folder that is chosen when one is asked for. */
  folder: string | undefined
  /** No file can be written, and nothing printed. */
  refuse: boolean
}

/** A computer without dialogs and printers. Its PDF files are the documents' HTML. */
export const givingOut = (out: HandedOut): { files: Files, clipboard: Clipboard, press: Press } => ({
  files: {
    async save(name, content) {
      if (out.refuse) throw new Error('ENOSPC')
      return out.texts.push(`${name}\n${typeof content === 'string' ? content : Buffer.from(content).toString()}`) > 0
    },
    chooseFolder: async () => out.folder,
  },
  clipboard: { write: async (...texts) => { out.texts.push(...texts.filter((text) => text !== undefined)) } },
  press: {
    pdf: async ({ html, foot }) => Buffer.from(`%PDF ${foot}\n${html}`),
    async print(paper) {
      if (out.refuse) throw new Error('no printer')
      return out.printed.push(paper) > 0
    },
  },
})
