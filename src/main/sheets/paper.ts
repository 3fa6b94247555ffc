import type { Paper } from '@main/ports'
import { escaped } from './escaped'
import { paperStyle } from './paperStyle'
import type { Sheet } from './sheet'
import { whenText, type Writing } from './words'

export interface PaperFacts {
  title: string
  sheets: readonly Sheet[]
  large: boolean
  landscape: boolean
  /** One below the other, under the title, instead of each on a page of its own. */
  together?: boolean
  /** When it was made, and when the oldest of it was fetched (null when something of it never was); epoch milliseconds. */
  made: number
  oldest: number | null
}

/** Sheets as a document for paper. */
export function paperOf({ title, sheets, large, landscape, together = false, made, oldest }: PaperFacts, writing: Writing): Paper {
  const { texts: { sheets: { paper } }, say, language, direction } = writing.tongue
  const classes = [large && 'large', together && 'together'].filter(Boolean).join(' ')
  const head = together ? `<h1 class="title" dir="auto">${escaped(title)}</h1>` : ''
  const age = oldest === null ? paper.notAllKnown : say(paper.oldest, { when: whenText(oldest, writing) })
  return {
    title, landscape, direction,
    css: paperStyle,
    foot: [title, say(paper.made, { when: whenText(made, writing) }), age].join(' · '),
    page: paper.page,
    html: `<!doctype html><html lang="${language}" dir="${direction}"><head><meta charset="utf-8"><title>${escaped(title)}</title>`
      + `<link rel="stylesheet" href="sheet.css"></head><body class="${classes}">${head}${sheets.map(tableOf).join('')}</body></html>`,
  }
}

function tableOf({ heading, lead, ages, columns, rows, none }: Sheet): string {
  const head = `<tr><th class="head" colspan="${columns.length}"><h1 dir="auto">${escaped(heading)}</h1>`
    + `<p class="lead" dir="auto">${escaped(lead)}</p>${ages.map((age) => `<p class="age" dir="auto">${escaped(age)}</p>`).join('')}</th></tr>`
  const names = `<tr>${columns.map(({ text, kind }) => `<th class="${kind}" scope="col">${escaped(text)}</th>`).join('')}</tr>`
  const cells = (row: readonly string[]) => row.map((cell, place) => `<td class="${columns[place]!.kind}"${columns[place]!.kind === 'number' ? '' : ' dir="auto"'}>${linesOf(cell)}</td>`).join('')
  const body = rows.length > 0
    ? rows.map((row) => `<tr>${cells(row)}</tr>`).join('')
    : `<tr><td class="none" colspan="${columns.length}">${escaped(none)}</td></tr>`
  return `<table><thead>${head}${rows.length > 0 ? names : ''}</thead><tbody>${body}</tbody></table>`
}

const linesOf = (cell: string) => cell.split('\n').map(escaped).join('<br>')
