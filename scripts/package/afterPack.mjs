import fs from 'node:fs'
import path from 'node:path'
import { unexpectedIn } from './contents.mjs'
import { fuses, wrongFuses } from './fuses.mjs'

/** Where a packed program keeps its archive, and what its executable is. */
const placesIn = ({ appOutDir, electronPlatformName, packager }) => {
  const name = packager.appInfo.productFilename
  if (electronPlatformName === 'darwin') {
    const contents = path.join(appOutDir, `${name}.app`, 'Contents')
    return { resources: path.join(contents, 'Resources'), executable: path.join(appOutDir, `${name}.app`) }
  }
  const executable = electronPlatformName === 'win32' ? `${name}.exe` : packager.executableName
  return { resources: path.join(appOutDir, 'resources'), executable: path.join(appOutDir, executable) }
}

/**
 * Between packing and signing; `context` as electron-builder gives it. Takes away what no program needs, sets the fuses, and throws
 * when something is in the archive that should not be, or a fuse does not read back as it was set.
 */
export const afterPack = async (context) => {
  const { resources, executable } = placesIn(context)
  // Left in place when the runtime comes from a folder.
  fs.rmSync(path.join(resources, 'default_app.asar'), { force: true })
  const unexpected = unexpectedIn(path.join(resources, 'app.asar'))
  if (unexpected.length > 0) throw new Error(`The archive holds what it should not: ${unexpected.join(', ')}`)
  await context.packager.addElectronFuses(context, fuses)
  const wrong = await wrongFuses(executable)
  if (wrong.length > 0) throw new Error(`Fuses that are not as they should be: ${wrong.join(', ')}`)
}
