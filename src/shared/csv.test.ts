import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvText, tabbedText } from './csv'

const cells = (rows: string[][]) => csvText(rows).slice(1)

describe('csvText', () => {
  it('parts cells by commas and ends each row, after a byte order mark', () => {
    expect(csvText([['a', 'b'], ['c', '']])).toBe('\uFEFFa,b\r\nc,\r\n')
  })

  it('puts cells with commas, quotes and line breaks into quotes', () => {
    expect(cells([['a,b', 'say "no"', 'one\ntwo']])).toBe('"a,b","say ""no""","one\ntwo"\r\n')
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('takes the force out of %j', (cell) => {
    expect(cells([[cell]]).replace(/^"/, '').startsWith(`'${cell[0]}`)).toBe(true)
  })

  it('keeps every text, read back by the rules of RFC 4180', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
      expect(parsed(cells(rows))).toEqual(rows.map((row) => row.map((cell) => /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)))
    }))
  })
})

describe('tabbedText', () => {
  it('has one line a row and no tab but those between cells', () => {
    expect(tabbedText([['a\tb', 'c\r\nd'], ['=1', '']])).toBe("a b\tc d\n'=1\t")
  })
})

function parsed(text: string): string[][] {
  const rows: string[][] = []
  let [row, cell, inQuotes] = [[] as string[], '', false]
  for (let place = 0; place < text.length; place++) {
    const sign = text[place]!
    if (inQuotes && sign === '"' && text[place + 1] === '"') { cell += '"'; place++ }
    else if (sign === '"') inQuotes = !inQuotes
    else if (!inQuotes && sign === ',') { row.push(cell); cell = '' }
    else if (!inQuotes && sign === '\r') { rows.push([...row, cell]); row = []; cell = ''; place++ }
    else cell += sign
  }
  return rows
}
