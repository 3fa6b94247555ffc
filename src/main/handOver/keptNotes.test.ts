import { describe, expect, it } from 'vitest'
import { AppFailure } from '@shared/errors'
import { lasting, seenBy, ticked, written, type KeptNote } from './keptNotes'

const HOUR = 3_600_000
const ann = { at: 100 * HOUR, by: 'ann@clinic.example' }
const ben = { at: 101 * HOUR, by: 'ben@clinic.example' }
const note = (part: Partial<KeptNote> = {}): KeptNote => ({ id: 'a', ...ann, text: 'Room 2 opens late.', done: null, ...part })
const ids = (notes: readonly KeptNote[]) => notes.map(({ id }) => id)

describe('a note', () => {
  it('is written on by whoever wrote it, and is open again then', () => {
    const [now] = written([note({ done: ben })], { id: 'a', text: 'Room 2 is open.' }, { ...ann, at: 102 * HOUR })
    expect(now).toEqual({ id: 'a', at: 102 * HOUR, by: ann.by, text: 'Room 2 is open.', done: null })
  })

  it('is nobody else’s to change, and anybody’s to tick', () => {
    expect(() => written([note()], { id: 'a', text: 'No.' }, ben)).toThrow(AppFailure)
    expect(ticked([note(), note({ id: 'b' })], { id: 'a', done: true }, ben)).toEqual([note({ done: ben }), note({ id: 'b' })])
    expect(ticked([note({ done: ben })], { id: 'a', done: false }, ann)).toEqual([note()])
    expect(ticked([note()], { id: 'gone', done: true }, ben)).toEqual([note()])
  })

  it('goes when nothing is left of its text', () => {
    expect(written([note(), note({ id: 'b' })], { id: 'a', text: ' \n' }, ann)).toEqual([note({ id: 'b' })])
    expect(written([], { id: 'a', text: '' }, ann)).toEqual([])
  })

  it('is told by names and not by addresses', () => {
    expect(seenBy(note({ done: ben }), ben.by)).toEqual({
      id: 'a', at: ann.at, by: 'ann', mine: false, text: 'Room 2 opens late.', done: { at: ben.at, by: 'ben' },
    })
    expect(seenBy(note(), ann.by).mine).toBe(true)
  })
})

describe('notes that last', () => {
  it('are the open ones, however old, and for a day those that are done', () => {
    const old = note({ id: 'old', at: 0 })
    const done = note({ id: 'done', done: ben })
    expect(ids(lasting([done, old], ben.at + 24 * HOUR - 1))).toEqual(['old', 'done'])
    expect(ids(lasting([done, old], ben.at + 24 * HOUR))).toEqual(['old'])
  })

  it('stand the newest first, and what is done at the end', () => {
    const all = [note({ id: 'done', at: 103 * HOUR, done: ben }), note({ id: 'one', at: 1 }), note({ id: 'two', at: 2 })]
    expect(ids(lasting(all, ben.at))).toEqual(['two', 'one', 'done'])
  })

  it('are a hundred: what is done gives way first, then the oldest', () => {
    const many = Array.from({ length: 100 }, (_, index) => note({ id: `n${index}`, at: index }))
    const left = ids(lasting([note({ id: 'done', at: 999, done: ben }), ...many, note({ id: 'new', at: 1000 })], ben.at))
    expect([left.length, left[0], left.includes('n0'), left.includes('done')]).toEqual([100, 'new', false, false])
  })
})
