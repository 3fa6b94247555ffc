import { expect, it } from 'vitest'
import type { AppError } from '@shared/errors'
import { isWithoutEffect } from './isWithoutEffect'

it.each<AppError>([
  { kind: 'offline', cause: 'dns' }, { kind: 'offline', cause: 'unreachable' }, { kind: 'offline', cause: 'proxy' },
  { kind: 'offline', cause: 'network' }, { kind: 'untrusted', code: 'X' },
  { kind: 'signedOut', reason: 'ended' }, { kind: 'throttled', retryAfter: 3 }, { kind: 'forbidden' }, { kind: 'invalid', fields: {} },
  { kind: 'notFound' }, { kind: 'conflict', detail: '' }, { kind: 'server', status: 415 },
])('is sure that nothing was done after $kind $cause', (error) => {
  expect(isWithoutEffect(error)).toBe(true)
})

it.each<AppError>([
  { kind: 'offline', cause: 'dropped' }, { kind: 'timeout' }, { kind: 'server', status: 500 },
  { kind: 'server', status: 502 }, { kind: 'unusable', detail: 'json' }, { kind: 'tooLarge' }, { kind: 'webPage' }, { kind: 'moved' },
  { kind: 'unexpected', ref: 'x' },
])('is not sure after $kind $cause', (error) => {
  expect(isWithoutEffect(error)).toBe(false)
})
