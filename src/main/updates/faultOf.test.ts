import { expect, it } from 'vitest'
import { faultOf } from './faultOf'

it.each([
  ['net::ERR_CERT_AUTHORITY_INVALID', undefined, 'untrusted'],
  ['net::ERR_CERT_COMMON_NAME_INVALID', undefined, 'untrusted'],
  ['net::ERR_NAME_NOT_RESOLVED', undefined, 'offline'],
  ['net::ERR_CONNECTION_REFUSED', undefined, 'offline'],
  ['connect ECONNREFUSED 127.0.0.1:443', 'ECONNREFUSED', 'offline'],
  ['sha512 checksum mismatch', 'ERR_CHECKSUM_MISMATCH', 'notGenuine'],
  ['New version 2.0.0 is not signed by the application owner', 'ERR_UPDATER_INVALID_SIGNATURE', 'notGenuine'],
  ['Cannot parse releases feed', 'ERR_UPDATER_INVALID_RELEASE_FEED', 'other'],
])('what is thrown as %s (%s) is said as %s', (message, code, fault) => {
  expect(faultOf(Object.assign(new Error(message), { code }))).toBe(fault)
})
