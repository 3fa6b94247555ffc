import { fileURLToPath } from 'node:url'
import i18n from '@intlify/unplugin-vue-i18n/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'
import { bundledPackages } from './scripts/package/bundledPackages.mjs'
import { listOf } from './scripts/package/licences.mjs'
import { guideChapters, vueFiles } from './scripts/guide/chapterPages.mjs'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const packagesOf = (build: string) => bundledPackages(at('.'), listOf(at('.'), build))
const shared = { '@shared': at('src/shared') }

// Targets are explicit because the program runs on two Electrons: the one in package.json and the fallback runtime
// (Electron 33: Node 20.18, Chromium 130). Everything is bundled; the shipped app has no node_modules.
export default defineConfig({
  main: {
    plugins: [packagesOf('main')],
    // electron-store brings ajv for schemas of settings. It is given none, and ajv would be a third of main's code at each start.
    resolve: { alias: { ...shared, '@main': at('src/main'), 'ajv/dist/2020.js': at('src/main/electron/noSchemas.ts'), 'ajv-formats': at('src/main/electron/noSchemas.ts') } },
    build: {
      target: 'node20.18',
      externalizeDeps: false,
      rollupOptions: {
        input: {
          index: at('src/main/index.ts'),
          readerThread: at('src/main/readerThread.ts'),
          demoProcess: at('src/demo/process.ts'),
          demoServer: at('src/demo/cli.ts'),
        },
      },
    },
  },
  preload: {
    plugins: [packagesOf('preload')],
    resolve: { alias: shared },
    // A sandboxed preload can neither be ESM nor load chunks: one CommonJS file, everything inlined.
    build: { target: 'node20.18', externalizeDeps: false, rollupOptions: {
        input: { index: at('src/preload/index.ts'), wall: at('src/preload/wall.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      } },
  },
  renderer: {
    resolve: { alias: { ...shared, '@renderer': at('src/renderer/src'), '@guide': at('docs/guide') } },
    // The user guide lies beside the sources.
    server: { fs: { allow: [at('.')] } },
    plugins: [packagesOf('renderer'), guideChapters(), vue({ include: vueFiles }), i18n({ include: at('src/shared/locales/**'), runtimeOnly: true, strictMessage: true })],
    build: {
      target: 'chrome130', modulePreload: { polyfill: false }, minify: 'oxc',
      // All that the first picture needs is one file: each is a question to main, which has enough to do at a start.
      rollupOptions: { output: { codeSplitting: { groups: [{ name: 'start', test: /renderer\/src\/main\.ts$/ }] } } },
    },
  },
})
