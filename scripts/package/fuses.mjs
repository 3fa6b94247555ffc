import { FuseV1Options as Fuse, FuseVersion, getCurrentFuseWire } from '@electron/fuses'

/** What is burnt into the executable that ships: it is no Node, no one debugs it, and it runs no code but its own archive. */
const wanted = {
  [Fuse.RunAsNode]: false,
  [Fuse.EnableNodeOptionsEnvironmentVariable]: false,
  [Fuse.EnableNodeCliInspectArguments]: false,
  [Fuse.LoadBrowserProcessSpecificV8Snapshot]: false,
  [Fuse.GrantFileProtocolExtraPrivileges]: false,
  [Fuse.EnableCookieEncryption]: true,
  [Fuse.OnlyLoadAppFromAsar]: true,
  [Fuse.EnableEmbeddedAsarIntegrityValidation]: true,
}

/** As electron-builder takes them. */
export const fuses = { version: FuseVersion.V1, ...wanted }

/** As the executable has it. */
const wired = (on) => (on ? '1' : '0').charCodeAt(0)

/** Names of the fuses in an executable that are not as they should be. */
export const wrongFuses = async (executable) => {
  const wire = await getCurrentFuseWire(executable)
  return Object.entries(wanted).filter(([fuse, on]) => wire[fuse] !== wired(on)).map(([fuse]) => Fuse[fuse])
}
