import { setTimeout as sleep } from 'node:timers/promises'
import type { KeyStore } from '@main/ports'

/** What of Electron's `safeStorage` is used: until 45 the synchronous face, from 42 on the asynchronous one. */
export interface SafeStorage {
  isEncryptionAvailable?: () => boolean
  encryptString?: (text: string) => Buffer
  decryptString?: (sealed: Buffer) => string
  isAsyncEncryptionAvailable?: () => Promise<boolean>
  encryptStringAsync?: (text: string) => Promise<Buffer>
  decryptStringAsync?: (sealed: Buffer) => Promise<{ result: string, shouldReEncrypt: boolean }>
  getSelectedStorageBackend: () => string
}

interface Driver {
  hasStore: () => Promise<boolean>
  encrypt: (text: string) => Promise<Buffer>
  decrypt: (sealed: Buffer) => Promise<{ result: string, shouldReEncrypt: boolean }>
}

interface Options {
  /** Node's. */
  platform: NodeJS.Platform
  /** Between two tries of a key store that says it can not now. */
  pauseMs?: number
}

const TRIES = 3

/**
 * The desktop's key store through `safeStorage`: its asynchronous face where it exists, else the synchronous one. "Protected" is decided by
 * a round trip and by the ciphertext's prefix: on Linux `v10` is a hard-coded key, and "available" says nothing about that, least of all
 * the asynchronous one, which is always true there. A store that can not open a secret for the moment, three times, protects nothing in
 * this run: what it may open at the next start must not be replaced in this one.
 */
export function osKeyStore(safeStorage: SafeStorage, { platform, pauseMs = 500 }: Options): KeyStore {
  const driver = asynchronous(safeStorage) ?? synchronous(safeStorage, platform)
  let proved: Promise<boolean> | undefined

  async function patiently(sealed: Buffer) {
    for (let left = TRIES; ; left -= 1) {
      try {
        return await driver.decrypt(sealed)
      } catch (cause) {
        const passes = cause instanceof Error && /temporarily unavailable/i.test(cause.message)
        if (passes && left === 1) proved = Promise.resolve(false)
        if (!passes || left === 1) throw cause
        await sleep(pauseMs)
      }
    }
  }

  return {
    isProtected: () => proved ??= roundTrip(driver, platform),
    wrap: (secret) => driver.encrypt(Buffer.from(secret).toString('base64')),
    async unwrap(wrapped) {
      const { result, shouldReEncrypt } = await patiently(Buffer.from(wrapped))
      return { secret: Buffer.from(result, 'base64'), isOutdated: shouldReEncrypt }
    },
  }
}

async function roundTrip(driver: Driver, platform: NodeJS.Platform): Promise<boolean> {
  try {
    if (!await driver.hasStore()) return false
    const probe = crypto.randomUUID()
    const sealed = await driver.encrypt(probe)
    const hardCoded = platform === 'linux' && sealed.subarray(0, 3).toString('latin1') === 'v10'
    return !hardCoded && (await driver.decrypt(sealed)).result === probe
  } catch {
    return false
  }
}

/** It finds a store of its own, whatever the desktop's name says: what `getSelectedStorageBackend` tells is the synchronous face's. */
function asynchronous(safeStorage: SafeStorage): Driver | undefined {
  const { isAsyncEncryptionAvailable, encryptStringAsync, decryptStringAsync } = safeStorage
  if (!isAsyncEncryptionAvailable || !encryptStringAsync || !decryptStringAsync) return undefined
  return {
    hasStore: () => isAsyncEncryptionAvailable.call(safeStorage),
    encrypt: (text) => encryptStringAsync.call(safeStorage, text),
    decrypt: (sealed) => decryptStringAsync.call(safeStorage, sealed),
  }
}

function synchronous(safeStorage: SafeStorage, platform: NodeJS.Platform): Driver {
  const isNamed = () => platform !== 'linux' || !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend())
  return {
    hasStore: async () => safeStorage.isEncryptionAvailable!() && isNamed(),
    encrypt: async (text) => safeStorage.encryptString!(text),
    decrypt: async (sealed) => ({ result: safeStorage.decryptString!(sealed), shouldReEncrypt: false }),
  }
}
