import { describe, expect, it } from 'vitest'
import { callRequestsOf, emptyCallRequests, withCallRequest } from './callRequestTable'

const rao = { id: 7, name: 'Dr. Rao' }
const lee = { id: 9, name: 'Dr. Lee' }
const requests = [{ id: 1, day: 10, doctor: rao }, { id: 2, day: 11, doctor: lee }, { id: 3, day: 11, doctor: rao }]
const table = requests.reduce(withCallRequest, emptyCallRequests)

describe('a table of call requests', () => {
  it('takes new ones at its end, each doctor once', () => {
    expect(table).toEqual({
      ids: Int32Array.of(1, 2, 3), days: Int32Array.of(10, 11, 11), doctorOf: Int32Array.of(0, 1, 0), doctors: [rao, lee],
    })
  })

  it('stays as it is for one that is there, and keeps the name that is known', () => {
    expect(withCallRequest(table, { id: 2, day: 40, doctor: rao })).toBe(table)
    expect(withCallRequest(table, { id: 4, day: 11, doctor: { id: 7, name: '' } }).doctors).toEqual([rao, lee])
  })

  it('finds a doctor’s, of one day or of all', () => {
    expect([callRequestsOf(table, 7), callRequestsOf(table, 7, 11)]).toEqual([[1, 3], [3]])
    expect([callRequestsOf(table, 7, 12), callRequestsOf(table, 8)]).toEqual([[], []])
  })
})
