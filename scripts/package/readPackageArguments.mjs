import { parseArgs } from 'node:util'
import { SetupFailure } from '../bootstrap/failure.mjs'

/** Reads the words after `npm run package --`. Throws SetupFailure with what may be written instead. */
export const readPackageArguments = (words) => {
  try {
    const { values } = parseArgs({ args: words, options: {
      release: { type: 'boolean', default: false },
      version: { type: 'string' },
      target: { type: 'string', multiple: true, default: [] },
    } })
    if (values.version !== undefined && !/^\d+\.\d+\.\d+$/.test(values.version)) throw new Error(`"${values.version}" is no version such as 1.2.3.`)
    if (values.release && values.version) throw new Error('A release has the version that package.json names.')
    return { isRelease: values.release, version: values.version, targets: values.target }
  } catch (error) {
    throw new SetupFailure(error.message, 'npm run package [-- --release | --version X.Y.Z] [--target deb|tar.gz|dir …]')
  }
}
