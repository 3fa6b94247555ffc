import { describe, expect, it } from 'vitest'
import { readTestArguments } from './readTestArguments.mjs'

describe('readTestArguments', () => {
  it('runs everything by default and keeps filters', () => {
    expect(readTestArguments([])).toEqual({ only: null, filters: [] })
    expect(readTestArguments(['e2e/board'])).toEqual({ only: null, filters: ['e2e/board'] })
  })

  it('reads --only in both spellings, wherever it stands', () => {
    expect(readTestArguments(['--only', 'e2e', 'board', '-t', 'signs in'])).toEqual({ only: 'e2e', filters: ['board', '-t', 'signs in'] })
    expect(readTestArguments(['board', '--only=unit'])).toEqual({ only: 'unit', filters: ['board'] })
  })

  it.each([['--only'], ['--only', 'everything'], ['--only=']])('refuses %j and names the steps', (...words) => {
    expect(() => readTestArguments(words)).toThrow('--only takes one of lint, types, unused, unit, build, e2e.')
  })
})
