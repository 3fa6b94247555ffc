import fs from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { pack } from '../scripts/package/pack.mjs'
import { aimed } from './frame/aim.mjs'
import { newFolder } from './frame/newFolder.mjs'
import { openApp } from './frame/openApp.mjs'
import { openServer } from './frame/openServer.mjs'

const ON_TOP_AIM = 12
const SCRIPTS_AIM = 400

const sizeOf = (place) => fs.statSync(place).isDirectory()
  ? fs.readdirSync(place).reduce((sum, name) => sum + sizeOf(path.join(place, name)), 0)
  : fs.statSync(place).size
const gzipped = (files) => files.reduce((sum, file) => sum + gzipSync(fs.readFileSync(file)).length, 0) / 1000
const plain = (files) => files.reduce((sum, file) => sum + fs.statSync(file).size, 0) / 1000

/** Megabytes of a packed program that its Electron does not bring along: what lies in its resources, without Electron's own example. */
const onTop = async (runtime) => {
  const { folder, remove } = newFolder()
  try {
    await pack(runtime.root, { runtime: runtime.electron, targets: ['dir'], output: folder })
    const unpacked = path.join(folder, fs.readdirSync(folder).find((name) => name.endsWith('unpacked')))
    return { ours: sizeOf(path.join(unpacked, 'resources')) / 1e6, whole: sizeOf(unpacked) / 1e6 }
  } finally {
    remove()
  }
}

/** The scripts that the page has loaded, as files of out/: each of them, those of lazy parts too, has an element that asked for it. */
const scriptsIn = async (page, root) => {
  const names = await page.evaluate(() =>
    [...new Set([...document.querySelectorAll('script[src], link[rel=modulepreload]')].map((element) => element.src || element.href))])
  return names.map((name) => path.join(root, 'out/renderer', new URL(name).pathname))
}

const scripts = async (runtime) => {
  const server = await openServer({ clinics: 6, published: 480 })
  const app = await openApp(runtime, server.url, { clinics: 6 })
  try {
    return await scriptsIn(app.page, runtime.root)
  } finally {
    await app.close()
    await server.close()
  }
}

export const measurement = {
  about: 'What the installed program has on top of its Electron, and the scripts that its page has loaded when the board is there.',
  async measure(runtime) {
    const { ours, whole } = await onTop(runtime)
    const page = await scripts(runtime)
    const start = ['main/index.js', 'preload/index.cjs'].map((name) => path.join(runtime.root, 'out', name))
    return {
      rows: [
        aimed({ size: ours, most: ON_TOP_AIM, unit: 'MB' }, { what: 'installed, on top of Electron, MB', share: ours / whole }),
        aimed({ size: gzipped(page), most: SCRIPTS_AIM, unit: 'kB' }, { what: 'scripts of the page until the board, kB gzipped', 'plain, kB': plain(page), files: page.length }),
        { size: gzipped(start), what: 'main and preload, kB gzipped', 'plain, kB': plain(start), files: start.length },
      ],
      rounds: { page: page.map((file) => path.basename(file)) },
    }
  },
}
