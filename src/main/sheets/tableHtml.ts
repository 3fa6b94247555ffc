import { harmless } from '@shared/csv'
import { escaped } from './escaped'

/** Rows as a table for programs that take formatted text from the clipboard; the first row is its head. */
export function tableHtml(rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[], tag: 'th' | 'td') => row.map((cell) => `<${tag}>${escaped(harmless(cell))}</${tag}>`).join('')
  const [head = [], ...body] = rows
  return `<table><thead><tr>${cells(head, 'th')}</tr></thead><tbody>${body.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('')}</tbody></table>`
}
