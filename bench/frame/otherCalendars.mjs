import fs from 'node:fs'
import path from 'node:path'
import { build } from 'vite'
import { npm } from '../../scripts/bootstrap/npm.mjs'

/**
 * What a user would pick instead. They are fetched for the measurement alone, into its own folder: FullCalendar's resource view is
 * not free software, so neither may be among this program's dependencies.
 */
const versions = {
  fullcalendar: '7.0.2', 'fullcalendar-scheduler': '7.0.2', 'temporal-polyfill': '1.0.1', '@daypilot/daypilot-lite-javascript': '5.10.1',
}

const page = (name, given) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name}</title>
<style>html, body { height: 100%; margin: 0; font: 13px sans-serif } #calendar { height: 100% }</style><link rel="stylesheet" href="${name}.css"></head>
<body><div id="calendar"></div><script>window.given = ${JSON.stringify(given)}</script><script src="${name}.js"></script></body></html>`

/** Fetches and builds them in `folder`. Answers whether that was possible; without a registry it is not. */
export const fetchOthers = async (folder) => {
  fs.writeFileSync(path.join(folder, 'package.json'), '{"private":true}')
  const words = Object.entries(versions).map(([name, version]) => `${name}@${version}`)
  const { code } = await npm(['install', '--ignore-scripts', '--no-audit', '--no-fund', '--save-exact', ...words], { cwd: folder, quick: true })
  if (code !== 0) return false
  for (const name of ['fullcalendar', 'daypilot']) {
    const entry = path.join(folder, `${name}.entry.js`)
    fs.copyFileSync(path.join(import.meta.dirname, 'others', `${name}.js`), entry)
    await build({
      root: folder, configFile: false, logLevel: 'silent', publicDir: false,
      build: {
        outDir: folder, emptyOutDir: false, target: 'chrome130', cssCodeSplit: false,
        lib: { entry, formats: ['iife'], name, fileName: () => `${name}.js`, cssFileName: name },
      },
    })
  }
  return true
}

/** A page that shows these days and clinics with the library of this name; answers its path. */
export const otherPage = (folder, name, given) => {
  const file = path.join(folder, `${name}.html`)
  fs.writeFileSync(file, page(name, given))
  return file
}
