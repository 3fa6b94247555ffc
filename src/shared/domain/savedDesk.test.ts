import { describe, expect, it } from 'vitest'
import { deskFile, readDeskFile, type SavedDesk } from './savedDesk'

const desk: SavedDesk = { key: 3, name: 'Cardiology', clinicIds: [7, 2], zoom: 15, from: 8 }
const server = 'clinic.example'
const changed = (change: (file: { version: number, desks: Record<string, unknown>[] }) => void) => {
  const file = JSON.parse(deskFile(server, [desk]))
  change(file)
  return JSON.stringify(file)
}

describe('a file of saved desks', () => {
  it('is read as it was written', () => {
    expect(readDeskFile(deskFile(server, [desk, { ...desk, key: 4, zoom: 'fit' }]), server))
      .toEqual({ ok: true, desks: [desk, { ...desk, key: 4, zoom: 'fit' }] })
  })

  it('keeps hours, and opens without them as it was written before there were any', () => {
    const hours = { ...desk, to: 13 }
    expect(readDeskFile(deskFile(server, [hours]), server)).toEqual({ ok: true, desks: [hours] })
    expect(deskFile(server, [desk])).not.toContain('"to"')
  })

  it.each([['text', 'hello'], ['half a file', deskFile(server, [desk]).slice(0, 50)], ['another JSON file', '{"name":"x"}'], ['a list', '[]']])(
    'is none when it is %s', (_, text) => { expect(readDeskFile(text, server)).toEqual({ ok: false, reason: 'noDesks' }) })

  it('says when a newer program wrote it', () => {
    expect(readDeskFile(changed((file) => { file.version = 2 }), server)).toEqual({ ok: false, reason: 'newer' })
  })

  it.each<[string, (file: { desks: Record<string, unknown>[] }) => void]>([
    ['has no desk', (file) => { file.desks = [] }],
    ['has a key that is none', (file) => { file.desks[0]!['key'] = 13 }],
    ['has a key twice', (file) => { file.desks.push({ ...file.desks[0]! }) }],
    ['has clinics that are no numbers', (file) => { file.desks[0]!['clinicIds'] = ['7'] }],
    ['ends before it begins', (file) => { file.desks[0]!['to'] = 8 }],
    ['ends after the day does', (file) => { file.desks[0]!['to'] = 25 }],
    ['has more than a desk has', (file) => { file.desks[0]!['script'] = 'x' }],
  ])('is damaged when it %s', (_, change) => { expect(readDeskFile(changed(change), server)).toEqual({ ok: false, reason: 'damaged' }) })

  it('is of no use on another server, and says which one it is from', () => {
    expect(readDeskFile(deskFile('other.example', [desk]), server)).toEqual({ ok: false, reason: 'server', server: 'other.example' })
  })
})
