import { expect, it } from 'vitest'
import en from '@shared/locales/en.json'

const sources = import.meta.glob<string>(['./**/*.{ts,vue}', '!./**/*.test.ts'], { query: '?raw', import: 'default', eager: true })

/** What `t` is called with: a whole key, or the part of one before the first `${`. */
const used = Object.entries(sources).flatMap(([file, text]) =>
  [...text.matchAll(/\bt\(\s*(?:'([\w.]+)'|`([\w.]+)(?=\.\$\{))/g)].map((match) => ({ file, key: (match[1] ?? match[2])!, whole: match[1] !== undefined })))

const at = (key: string) => key.split('.').reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], en)

it('reads the sources', () => {
  expect(used.length).toBeGreaterThan(50)
})

it('has a text for every key in use', () => {
  expect(used.filter(({ key, whole }) => typeof at(key) !== (whole ? 'string' : 'object'))).toEqual([])
})
