import { safeStorage } from 'electron'
import type { KeyStore } from '../ports'

interface Driver { encrypt: (text: string) => Promise<Buffer>, decrypt: (sealed: Buffer) => Promise<string>, hasStore: () => boolean }

/**
 * The desktop's key store through safeStorage: its asynchronous face where it exists (Electron 42 and later), else the synchronous one.
 * "Protected" is decided by a round trip and by the ciphertext's prefix: on Linux `v10` is a hard-coded key, and
 * `isEncryptionAvailable` alone says nothing about that. `platform` is Node's.
 */
export function electronKeyStore(platform: NodeJS.Platform): KeyStore {
  const driver = 'encryptStringAsync' in safeStorage ? asynchronous(platform) : synchronous(platform)
  let proved: Promise<boolean> | undefined
  return {
    isProtected: () => proved ??= roundTrip(driver, platform),
    wrap: (secret) => driver.encrypt(Buffer.from(secret).toString('base64')),
    unwrap: async (wrapped) => Buffer.from(await driver.decrypt(Buffer.from(wrapped)), 'base64'),
  }
}

async function roundTrip(driver: Driver, platform: NodeJS.Platform): Promise<boolean> {
  try {
    if (!driver.hasStore()) return false
    const probe = crypto.randomUUID()
    const sealed = await driver.encrypt(probe)
    const hardCoded = platform === 'linux' && sealed.subarray(0, 3).toString('latin1') === 'v10'
    return !hardCoded && await driver.decrypt(sealed) === probe
  } catch {
    return false
  }
}

const hasLinuxStore = (platform: NodeJS.Platform) => platform !== 'linux' || !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend())

const synchronous = (platform: NodeJS.Platform): Driver => ({
  hasStore: () => safeStorage.isEncryptionAvailable() && hasLinuxStore(platform),
  encrypt: async (text) => safeStorage.encryptString(text),
  decrypt: async (sealed) => safeStorage.decryptString(sealed),
})

const asynchronous = (platform: NodeJS.Platform): Driver => ({
  hasStore: () => hasLinuxStore(platform),
  encrypt: (text) => safeStorage.encryptStringAsync(text),
  decrypt: async (sealed) => (await safeStorage.decryptStringAsync(sealed)).result,
})
