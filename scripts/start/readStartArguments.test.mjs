import { describe, expect, it } from 'vitest'
import { readStartArguments } from './readStartArguments.mjs'

describe('readStartArguments', () => {
  it('keeps --once and passes the rest on', () => {
    expect(readStartArguments(['--user-data-dir=/x', '--once'])).toEqual({ once: true, rest: ['--user-data-dir=/x'] })
    expect(readStartArguments([])).toEqual({ once: false, rest: [] })
  })
})
