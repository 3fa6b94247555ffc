import { describe, expect, it } from 'vitest'
import { entrySearch } from './entrySearch'
import type { EntryKind, PaletteEntry } from './paletteEntry'

const entry = (kind: EntryKind, label: string, detail = ''): PaletteEntry =>
  ({ id: `${kind} ${label}`, kind, label, detail, does: { to: '/' }, reason: '' })
const entries = [
  entry('action', 'New call request'), entry('action', 'New slot'), entry('place', 'Staff'),
  entry('doctor', 'Dr. Anita Sharma', 'Cardiology'), entry('doctor', 'Dr. José García', 'Neurology'), entry('clinic', 'Newtown Clinic', '5 Park Road'),
  entry('staffMember', 'राजेश कुमार', 'Radiology'), entry('staffMember', 'محمد حسن', 'Radiology'),
]
const labels = (query: string, recents: string[] = [], limit = 50) =>
  entrySearch(entries)(query, recents, limit).shown.map(({ label }) => label)

describe('the palette’s search', () => {
  it.each([
    ['ncr', 'New call request'], ['slot new', 'New slot'], ['garcia', 'Dr. José García'], ['SHARMA', 'Dr. Anita Sharma'], ['cardio', 'Dr. Anita Sharma'],
    ['कुमार', 'राजेश कुमार'], ['محمد', 'محمد حسن'], ['park road', 'Newtown Clinic'],
  ])('finds by %s: %s', (query, label) => { expect(labels(query)[0]).toBe(label) })

  it('puts actions before others that match as well', () => {
    expect(labels('new')).toEqual(['New slot', 'New call request', 'Newtown Clinic'])
  })

  it('puts what was chosen last first', () => {
    expect(labels('new', ['action New call request', 'action New slot'])[0]).toBe('New call request')
    expect(labels('radiology', ['staffMember محمد حسن'])[0]).toBe('محمد حسن')
  })

  it('finds by other words for the same thing, and prefers the thing’s own', () => {
    const other = entrySearch([{ ...entry('place', 'Capacity'), also: 'gaps, hours' }, entry('clinic', 'Gapsby Clinic'), entry('place', 'Hours')])
    expect(other('gaps', [], 5).shown.map(({ label }) => label)).toContain('Capacity')
    expect(other('hours', [], 5).shown[0]!.label).toBe('Hours')
  })

  it('finds nothing where only single letters agree', () => {
    expect(labels('zzz')).toEqual([])
    expect(labels('xylophone')).toEqual([])
  })

  it('cuts a long answer and says how many there are', () => {
    const many = entrySearch(Array.from({ length: 10_000 }, (_, i) => entry('staffMember', `Member ${i}`)))
    const { shown, count } = many('member', [], 50)
    expect([shown.length, count]).toEqual([50, 10_000])
    expect(many('member 7777', [], 50).shown[0]!.label).toBe('Member 7777')
  })
})
