import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { ESLint } from 'eslint'
import { afterEach, describe, expect, it } from 'vitest'
import { repository } from './bootstrap/places.mjs'

/** Imports and globals that a folder must not reach: where, what, and who refuses it. */
const forbidden = [
  ['src/shared/domain/slot.ts', 'import \'node:fs\'', 'lint'],
  ['src/shared/domain/slot.ts', 'import \'@main/ports\'', 'lint'],
  ['src/preload/index.ts', 'import \'@main/ports\'', 'lint'],
  ['src/main/slots/slots.ts', 'import \'electron\'', 'lint'],
  ['src/main/slots/slots.ts', 'import \'../electron/window\'', 'lint'],
  ['src/main/slots/slots.ts', 'import \'@demo/clinic\'', 'lint'],
  ['src/demo/clinic.ts', 'import \'@shared/errors\'', 'lint'],
  ['src/renderer/src/services/desk.ts', 'import \'electron\'', 'lint'],
  ['src/renderer/src/features/staff/staffIndex.ts', 'import \'@renderer/features/calendar/layout\'', 'lint'],
  ['src/renderer/src/features/staff/staffIndex.ts', 'import \'../calendar/layout\'', 'lint'],
  ['src/renderer/src/ui/folded.ts', 'import \'@renderer/services/desk\'', 'lint'],
  ['src/renderer/src/ui/folded.ts', 'import \'@shared/errors\'', 'lint'],
  ['src/shared', 'export const here = process.cwd()', 'types'],
  ['src/shared', 'export const here = document.title', 'types'],
  ['src/main', 'export const here = document.title', 'types'],
  ['src/renderer/src', 'export const here = process.cwd()', 'types'],
  ['src/renderer/src', 'export { compose } from \'@main/compose\'', 'types'],
  ['src/preload', 'export { compose } from \'@main/compose\'', 'types'],
]
const refusedBy = (who) => forbidden.filter(([, , by]) => by === who)

describe('lint', () => {
  const eslint = new ESLint({ cwd: repository })

  it.each(refusedBy('lint'))('refuses in %s: %s', async (file, line) => {
    const [result] = await eslint.lintText(`${line}\n`, { filePath: path.join(repository, file) })
    expect(result.messages.map(({ ruleId }) => ruleId)).toContain('no-restricted-imports')
  }, 60_000)
})

describe('the compiler', () => {
  let probe
  afterEach(() => fs.rmSync(probe, { force: true }))

  it.each(refusedBy('types'))('refuses in %s: %s', (folder, line) => {
    probe = path.join(repository, folder, `boundary${process.pid}.ts`)
    fs.writeFileSync(probe, `${line}\n`)
    const project = path.join(repository, folder.replace('/renderer/src', '/renderer'))
    const compiler = path.join(repository, 'node_modules/vue-tsc/bin/vue-tsc.js')
    const options = ['-p', project, '--noEmit', '--emitDeclarationOnly', 'false']
    const compile = () => execFileSync(process.execPath, [compiler, ...options], { encoding: 'utf8', stdio: 'pipe' })
    expect(compile).toThrow(expect.objectContaining({ stdout: expect.stringContaining(path.basename(probe)) }))
  }, 600_000)
})
