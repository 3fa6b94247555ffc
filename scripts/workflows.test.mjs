import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { repository } from './bootstrap/places.mjs'
import { readPackageArguments } from './package/readPackageArguments.mjs'
import { readTestArguments } from './test/readTestArguments.mjs'

const folder = path.join(repository, '.github', 'workflows')
const { scripts } = JSON.parse(fs.readFileSync(path.join(repository, 'package.json'), 'utf8'))

/** Commands of npm's in a workflow: { script, words } each; `npm test` is one, and what npm itself does is none. */
const commandsIn = (text) => [...text.matchAll(/\bnpm (?:run )?(test|(?<=run )[\w:-]+)(?: -- ([^\n]*))?/g)]
  .map(([, script, words]) => ({ script, words: words?.trim().split(/\s+/) ?? [] }))

describe.each(fs.readdirSync(folder))('the workflow %s', (name) => {
  const text = fs.readFileSync(path.join(folder, name), 'utf8')
  const commands = commandsIn(text)

  it('runs commands that are there, with words that they know', () => {
    expect(commands.length).toBeGreaterThan(0)
    for (const { script, words } of commands) {
      expect(scripts).toHaveProperty([script])
      if (script === 'package') readPackageArguments(words)
      if (script === 'test') readTestArguments(words)
    }
  })

  it('names files of ours that are there', () => {
    const files = commands.flatMap(({ words }) => words).filter((word) => word.includes('/'))
    expect(files.filter((file) => !fs.existsSync(path.join(repository, file)))).toEqual([])
  })

  it('takes actions by the hash of a version that it names', () => {
    const actions = [...text.matchAll(/uses: +(.+)/g)].map(([, action]) => action)
    expect(actions.length).toBeGreaterThan(0)
    expect(actions.filter((action) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action))).toEqual([])
  })

  it('may do nothing but read unless a job says so', () => {
    expect(text).toMatch(/^permissions:\n {2}contents: read\n(?! )/m)
  })
})
