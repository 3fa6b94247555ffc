import { safeStorage } from 'electron'
import { osKeyStore } from '../secrets/osKeyStore'
import type { KeyStore } from '../ports'

/** The desktop's key store; see `osKeyStore`. */
export const electronKeyStore = (platform: NodeJS.Platform): KeyStore => osKeyStore(safeStorage, { platform })
