import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { paperFonts } from './paperFonts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'fonts-'))
  writeFileSync(path.join(folder, 'noto-sans-devanagari-devanagari-wght-normal-Ab1.woff2'), 'devanagari')
  writeFileSync(path.join(folder, 'noto-sans-arabic-arabic-wght-normal-Cd2.woff2'), 'arabic')
  writeFileSync(path.join(folder, 'noto-sans-arabic-latin-wght-normal-Ef3.woff2'), 'latin')
})
afterAll(() => { rmSync(folder, { recursive: true }) })

const written = (content: string) => `base64,${Buffer.from(content).toString('base64')})`

it('brings the font of each script that a text has, and none for Latin', async () => {
  const fontsFor = paperFonts(folder)
  expect(await fontsFor('Monday 23 November 2026')).toBe('')
  expect(await fontsFor('सोमवार 23')).toContain(written('devanagari'))
  expect(await fontsFor('सोमवार 23')).not.toContain(written('arabic'))
  const both = await fontsFor('सोमवार / الاثنين')
  expect(both).toContain(written('devanagari'))
  expect(both).toContain(written('arabic'))
  expect(both).not.toContain(written('latin'))
})

it('leaves the system’s fonts where the pages are not built', async () => {
  expect(await paperFonts(path.join(folder, 'none'))('सोमवार')).toBe('')
})
