/**
 * A cell as spreadsheets may have it: what begins like a formula would be carried out by them, from text that anybody can have typed
 * into a server; an apostrophe before it makes it text.
 */
export const harmless = (cell: string): string => /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell

const quoted = (cell: string) => /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell

/** Rows as CSV after RFC 4180, with the mark at the beginning without which Excel takes UTF-8 for something else. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map((cell) => quoted(harmless(cell))).join(',')}\r\n`).join('')}`

/** Rows as a table for the clipboard: cells parted by tabs, so that a spreadsheet takes it apart again. */
export const tabbedText = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => harmless(cell).replaceAll(/[\t\r\n]+/g, ' ')).join('\t')).join('\n')
