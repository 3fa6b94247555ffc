import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { BoardDay, DayQuery } from '@shared/domain/slot'
import { daysAhead, type DaysAhead } from './daysAhead'

let asked: string[]
let ahead: DaysAhead
const query = (date: string, clinicIds = [1, 2]): DayQuery => ({ date, clinicIds })
const look = async ({ date }: DayQuery): Promise<BoardDay> => {
  asked.push(date)
  if (date === '2026-12-24') throw new Error('not now')
  return { date, columns: [] }
}
const quiet = () => vi.advanceTimersByTimeAsync(1000)

beforeEach(() => {
  vi.useFakeTimers()
  asked = []
  ahead = daysAhead(look)
})
afterEach(() => { vi.useRealTimers() })

it('knows the days beside the shown one, and leaves those behind that are passed', async () => {
  ahead.lookBeside(query('2026-11-23'))
  expect(ahead.of(query('2026-11-24'))).toBeUndefined()
  await quiet()
  expect([ahead.of(query('2026-11-24'))?.date, ahead.of(query('2026-11-22'))?.date]).toEqual(['2026-11-24', '2026-11-22'])
  ahead.lookBeside(query('2026-11-24'))
  await quiet()
  expect([ahead.of(query('2026-11-25'))?.date, ahead.of(query('2026-11-22'))]).toEqual(['2026-11-25', undefined])
})

it('asks for nothing twice, and for nothing while somebody turns pages', async () => {
  for (const date of ['2026-11-21', '2026-11-22', '2026-11-23']) ahead.lookBeside(query(date))
  await quiet()
  ahead.lookBeside(query('2026-11-23'))
  await quiet()
  expect(asked).toEqual(['2026-11-24', '2026-11-22'])
})

it('knows nothing of other clinics, and nothing any more once something has changed', async () => {
  ahead.lookBeside(query('2026-11-23'))
  await quiet()
  expect(ahead.of(query('2026-11-24', [1]))).toBeUndefined()
  ahead.forget()
  expect(ahead.of(query('2026-11-24'))).toBeUndefined()
})

it('throws away an answer that was on its way when something changed', async () => {
  ahead.lookBeside(query('2026-11-23'))
  vi.advanceTimersByTime(120)
  ahead.forget()
  await quiet()
  expect(ahead.of(query('2026-11-24'))).toBeUndefined()
})

it('does without a day that can not be had', async () => {
  ahead.lookBeside(query('2026-12-23'))
  await quiet()
  expect([ahead.of(query('2026-12-24')), ahead.of(query('2026-12-22'))?.date]).toEqual([undefined, '2026-12-22'])
})
