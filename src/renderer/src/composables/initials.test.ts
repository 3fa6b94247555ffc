import { expect, it } from 'vitest'
import { initials } from './initials'

it.each([
  ['m.kaya@clinic.example', 'MK'],
  ['reception@clinic.example', 'R'],
  ['anna-lena_berg@clinic.example', 'AL'],
  ['öztürk.ş@clinic.example', 'ÖŞ'],
  ['', '?'],
])('abbreviates %s to %s', (email, letters) => {
  expect(initials(email)).toBe(letters)
})
