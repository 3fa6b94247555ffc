import { describe, expect, it } from 'vitest'
import { keyInActivation, keyOf, requestIn } from './notificationKey'

const request = (id: number) => ({ id, day: 1, doctor: { id: 1, name: '' } })

describe('the key of a notification', () => {
  it('leads back to its request, and that of several to none', () => {
    expect(requestIn(keyOf({ kind: 'one', requests: [request(7)] }))).toBe(7)
    expect(requestIn(keyOf({ kind: 'digest', requests: [request(7), request(8)], wasAway: false }))).toBeNull()
  })

  it.each([null, '', 'test', 'request-', 'request-7x', 'xrequest-7', 'request-99999999999999999999'])('%j leads nowhere', (key) => {
    expect(requestIn(key)).toBeNull()
  })

  it.each([
    ['type=click&tag=request-7', 'request-7'], ['request-7', 'request-7'], ['type=click&tag=requests-7&x=1', 'requests-7'],
    ['', null], ['type=click&tag=1094812', null], ['myrequest-7', null], ['request-7-8', null],
  ])('is found in %j: %j', (words, key) => {
    expect(keyInActivation(words)).toBe(key)
  })
})
