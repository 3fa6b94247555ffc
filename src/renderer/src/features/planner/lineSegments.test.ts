import { expect, it } from 'vitest'
import { lineSegments } from './lineSegments'

const words = (line: string, ...wrong: [number, number][]) =>
  lineSegments(line, wrong.map(([from, to]) => ({ from, to }))).map(({ text, isWrong }) => isWrong ? `[${text}]` : text)

it('cuts a line where its wrong words begin and end', () => {
  expect(words('mon blurb 9-13', [4, 9])).toEqual(['mon ', '[blurb]', ' 9-13'])
  expect(words('blurb mon x', [0, 5], [10, 11])).toEqual(['[blurb]', ' mon ', '[x]'])
  expect(words('mon')).toEqual(['mon'])
  expect(words('')).toEqual([])
})

it('says each character once where wrong stretches overlap', () => {
  expect(words('abcdef', [0, 4], [2, 6])).toEqual(['[abcd]', 'ef'])
})
