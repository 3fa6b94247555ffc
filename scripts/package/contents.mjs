import { listPackage } from '@electron/asar'

/** All that may be in the packed program. */
const allowed = [
  /^package\.json$/,
  /^out\/main\/(index|readerThread|demoProcess)\.js$/,
  /^out\/main\/chunks\/[\w.-]+\.js$/,
  /^out\/preload\/(index|wall)\.cjs$/,
  /^out\/renderer\/\w+\.html$/,
  /^out\/renderer\/assets\/[\w.-]+\.(js|css|woff2|svg|png)$/,
  /^out\/licences\.json$/,
  /^resources\/(icon\.png|tray\/[\w@.-]+\.png)$/,
]

/** Files of an asar archive that are not on the list above. */
export const unexpectedIn = (archive) => {
  const names = listPackage(archive).map((name) => name.replaceAll('\\', '/').replace(/^\//, ''))
  const isFolder = (name) => names.some((other) => other.startsWith(`${name}/`))
  return names.filter((name) => !isFolder(name) && !allowed.some((pattern) => pattern.test(name)))
}
