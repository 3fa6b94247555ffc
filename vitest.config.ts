import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { guideChapters, vueFiles } from './scripts/guide/chapterPages.mjs'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const alias = { '@shared': at('src/shared'), '@main': at('src/main'), '@demo': at('src/demo'), '@renderer': at('src/renderer/src'), '@guide': at('docs/guide') }

export default defineConfig({
  plugins: [guideChapters(), vue({ include: vueFiles })],
  resolve: { alias },
  // A busy machine is slow, not wrong: what hangs is ended all the same.
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    setupFiles: ['scripts/test/patience.mjs'],
    include: ['src/**/*.test.ts', 'scripts/**/*.test.mjs', 'bench/**/*.test.mjs'],
  },
})
