import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Builds a thread's entry as the app's build does: a worker of Node's can not load TypeScript. `entry` is a path in src/main. */
export async function builtThread(entry: string): Promise<{ path: string, remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'clinic-thread-'))
  await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: { '@shared': at('../../shared'), '@main': at('..') } },
    ssr: { noExternal: true },
    build: { ssr: at(join('..', entry)), outDir: folder, target: 'node20.18', rollupOptions: { output: { format: 'es', entryFileNames: 'thread.mjs' } } },
  })
  return { path: join(folder, 'thread.mjs'), remove: () => rm(folder, { recursive: true, force: true }) }
}
