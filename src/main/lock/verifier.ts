import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto'
import * as v from 'valibot'

/** What a password is checked against while the server does not answer: scrypt with a salt of its own. Binary parts as base64. */
export const verifierSchema = v.strictObject({
  salt: v.string(), hash: v.string(), cost: v.number(), blockSize: v.number(), parallel: v.number(),
})
export type Verifier = v.InferOutput<typeof verifierSchema>

/** 32 MB and about a third of a second a guess: one of the settings that OWASP names for scrypt. */
export const USUAL_COST = 2 ** 15
const BYTES = 32
const MOST_MEMORY = 2 ** 27

/** A new verifier of a password. `cost` is scrypt's N. */
export async function verifierOf(password: string, cost: number): Promise<Verifier> {
  const usual = { cost, blockSize: 8, parallel: 3 }
  const salt = randomBytes(16)
  const hash = await derive(password, salt, usual)
  return { salt: salt.toString('base64'), hash: hash.toString('base64'), ...usual }
}

/** Whether it is the password that the verifier was made of. */
export async function fits({ salt, hash, ...cost }: Verifier, password: string): Promise<boolean> {
  const derived = await derive(password, Buffer.from(salt, 'base64'), cost)
  const expected = Buffer.from(hash, 'base64')
  return derived.byteLength === expected.byteLength && timingSafeEqual(derived, expected)
}

function derive(password: string, salt: Buffer, { cost, blockSize, parallel }: Omit<Verifier, 'salt' | 'hash'>): Promise<Buffer> {
  const options: ScryptOptions = { N: cost, r: blockSize, p: parallel, maxmem: MOST_MEMORY }
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, BYTES, options, (cause, key) => { if (cause) reject(cause); else resolve(key) })
  })
}
