import { describe, expect, it } from 'vitest'
import { explain, SetupFailure } from './failure.mjs'

const task = { task: 'Installing the packages', place: '/somewhere' }
const message = (cause) => explain(cause, task).message

describe('explain', () => {
  it.each([
    ['npm error code ENOSPC\nnpm error nospc ENOSPC: no space left on device, write', /no space left on the disk that holds \/somewhere\. Free/],
    ['tar: whole: Cannot write: No space left on device', /no space left/],
    ['npm error code ENOTFOUND\nnpm error request to a server failed, reason: getaddrinfo ENOTFOUND', /can not be reached\. Connect to the network/],
    ['npm error code ECONNREFUSED', /can not be reached/],
    ['npm error code EINTEGRITY\nnpm error sha512-x integrity checksum failed', /does not match its checksum/],
    ['npm error code EUSAGE\nnpm error\nnpm error `npm ci` can only install packages when', /package-lock\.json does not fit package\.json/],
    ['npm error code EACCES', /may not write to \/somewhere/],
  ])('says what to do about %j', (output, sentence) => {
    expect(message(output)).toMatch(sentence)
  })

  it('understands an error by its code and by its cause', () => {
    expect(message(Object.assign(new Error('write'), { code: 'ENOSPC' }))).toMatch(/no space left/)
    expect(message(new TypeError('fetch failed', { cause: new Error('getaddrinfo EAI_AGAIN') }))).toMatch(/can not be reached/)
  })

  it('gives the first line that says something of an output that it does not know', () => {
    const output = 'npm error code 137\nnpm error\nnpm error the cat sat on it\nnpm error A complete log of this run can be found in: x.log\n'
    expect(message(output)).toBe('Installing the packages failed: the cat sat on it (in /somewhere)')
    expect(message('')).toContain('it ended without a word')
  })

  it('blames no network for a word in somebody else\'s message', () => {
    expect(message('src/main/electron/network.ts: unexpected token')).toContain('unexpected token')
  })

  it('is one line, without a stack', () => {
    expect(message(new RangeError('boom'))).not.toMatch(/\n|at .*:\d+/)
  })

  it('leaves a failure alone that was explained before', () => {
    const failure = new SetupFailure('This.', 'That.')
    expect(explain(failure, task)).toBe(failure)
  })
})
