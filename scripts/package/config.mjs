import { fileURLToPath } from 'node:url'
import { afterPack } from './afterPack.mjs'

const at = (name) => fileURLToPath(new URL(name, import.meta.url))

/**
 * What electron-builder makes, anew for each run, since it writes into it. Where the runtime comes from is said by pack.mjs.
 * `feed`: where newer versions are published; undefined when nowhere.
 */
export const configuration = (feed) => ({
  // Also what the program says of itself to Windows, so that its notifications find its shortcut.
  appId: 'clinic.reception',
  productName: 'Clinic Reception',
  executableName: 'clinic-reception',
  copyright: 'Clinic Reception',
  directories: { output: 'dist', buildResources: 'resources' },
  // Everything is bundled: no node_modules. contents.mjs holds the packed archive to this list.
  files: [
    'out/main/**', 'out/preload/**', 'out/renderer/**', '!out/main/demoServer.js', '!**/*.map',
    'out/licences.json', 'resources/icon.png', 'resources/tray/*.png', 'package.json', '!node_modules/**',
  ],
  asar: true,
  npmRebuild: false,
  // Chromium's own words (spelling, date pickers); ours are in the program.
  electronLanguages: ['en-US', 'en-GB', 'hi', 'es', 'es-419', 'ar'],
  afterPack,
  // Without an address there is no feed, and the program says that updates are not set up.
  publish: feed ? { provider: 'generic', url: feed } : null,
  extraMetadata: feed ? { updateFeed: feed } : {},
  linux: {
    target: ['deb', 'tar.gz'],
    category: 'Office;MedicalSoftware',
    maintainer: 'Clinic Reception <reception@clinic-reception.invalid>',
    synopsis: 'The front desk of a clinic: day calendar, staff and call requests',
    description: 'Day calendar of clinic slots, staff, departments and call requests over the API of a telemedicine service.',
    syncDesktopName: true,
    icon: 'resources/icon.png',
    artifactName: '${name}_${version}_${arch}.${ext}',
  },
  deb: {
    packageCategory: 'misc',
    // What ldd says that the executable needs, under the names of Debian 12 | Debian 13; electron-builder's own list lacks two.
    depends: [
      'libgtk-3-0 | libgtk-3-0t64', 'libasound2 | libasound2t64', 'libatspi2.0-0 | libatspi2.0-0t64', 'libnss3', 'libnotify4', 'libsecret-1-0',
      'libgbm1', 'libdrm2', 'libxkbcommon0', 'libuuid1', 'xdg-utils',
    ],
    recommends: ['gnome-keyring | kwalletmanager', 'pkexec | policykit-1'],
    afterRemove: at('afterRemove.sh'),
  },
  win: { target: ['nsis'], icon: 'resources/icon.png' },
  nsis: {
    oneClick: false,
    perMachine: false,
    allowToChangeInstallationDirectory: false,
    selectPerMachineByDefault: true,
    createStartMenuShortcut: true,
    shortcutName: 'Clinic Reception',
    deleteAppDataOnUninstall: false,
    include: 'resources/windows/installer.nsh',
  },
  mac: {
    target: ['dmg', 'zip'],
    category: 'public.app-category.medical',
    hardenedRuntime: true,
    gatekeeperAssess: false,
    entitlements: 'resources/mac/entitlements.plist',
    entitlementsInherit: 'resources/mac/entitlements.plist',
    icon: 'resources/icon.png',
  },
})
