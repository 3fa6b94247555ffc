import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { configuration } from './config.mjs'

/** Where electron-builder's own tools can't be downloaded, these take their place: the distribution's 7-Zip, quickly, and dpkg-deb. */
const useToolsAtHand = () => {
  if (process.platform !== 'linux') return
  // 17 s and 100.6 MB; 9, which it takes by itself, 402 s and 95.1 MB.
  process.env.ELECTRON_BUILDER_COMPRESSION_LEVEL ??= '3'
  if (fs.existsSync('/usr/bin/7za')) process.env.ELECTRON_BUILDER_7ZIP_PATH ??= '/usr/bin/7za'
  if (fs.existsSync('/usr/bin/dpkg-deb')) process.env.CUSTOM_FPM_PATH ??= fileURLToPath(new URL('debStandIn.mjs', import.meta.url))
}

/**
 * Packs the built program into `output` with the Electron whose executable is `runtime`. `version` in place of package.json's one;
 * `targets` in place of all that the configuration names for this system; `feed`: where newer versions are published.
 * Answers the paths of what was made.
 */
export const pack = async (root, { runtime, version, targets = [], output = 'dist', feed = process.env.CLINIC_UPDATE_FEED }) => {
  useToolsAtHand()
  const { build, Platform } = await import('electron-builder')
  const folder = path.dirname(runtime)
  const config = configuration(feed)
  return build({
    projectDir: root,
    targets: Platform.current().createTarget(targets),
    publish: 'never',
    config: {
      ...config,
      directories: { ...config.directories, output },
      electronDist: folder,
      electronVersion: fs.readFileSync(path.join(folder, 'version'), 'utf8').trim().replace(/^v/, ''),
      extraMetadata: { ...config.extraMetadata, ...version && { version } },
    },
  })
}
