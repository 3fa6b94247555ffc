import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import en from '@shared/locales/en.json'
import { newProfile, removeProfile } from './desk'

const words = (profile: string) => [
  path.resolve(import.meta.dirname, '..'), `--user-data-dir=${profile}`, '--disable-gpu', '--password-store=basic',
  ...process.env['CLINIC_E2E_NO_SANDBOX'] === '1' ? ['--no-sandbox'] : [],
]

it('says why it can not start where it may not keep its files, instead of running without a window', async () => {
  const profile = newProfile()
  writeFileSync(path.join(profile, 'desk'), 'a file where the folder belongs')
  const program = spawn(process.env['CLINIC_ELECTRON']!, words(profile))
  let said = ''
  program.stderr.on('data', (chunk: Buffer) => { said += chunk.toString() })
  await expect.poll(() => said).toContain(en.app.cannotStart.replace('{folder}', profile))
  // It waits for the person to have read the message.
  program.kill('SIGKILL')
  removeProfile(profile)
})

it('erases on demand all that it kept of a person, and says so', () => {
  const profile = newProfile()
  mkdirSync(path.join(profile, 'desk', 'cache'), { recursive: true })
  writeFileSync(path.join(profile, 'desk', 'session.sealed'), 'tokens')
  const { status, stdout } = spawnSync(process.env['CLINIC_ELECTRON']!, [...words(profile), '--erase'], { encoding: 'utf8', timeout: 30_000 })
  expect([status, stdout]).toEqual([0, expect.stringContaining(en.app.erase.done.replace('{folder}', profile))])
  expect(existsSync(path.join(profile, 'desk'))).toBe(false)
  removeProfile(profile)
})
