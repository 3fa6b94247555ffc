import { expect, it } from 'vitest'
import type { HandOverNote } from '@shared/domain/handOver'
import { continuedNote } from './continuedNote'

const HOUR = 3_600_000
const made = 100 * HOUR
const note = (part: Partial<HandOverNote>): HandOverNote => ({ id: 'a', at: made - HOUR, by: 'reception', mine: true, text: 'Room 2', done: null, ...part })
const continued = (...notes: HandOverNote[]) => continuedNote({ notes, made })?.id

it('is one’s own of this shift, the newest of them', () => {
  expect(continued(note({ id: 'others', mine: false }), note({ id: 'new' }), note({ id: 'old', at: made - 2 * HOUR }))).toBe('new')
})

it('is none that somebody else wrote, that is done, or of another shift', () => {
  expect(continued(note({ mine: false }))).toBeUndefined()
  expect(continued(note({ done: { at: made, by: 'viewer' } }))).toBeUndefined()
  expect(continued(note({ at: made - 12 * HOUR }))).toBeUndefined()
  expect(continued(note({ at: made - 12 * HOUR + 1 }))).toBe('a')
})
