import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { chapterComponent } from './chapterPages.mjs'

const guide = path.join(import.meta.dirname, '../../docs/guide')
const files = fs.readdirSync(guide).filter((name) => name.endsWith('.md'))
const made = new Map(files.map((name) => [name, chapterComponent(fs.readFileSync(path.join(guide, name), 'utf8'), name)]))

describe('a chapter of the guide in the program', () => {
  it('knows its title and sections, and gives them places to lead to', () => {
    const text = chapterComponent('# Plans\n\n## The line, and more\n\nWords\n', '/x/docs/guide/planner.md')
    expect(text).toContain('{"chapter":"planner","title":"Plans","sections":[{"id":"the-line-and-more","title":"The line, and more"}]}')
    expect(text).toContain('<h2 id="the-line-and-more" tabindex="-1">The line, and more</h2>')
  })

  it('leads to other chapters inside the program, and out of it nowhere', () => {
    const text = chapterComponent('[Plans](planner.md#the-line) and [the rest](https://clinic.example/)', 'a.md')
    expect(text).toContain('<a href="#/help/planner/the-line">Plans</a> and the rest')
  })

  it('has each picture in both themes, and takes no markup from the text', () => {
    const text = chapterComponent('![A "board"](day-board-light.png)\n\n<script>x</script> {{ y }}', 'a.md')
    expect(text).toContain('<img class="dark" src="./day-board-dark.png" alt="A &quot;board&quot;" loading="lazy" />')
    expect(text).not.toContain('<script>x')
    expect(text).toContain('<div v-pre>')
  })

  it.each([...made])('%s has all its pictures, and leads only where there is something', (_name, text) => {
    for (const [, file] of text.matchAll(/src="\.\/([^"]+)"/g)) expect(fs.existsSync(path.join(guide, file)), file).toBe(true)
    for (const [, chapter, section] of text.matchAll(/href="#\/help\/([\w-]+)(?:\/([^"]+))?"/g)) {
      const target = made.get(`${chapter}.md`)
      expect(target, chapter).toBeDefined()
      if (section) expect(target).toContain(`id="${section}"`)
    }
  })

  it('is one of those that the program has', () => {
    const listed = fs.readFileSync(path.join(import.meta.dirname, '../../src/renderer/src/features/help/chapters.ts'), 'utf8')
    expect(files.filter((name) => !listed.includes(`'@guide/${name}'`))).toEqual([])
  })
})
