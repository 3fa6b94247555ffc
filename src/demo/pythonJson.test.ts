import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJson } from './pythonJson'

const faults = [
  ['', 'Expecting value: line 1 column 1 (char 0)'],
  [' ', 'Expecting value: line 1 column 2 (char 1)'],
  ['{', 'Expecting property name enclosed in double quotes: line 1 column 2 (char 1)'],
  ['{"a"', "Expecting ':' delimiter: line 1 column 5 (char 4)"],
  ['{"a":', 'Expecting value: line 1 column 6 (char 5)'],
  ['{"a":1', "Expecting ',' delimiter: line 1 column 7 (char 6)"],
  ['{"a":1,}', 'Expecting property name enclosed in double quotes: line 1 column 8 (char 7)'],
  ['{"a" 1}', "Expecting ':' delimiter: line 1 column 6 (char 5)"],
  ["{'a':1}", 'Expecting property name enclosed in double quotes: line 1 column 2 (char 1)'],
  ['[1,]', 'Expecting value: line 1 column 4 (char 3)'],
  ['[1 2]', "Expecting ',' delimiter: line 1 column 4 (char 3)"],
  ['[[1]', "Expecting ',' delimiter: line 1 column 5 (char 4)"],
  ['"abc', 'Unterminated string starting at: line 1 column 1 (char 0)'],
  ['"a\\', 'Unterminated string starting at: line 1 column 1 (char 0)'],
  ['"a\nb"', 'Invalid control character at: line 1 column 3 (char 2)'],
  ['"\\x"', 'Invalid \\escape: line 1 column 2 (char 1)'],
  ['{"a":"\\u12G4"}', 'Invalid \\uXXXX escape: line 1 column 8 (char 7)'],
  ['01', 'Extra data: line 1 column 2 (char 1)'],
  ['1.', 'Extra data: line 1 column 2 (char 1)'],
  ['{"a":1} x', 'Extra data: line 1 column 9 (char 8)'],
  ['{"a":\n  tru}', 'Expecting value: line 2 column 3 (char 8)'],
  ['-', 'Expecting value: line 1 column 1 (char 0)'],
  ['{"é😀": x}', 'Expecting value: line 1 column 8 (char 7)'],
] as const

describe('bad JSON', () => {
  it.each(faults)('is described as Python 3.11 does: %j', (text, message) => {
    expect(() => parseJson(text)).toThrow(new SyntaxError(message))
  })

  it('is whatever JSON.parse refuses, and nothing else', () => {
    const text = fc.oneof(fc.json(), fc.json().chain((json) => fc.nat(json.length).map((cut) => json.slice(0, cut))), fc.string())
    fc.assert(fc.property(text, (candidate) => {
      let expected: unknown
      try { expected = JSON.parse(candidate) } catch { expect(() => parseJson(candidate)).toThrow(SyntaxError); return }
      expect(parseJson(candidate)).toEqual(expected)
    }))
  })
})
