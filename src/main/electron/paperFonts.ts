import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

interface Font { family: string, file: string, script: RegExp, range: string }

/** Scripts that a computer may have no font for, or a poor one: the program's own go onto paper with them. */
const fonts: readonly Font[] = [
  {
    family: 'Noto Sans Devanagari', file: 'noto-sans-devanagari-devanagari-wght-normal', script: /\p{Script=Devanagari}/u,
    range: 'U+0900-097F, U+1CD0-1CFF, U+200C-200D, U+25CC, U+A8E0-A8FF',
  },
  {
    family: 'Noto Sans Arabic', file: 'noto-sans-arabic-arabic-wght-normal', script: /\p{Script=Arabic}/u,
    range: 'U+0600-06FF, U+0750-077F, U+0870-08FF, U+200C-200F, U+FB50-FDFF, U+FE70-FEFC',
  },
]

/** Gives the style that brings the fonts which a text needs. */
export type PaperFonts = (text: string) => Promise<string>

/**
 * The fonts of the built pages in `folder`, written into the style: then a document is whole when it is loaded, has nothing to fetch, and
 * so have the feet of its pages, which can fetch nothing. While the pages come from a development server there may be none.
 */
export const paperFonts = (folder: string): PaperFonts => async (text) => {
  const needed = fonts.filter(({ script }) => script.test(text))
  const names = needed.length > 0 ? await readdir(folder).catch(() => []) : []
  const faces = await Promise.all(needed.map(async (font) => {
    const name = names.find((each) => each.startsWith(`${font.file}-`) && each.endsWith('.woff2'))
    return name === undefined ? '' : faceOf(font, await readFile(path.join(folder, name)))
  }))
  return faces.join('')
}

const faceOf = ({ family, range }: Font, content: Buffer) => `@font-face { font-family: "${family}"; font-weight: 100 900; unicode-range: ${range}; `
  + `src: url(data:font/woff2;base64,${content.toString('base64')}) format("woff2"); }\n`
