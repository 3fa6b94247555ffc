import type { UpdateFault } from '@shared/domain/updates'

/** Why looking for a newer version or fetching it failed: from what Chromium's network and electron-updater throw. */
export function faultOf(error: Error): UpdateFault {
  const code = 'code' in error ? String(error.code) : ''
  if (/CHECKSUM|SIGNATURE|SHA/.test(code)) return 'notGenuine'
  if (error.message.includes('net::ERR_CERT_')) return 'untrusted'
  return /net::|ENOTFOUND|ECONN|ETIMEDOUT/.test(error.message) ? 'offline' : 'other'
}
