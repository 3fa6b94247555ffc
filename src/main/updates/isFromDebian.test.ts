import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { isFromDebian } from './isFromDebian'

it('knows what the package manager put in place from a copy that somebody unpacked', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'dpkg-'))
  const list = path.join(folder, 'clinic-reception.list')
  writeFileSync(list, '/.\n/opt\n/opt/Clinic Reception\n/opt/Clinic Reception/clinic-reception\n')
  expect(await isFromDebian('/opt/Clinic Reception/clinic-reception', list)).toBe(true)
  expect(await isFromDebian('/home/asha/clinic-reception', list)).toBe(false)
  expect(await isFromDebian('/opt/Clinic Reception/clinic-reception', path.join(folder, 'none'))).toBe(false)
  rmSync(folder, { recursive: true })
})
