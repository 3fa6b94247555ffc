import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto'

/** What a sealed value is for. A value opens only under the purpose and the context that it was sealed for. */
export interface Binding {
  /** Each purpose has a key of its own: `tokens`. */
  purpose: string
  /** What else must not be swapped: a file's name, an account. */
  context: string
}

const VERSION = 1
const NONCE = 12
const TAG = 16
const HEADER = 1 + NONCE + TAG

/**
 * Encrypts and authenticates (AES-256-GCM): version, nonce, tag, ciphertext. The operating system's own protection is not
 * authenticated on Linux (AES-CBC with a fixed vector): a changed byte may come back as other text, without an error.
 * @param master 32 bytes that do not change
 */
export function seal(master: Uint8Array, binding: Binding, plain: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', keyOf(master, binding), nonce, { authTagLength: TAG })
  cipher.setAAD(boundTo(binding))
  const hidden = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), hidden])
}

/** The plain bytes, or undefined when anything was changed: a byte, the key, the purpose, the context. */
export function unseal(master: Uint8Array, binding: Binding, sealed: Uint8Array): Uint8Array | undefined {
  if (sealed.byteLength < HEADER || sealed[0] !== VERSION) return undefined
  const decipher = createDecipheriv('aes-256-gcm', keyOf(master, binding), sealed.subarray(1, 1 + NONCE), { authTagLength: TAG })
  decipher.setAAD(boundTo(binding))
  decipher.setAuthTag(sealed.subarray(1 + NONCE, HEADER))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(HEADER)), decipher.final()])
  } catch {
    return undefined
  }
}

// Kept as long as its master is: a journal seals hundreds of records a second under one of them.
const keys = new WeakMap<Uint8Array, Map<string, KeyObject>>()

function keyOf(master: Uint8Array, { purpose }: Binding): KeyObject {
  const derived = keys.get(master) ?? new Map<string, KeyObject>()
  keys.set(master, derived)
  const key = derived.get(purpose)
    ?? createSecretKey(Buffer.from(hkdfSync('sha256', master, new Uint8Array(), `clinic-reception/${purpose}`, 32)))
  derived.set(purpose, key)
  return key
}

// JSON, so that no two bindings give the same bytes.
const boundTo = ({ purpose, context }: Binding) => Buffer.from(JSON.stringify([VERSION, purpose, context]))
