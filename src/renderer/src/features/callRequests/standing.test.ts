import { describe, expect, it } from 'vitest'
import { standingOf } from '@shared/domain/triage'
import { isBack, viewsOf } from './standing'

const plain = { state: 'seen', snoozedUntil: null, pinned: false, owner: '' } as const
const now = 1000

describe('a request', () => {
  it.each([
    ['without a mark is seen', undefined, 'seen'],
    ['is as it was marked', { ...plain, state: 'inHand' }, 'inHand'],
    ['is put off until its time', { ...plain, state: 'inHand', snoozedUntil: 1001 }, 'snoozed'],
    ['is back when its time is there', { ...plain, snoozedUntil: 1000 }, 'seen'],
    ['that is done is not put off', { ...plain, state: 'done', snoozedUntil: 5000 }, 'done'],
  ] as const)('%s', (_, mark, standing) => {
    expect(standingOf(mark, now)).toBe(standing)
  })

  it.each([
    [undefined, false], [plain, false], [{ ...plain, snoozedUntil: 1001 }, false], [{ ...plain, snoozedUntil: 1000 }, true],
    [{ ...plain, snoozedUntil: 900, state: 'inHand' }, false], [{ ...plain, snoozedUntil: 900, state: 'done' }, false],
  ] as const)('%j is back: %s', (mark, expected) => {
    expect(isBack(mark, now)).toBe(expected)
  })
})

describe('is shown under', () => {
  it.each([
    ['untouched', undefined, false, ['open', 'all']],
    ['new', { ...plain, state: 'new' }, false, ['open', 'all']],
    ['in hand by me', { ...plain, state: 'inHand', owner: 'MK' }, false, ['open', 'mine', 'all']],
    ['in hand by somebody else', { ...plain, state: 'inHand', owner: 'AB' }, false, ['open', 'all']],
    ['mine and put off', { ...plain, owner: 'MK', snoozedUntil: 2000 }, false, ['mine', 'snoozed', 'all']],
    ['mine and done', { ...plain, owner: 'MK', state: 'done' }, false, ['done', 'all']],
    ['gone', { ...plain, state: 'new' }, true, ['gone', 'all']],
    ['gone and untouched', undefined, true, ['gone', 'all']],
    ['gone in our hands', { ...plain, state: 'inHand' }, true, ['open', 'gone', 'all']],
    ['gone and pinned', { ...plain, pinned: true }, true, ['open', 'gone', 'all']],
    ['gone, pinned and done', { ...plain, pinned: true, state: 'done' }, true, ['done', 'gone', 'all']],
  ] as const)('%s', (_, mark, isGone, expected) => {
    expect(viewsOf({ mark, isGone, now, initials: 'MK' })).toEqual(expected)
  })

  it('nothing is anybody’s while initials are unknown', () => {
    expect(viewsOf({ mark: plain, isGone: false, now, initials: '' })).not.toContain('mine')
  })
})
