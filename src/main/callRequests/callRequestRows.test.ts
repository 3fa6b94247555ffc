import { describe, expect, it } from 'vitest'
import { numberOfDay } from '@shared/domain/time'
import { callRequestRows } from './callRequestRows'

const row = (id: number, doctor: unknown = { id: 1, name: 'Dr. John Doe' }, request_date: unknown = '2024-06-18') => ({ id, request_date, doctor })

function read(rows: unknown[]) {
  const reader = callRequestRows()
  const unusable = rows.filter((each) => !reader.add(each)).length
  return { ...reader.finish(), unusable }
}

describe('callRequestRows', () => {
  it('keeps the server\'s order and names each doctor once', () => {
    const { ids, days, doctorOf, doctors } = read([row(3), row(1, { id: 2, name: 'Dr. Rao' }), row(2)])
    expect([...ids]).toEqual([3, 1, 2])
    expect([...days]).toEqual(Array(3).fill(numberOfDay('2024-06-18')))
    expect([...doctorOf]).toEqual([0, 1, 0])
    expect(doctors).toEqual([{ id: 1, name: 'Dr. John Doe' }, { id: 2, name: 'Dr. Rao' }])
  })

  it('reads a doctor given by id, nameless unless another row names the same', () => {
    expect(read([row(1, 4), row(2, 5), row(3, { id: 5, name: 'Dr. Nair' }), row(4, 5)]).doctors).toEqual([{ id: 4, name: '' }, { id: 5, name: 'Dr. Nair' }])
  })

  it('keeps the later of two rows with one id', () => {
    const { ids, days } = read([row(1), row(2), row(1, 1, '2024-06-20')])
    expect([...ids]).toEqual([1, 2])
    expect(days[0]).toBe(numberOfDay('2024-06-20'))
  })

  it.each([
    ['no doctor', row(1, null)],
    ['a doctor without id', row(1, { name: 'Dr. X' })],
    ['a doctor without name', row(1, { id: 1 })],
    ['a doctor by text', row(1, '1')],
    ['no date', row(1, 1, null)],
    ['a day that does not exist', row(1, 1, '2024-02-30')],
    ['no id', { ...row(1), id: undefined }],
    ['nothing in it', {}],
    ['no shape', null],
  ])('counts a row with %s, and keeps the others', (_, bad) => {
    const { ids, unusable } = read([row(8), bad, { ...row(9), extra: [] }])
    expect([[...ids], unusable]).toEqual([[8, 9], 1])
  })
})
