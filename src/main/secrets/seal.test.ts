import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seal, unseal } from './seal'

const master = randomBytes(32)
const binding = { purpose: 'tokens', context: 'session' }
const text = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString()

describe('seal', () => {
  it('gives back what was sealed, whatever it is', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 500 }), fc.string(), fc.string(), (plain, purpose, context) => {
      expect(Buffer.from(unseal(master, { purpose, context }, seal(master, { purpose, context }, plain))!)).toEqual(Buffer.from(plain))
    }))
  })

  it('refuses a value of which any single byte was changed, added or cut', () => {
    const sealed = Buffer.from(seal(master, binding, Buffer.from('access and refresh')))
    for (let at = 0; at < sealed.length; at += 1) {
      for (const flip of [0x01, 0x80, 0xff]) {
        const changed = Buffer.from(sealed)
        changed.writeUInt8(changed.readUInt8(at) ^ flip, at)
        expect(unseal(master, binding, changed), `byte ${at}`).toBeUndefined()
      }
      expect(unseal(master, binding, sealed.subarray(0, at)), `cut at ${at}`).toBeUndefined()
    }
    expect(unseal(master, binding, Buffer.concat([sealed, Buffer.of(0)]))).toBeUndefined()
  })

  it('opens only with the key, the purpose and the context that it was sealed for', () => {
    const sealed = seal(master, binding, Buffer.from('mine'))
    expect(text(unseal(master, { ...binding }, sealed))).toBe('mine')
    expect(unseal(randomBytes(32), binding, sealed)).toBeUndefined()
    expect(unseal(master, { ...binding, purpose: 'cache' }, sealed)).toBeUndefined()
    expect(unseal(master, { ...binding, context: 'other' }, sealed)).toBeUndefined()
    expect(unseal(master, { purpose: 'tokens","session', context: '' }, sealed)).toBeUndefined()
  })

  it('never gives the same bytes twice and shows nothing of the text', () => {
    const plain = Buffer.from('the same secret text')
    const seals = Array.from({ length: 50 }, () => Buffer.from(seal(master, binding, plain)).toString('latin1'))
    expect(new Set(seals).size).toBe(50)
    expect(seals.some((sealed) => sealed.includes('secret'))).toBe(false)
  })
})
