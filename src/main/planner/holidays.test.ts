import * as fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Log } from '@main/ports'
import { holidays } from './holidays'

let folder = ''
let file = ''
let now = 1_000_000
let logged: string[] = []
beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(tmpdir(), 'holidays-'))
  file = path.join(folder, 'holidays.json')
  logged = []
})
afterEach(() => fs.rm(folder, { recursive: true }))

const log: Log = { info: () => undefined, warn: (event) => { logged.push(event) } }
const opened = () => holidays({ file, clock: () => now, log })
const christmas = { day: '2026-12-25', name: 'Christmas' }
const boxing = { day: '2026-12-26', name: 'Boxing Day' }

describe('holidays', () => {
  it('has none at first', async () => { expect(await opened().read()).toEqual([]) })

  it('keeps lists for the next start, their days in order and once', async () => {
    const kept = await opened().keep([{ name: 'Public', days: [boxing, christmas, { ...boxing, name: 'Second Day' }] }])
    expect(kept).toEqual([{ name: 'Public', days: [christmas, { ...boxing, name: 'Second Day' }] }])
    expect(await opened().read()).toEqual(kept)
    expect(await fs.readdir(folder)).toEqual(['holidays.json'])
  })

  it.each([['half a file', '[{"name":"Publ'], ['another shape', '{"sets":[]}'], ['a day that does not exist', '[{"name":"A","days":[{"day":"2026-02-30","name":""}]}]']])(
    'sets %s aside, says so in the log and goes on without', async (_, content) => {
      await fs.writeFile(file, content)
      expect(await opened().read()).toEqual([])
      expect(logged).toEqual(['holidays.damaged'])
      const [aside] = await fs.readdir(folder)
      expect(await fs.readFile(path.join(folder, aside!), 'utf8')).toBe(content)
      expect(await opened().keep([{ name: 'Public', days: [christmas] }])).toHaveLength(1)
      expect(await opened().read()).toHaveLength(1)
    })

  it('keeps the three newest damaged files', async () => {
    for (const content of ['1x', '2x', '3x', '4x', '5x']) {
      now += 1
      await fs.writeFile(file, content)
      await opened().read()
    }
    const names = (await fs.readdir(folder)).sort()
    expect(await Promise.all(names.map((name) => fs.readFile(path.join(folder, name), 'utf8')))).toEqual(['3x', '4x', '5x'])
  })

  it('throws what is another trouble than a damaged file, and sets nothing aside', async () => {
    await fs.mkdir(file)
    await expect(opened().read()).rejects.toThrow('EISDIR')
    expect(await fs.readdir(folder)).toEqual(['holidays.json'])
  })
})
