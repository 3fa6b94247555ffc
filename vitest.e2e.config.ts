import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

// The suite runs as an ordinary user who may not write into the repository: caches and results go to its temporary folder.
export default defineConfig({
  cacheDir: process.env['CLINIC_E2E_TMP'] ?? 'node_modules/.vite-e2e',
  resolve: { alias: { '@shared': at('src/shared'), '@demo': at('src/demo'), '@main': at('src/main') } },
  test: {
    // The proofs are long: npm run security runs them.
    include: process.env['CLINIC_SECURITY'] ? ['e2e/**/*.{e2e,proof}.ts'] : ['e2e/**/*.e2e.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    setupFiles: ['e2e/ownDesktop.ts'],
    pool: 'forks',
    // A shared machine may be busy for seconds; what never comes is still found out.
    expect: { poll: { timeout: 30_000 } },
  },
})
