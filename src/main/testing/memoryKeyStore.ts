import type { KeyStore } from '@main/ports'

/** A key store that lasts as long as the test, and what a desktop's can do to one. */
export interface MemoryKeyStore extends KeyStore {
  /** No protection: no key store at all, or a locked one. */
  lock: () => void
  unlock: () => void
  /** Protects, but no longer opens what it wrapped before: it was reset. */
  reset: () => void
  /** Opens to bytes of another secret, without an error, as an unauthenticated key store can. */
  garble: () => void
  /** Has a better key by now: what it wrapped before opens, and should be wrapped again. */
  outdate: () => void
}

/** Wraps by turning each byte over: enough to tell a wrapped key from a bare one. */
export function memoryKeyStore(): MemoryKeyStore {
  let isOpen = true
  let era = 0
  let noise = 0
  let oldest = 0
  const turned = (bytes: Uint8Array) => bytes.map((byte) => byte ^ 0xff ^ noise)
  return {
    isProtected: async () => isOpen,
    wrap: async (secret) => {
      if (!isOpen) throw new Error('locked')
      return Uint8Array.of(era, ...turned(secret))
    },
    unwrap: async (wrapped) => {
      if (!isOpen || wrapped[0]! < oldest) throw new Error('can not be opened')
      return { secret: turned(wrapped.subarray(1)), isOutdated: wrapped[0]! < era }
    },
    lock: () => { isOpen = false },
    unlock: () => { isOpen = true },
    reset: () => { oldest = era += 1 },
    garble: () => { noise = 0x55 },
    outdate: () => { era += 1 },
  }
}
