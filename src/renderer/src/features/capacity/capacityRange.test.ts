import { expect, it } from 'vitest'
import { rangeOf } from './capacityRange'

it.each([
  ['thisWeek', 1, '2026-11-23', '2026-11-29'], ['thisWeek', 7, '2026-11-22', '2026-11-28'], ['nextWeek', 1, '2026-11-30', '2026-12-06'],
  ['fourWeeks', 1, '2026-11-26', '2026-12-23'],
] as const)('%s with weeks from weekday %i on is from %s to %s', (choice, first, from, to) => {
  expect(rangeOf(choice, '2026-11-26', first)).toEqual({ from, to })
})
