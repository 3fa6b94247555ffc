import { expect, test } from 'vitest'
import { redact } from './redact'

const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJ1c2VyX2lkIjo0NX0.c2lnbmF0dXJl'

test.each([
  [`failed for ${jwt}`, 'c2lnbmF0dXJl'],
  [`Authorization: Bearer ${jwt}`, 'eyJ'],
  ['authorization=Basic cmVjZXB0aW9uOnBhc3M=', 'cmVjZXB0'],
  ['{"password":"open sesame"}', 'open sesame'],
  ['password=hunter2&next=1', 'hunter2'],
  ['refresh: abc.def', 'abc.def'],
  ['user reception@hospital-one.example signed in', 'hospital-one'],
  ['call +91 98765 43210 back', '98765'],
])('takes the secret out of %s', (line, secret) => {
  expect(redact(line)).not.toContain(secret)
})

const secrets = [
  jwt, jwt.split('.').slice(0, 2).join('.'), `Bearer ${jwt}`, 'Basic cmVjZXB0aW9uOnBhc3N3b3Jk', 'bearer abc.DEF-123_456~789+/=',
  'asha@clinic.example', 'asha.rao+desk@mail.hospital-one.co.in', '+91 98765 43210', '(022) 2645-9876', '080 4128 7733',
]
const lines: ((secret: string) => string)[] = [
  (secret) => secret, (secret) => `fault ref=1 where=${secret} name=Error`, (secret) => `TypeError: can not read ${secret}`,
  (secret) => `{"value":"${secret}","rows":3}`, (secret) => `["${secret}"]`, (secret) => `https://desk.test/api/?q=${secret}`,
  (secret) => `before\n${secret}\nafter`, (secret) => `${secret},${secret}`, (secret) => `authorization: ${secret}`, (secret) => `password=${secret}`,
]
const hundred = secrets.flatMap((secret) => lines.map((line) => [line(secret), secret] as const))

test.each(hundred)('leaves nothing of the secret in %j', (line, secret) => {
  const left = redact(line)
  for (const part of secret.split(/[ .@]/).filter((word) => word.length > 6)) expect(left).not.toContain(part)
  expect(left).not.toContain(secret)
})

test('are a hundred', () => { expect(hundred).toHaveLength(100) })

test('leaves an ordinary event as it is', () => {
  expect(redact('slots.fetched clinic=12 rows=1200 ms=48')).toBe('slots.fetched clinic=12 rows=1200 ms=48')
})
