import path from 'node:path'
import { Marked } from 'marked'

const slugOf = (words) => words.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '')
const attribute = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
const chapterOf = (file) => path.basename(file, '.md')

/** A picture is there in both themes, and the style sheet shows one: neither is loaded before it is near the screen. */
const picture = (href, text) => {
  const name = href.replace(/-(light|dark)\.png$/, '')
  return ['light', 'dark']
    .map((theme) => `<img class="${theme}" src="./${attribute(name)}-${theme}.png" alt="${attribute(text)}" loading="lazy" />`).join('')
}

/**
 * A chapter of the user guide as a Vue component's text: the guide in the program is the guide in the repository. Links to other chapters
 * become places of the program; others, which the program's page could not follow, stay as their words.
 */
export function chapterComponent(markdown, file) {
  const chapter = chapterOf(file)
  const renderer = {
    heading({ tokens, depth, text }) {
      return `<h${depth} id="${slugOf(text)}" tabindex="-1">${this.parser.parseInline(tokens)}</h${depth}>\n`
    },
    link({ href, tokens }) {
      const words = this.parser.parseInline(tokens)
      const [, to, section] = /^([\w-]+)\.md(?:#(.+))?$/.exec(href) ?? []
      return to ? `<a href="#/help/${to}${section ? `/${section}` : ''}">${words}</a>` : words
    },
    image: ({ href, text }) => picture(href, text),
    // Of the guide's own words nothing is markup.
    html: ({ text }) => text.replaceAll('<', '&lt;'),
    table({ header, rows }) {
      const row = (cells, tag) => `<tr>${cells.map((cell) => `<${tag}${tag === 'th' ? ' scope="col"' : ''}>${this.parser.parseInline(cell.tokens)}</${tag}>`).join('')}</tr>`
      return `<table><thead>${row(header, 'th')}</thead><tbody>${rows.map((cells) => row(cells, 'td')).join('')}</tbody></table>\n`
    },
  }
  const marked = new Marked({ renderer })
  const heads = marked.lexer(markdown).filter(({ type }) => type === 'heading')
  const title = heads.find(({ depth }) => depth === 1)?.text ?? chapter
  const sections = heads.filter(({ depth }) => depth === 2).map(({ text }) => ({ id: slugOf(text), title: text }))
  return [
    `<script>export default ${JSON.stringify({ chapter, title, sections }).replaceAll('<', '\\u003c')}</script>`,
    `<template><div v-pre>${marked.parse(markdown)}</div></template>\n`,
  ].join('\n')
}

/** Vite's plugin: `import Chapter from '…/docs/guide/planner.md'` is a component. Stands before Vue's, which compiles it. */
export const guideChapters = () => ({
  name: 'guide-chapters',
  enforce: 'pre',
  transform: (text, id) => /[\\/]docs[\\/]guide[\\/][\w-]+\.md$/.test(id) ? { code: chapterComponent(text, id), map: null } : undefined,
})

/** Files that Vue's plugin compiles. */
export const vueFiles = [/\.vue$/, /[\\/]docs[\\/]guide[\\/][\w-]+\.md$/]
