import { expect, it } from 'vitest'
import { keyed } from './keyed'

it('is free again for whoever is told of the end, well or not', async () => {
  const { run, isBusy } = keyed()
  const one = run('a', async () => 1)
  expect(isBusy('a')).toBe(true)
  expect([await one, isBusy('a')]).toEqual([1, false])
  await run('a', () => Promise.reject(new Error('no'))).catch(() => { expect(isBusy('a')).toBe(false) })
  expect(isBusy('a')).toBe(false)
})

it('runs tasks of one key in turn, and stays busy until the last has ended', async () => {
  const { run, isBusy } = keyed()
  const seen: number[] = []
  const first = run('a', async () => { seen.push(1) })
  const second = run('a', async () => { seen.push(2) })
  await first
  expect(isBusy('a')).toBe(true)
  await second
  expect([seen, isBusy('a')]).toEqual([[1, 2], false])
})
