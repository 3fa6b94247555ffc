import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import en from '@shared/locales/en.json'
import { newProfile, removeProfile } from './desk'

it('says why it can not start where it may not keep its files, instead of running without a window', async () => {
  const profile = newProfile()
  writeFileSync(path.join(profile, 'desk'), 'a file where the folder belongs')
  const noSandbox = process.env['CLINIC_E2E_NO_SANDBOX'] === '1' ? ['--no-sandbox'] : []
  const program = spawn(process.env['CLINIC_ELECTRON']!, [
    path.resolve(import.meta.dirname, '..'), `--user-data-dir=${profile}`, '--disable-gpu', '--password-store=basic', ...noSandbox,
  ])
  let said = ''
  program.stderr.on('data', (chunk: Buffer) => { said += chunk.toString() })
  await expect.poll(() => said).toContain(en.app.cannotStart.replace('{folder}', profile))
  // It waits for the person to have read the message.
  program.kill('SIGKILL')
  removeProfile(profile)
})
