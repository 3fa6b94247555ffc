import { expect, it } from 'vitest'
import { diagnostics } from './diagnostics'

const info = { version: '1', electron: '45.4.1', chromium: '150.0.7204.157', platform: 'linux', zone: 'Asia/Kolkata', policy: { state: 'none' as const, file: '', fixed: [] } }
const saved = (log: string) => diagnostics({ info, log, now: 0 })

it('has the versions and the log', () => {
  const line = '2026-11-23T09:00:00.000Z info session.signedIn kept=true restored=false'
  expect(saved(line)).toContain('Clinic Reception 1, linux')
  expect(saved(line)).toContain(line)
})

it.each(['Bearer eyJhbGciOiJIUzI1NiJ9.eyJ1c2VyX2lkIjo0NX0.c2ln', 'asha@clinic.example', '+91 98765 43210', 'password=hunter2'])(
  'leaves %s out', (secret) => {
    const text = saved(`2026-11-23T09:00:00.000Z warn fault where=${secret}\n${secret}`)
    expect(text).toBeDefined()
    for (const part of [secret, 'eyJ1c2VyX2lk', 'hunter2', '98765 43210', 'clinic.example']) expect(text).not.toContain(part)
  },
)
