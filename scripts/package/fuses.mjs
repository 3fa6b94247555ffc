import { FuseV1Options as Fuse, FuseVersion, getCurrentFuseWire } from '@electron/fuses'

/** What is burnt into the executable that ships: it is no Node, no one debugs it, and it runs no code but its own archive. */
export const fuses = {
  version: FuseVersion.V1,
  [Fuse.RunAsNode]: false,
  [Fuse.EnableNodeOptionsEnvironmentVariable]: false,
  [Fuse.EnableNodeCliInspectArguments]: false,
  [Fuse.LoadBrowserProcessSpecificV8Snapshot]: false,
  [Fuse.GrantFileProtocolExtraPrivileges]: false,
  [Fuse.EnableCookieEncryption]: true,
  [Fuse.OnlyLoadAppFromAsar]: true,
  [Fuse.EnableEmbeddedAsarIntegrityValidation]: true,
}

/** As the executable has it. */
const wired = (on) => (on ? '1' : '0').charCodeAt(0)

/** Names of the fuses in an executable that are not as `fuses` wants them. */
export const wrongFuses = async (executable) => {
  const wire = await getCurrentFuseWire(executable)
  const { version: _, ...wanted } = fuses
  return Object.entries(wanted).filter(([fuse, on]) => wire[fuse] !== wired(on)).map(([fuse]) => Fuse[fuse])
}
