import { describe, expect, it } from 'vitest'
import { decode, encode, typesIn, type Value } from './marshal'
import { decodeMessage, encodeMessage } from './message'

describe('a signature', () => {
  it.each([
    ['susssasa{sv}i', ['s', 'u', 's', 's', 's', 'as', 'a{sv}', 'i']],
    ['a(yv)', ['a(yv)']],
    ['(ia{sv}av)u', ['(ia{sv}av)', 'u']],
    ['aa{s(ii)}', ['aa{s(ii)}']],
    ['', []],
  ])('%s is made of %j', (signature, types) => {
    expect(typesIn(signature)).toEqual(types)
  })
})

describe('values', () => {
  it.each<[string, Value[]]>([
    ['ybuis', [7, true, 4_000_000_000, -5, 'Grüße']],
    ['ysu', [1, '', 2]],
    ['as', [['a', 'bcd', '']]],
    ['a(yv)', [[[1, { type: 's', value: 'x' }], [2, { type: 'u', value: 9 }]]]],
    ['a{sv}', [new Map<Value, Value>([['urgency', { type: 'y', value: 2 }], ['name', { type: 's', value: 'desk' }]])]],
    ['(ia{sv}av)', [[3, new Map(), [{ type: '(ia{sv}av)', value: [4, new Map(), []] }]]]],
    ['av', [[]]],
  ])('%s come back as they were', (signature, values) => {
    expect(decode(signature, encode(signature, values))).toEqual(values)
  })

  it('that end before they should are refused', () => {
    const bytes = encode('ss', ['one', 'two'])
    for (let length = 0; length < bytes.length; length++) expect(() => decode('ss', bytes.subarray(0, length))).toThrow('shorter')
  })

  it('of a type that is not written are refused', () => {
    expect(() => encode('d', [1])).toThrow('type d')
  })
})

describe('a message', () => {
  const message = {
    kind: 'call', serial: 3, path: '/a', interface: 'b.C', member: 'D', destination: 'e.F', signature: 'su', body: ['x', 1],
  } as const
  const bytes = encodeMessage({ ...message, body: [...message.body] })

  it('comes back as it was', () => {
    expect(decodeMessage(bytes)).toEqual({ size: bytes.length, message })
  })

  it('is awaited to its last byte, and leaves the next one alone', () => {
    for (let length = 0; length < bytes.length; length++) expect(decodeMessage(bytes.subarray(0, length))).toBeUndefined()
    expect(decodeMessage(Buffer.concat([bytes, bytes]))?.size).toBe(bytes.length)
  })

  it('is refused when it is something else', () => {
    expect(() => decodeMessage(Buffer.from('HTTP/1.1 200 OK\r\n\r\n'))).toThrow('D-Bus')
    expect(() => decodeMessage(Buffer.concat([Buffer.from('l'), Buffer.alloc(40, 0xff)]))).toThrow('too long')
  })
})
