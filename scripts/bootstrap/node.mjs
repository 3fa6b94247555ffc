import { SetupFailure } from './failure.mjs'

const numbers = (version) => version.replace(/^[^\d]*/, '').split('.').map(Number)

/** Throws when `version` ("v20.19.0") is older than `wanted` (package.json's engines: ">=20.19"). */
export const checkNode = (version, wanted) => {
  const [major = 0, minor = 0] = numbers(version)
  const [leastMajor = 0, leastMinor = 0] = numbers(wanted)
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return
  throw new SetupFailure(
    `Node ${leastMajor}.${leastMinor} or newer is needed, and this is Node ${version.replace(/^v/, '')}.`,
    'Install a newer one from https://nodejs.org, then run the same command again.',
  )
}
