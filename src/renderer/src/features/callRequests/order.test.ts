import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { untouched, type RequestMark } from '@shared/domain/triage'
import { withGone } from './deskColumns'
import { deskOrder, inView, newestFirst } from './order'

const doctors = [{ id: 7, name: 'Roe' }, { id: 8, name: 'Foe' }]
const requests = (rows: [id: number, day: number, doctor: number][]) => ({
  ids: Int32Array.from(rows, ([id]) => id),
  days: Int32Array.from(rows, ([, day]) => day),
  doctorOf: Int32Array.from(rows, ([,, doctor]) => doctor),
  doctors,
})
const marked = (...marks: (Partial<RequestMark> & { id: number })[]) =>
  new Map(marks.map((mark) => [mark.id, { ...untouched(mark.id), ...mark }]))
const now = 1000

describe('newestFirst', () => {
  it('puts the newest day first and the youngest request of a day before its elders', () => {
    const columns = requests([[1, 100, 0], [4, 102, 0], [2, 102, 1], [3, 101, 1]])
    expect(Array.from(newestFirst(columns), (row) => columns.ids[row])).toEqual([4, 2, 3, 1])
  })

  it('shows every request once', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(50), fc.nat(20), fc.constant(0))), (rows) => {
      const order = newestFirst(requests(rows))
      expect([...order].sort((a, b) => a - b)).toEqual([...rows.keys()])
    }))
  })
})

describe('deskOrder', () => {
  const columns = requests([[1, 100, 0], [2, 101, 0], [3, 102, 1], [4, 103, 1], [5, 104, 0]])
  const newest = newestFirst(columns)
  const order = (...marks: Parameters<typeof marked>) =>
    Array.from(deskOrder(columns, newest, marked(...marks), now), (row) => columns.ids[row]!)

  it.each([
    ['nothing marked', [], [5, 4, 3, 2, 1]],
    ['marks that move nothing', [{ id: 3, state: 'inHand' }], [5, 4, 3, 2, 1]],
    ['the latest that came here', [{ id: 2, firstSeenAt: 10 }, { id: 1, firstSeenAt: 20 }], [1, 2, 5, 4, 3]],
    ['what came together', [{ id: 1, firstSeenAt: 10 }, { id: 4, firstSeenAt: 10 }], [4, 1, 5, 3, 2]],
    ['pinned ones before all', [{ id: 2, firstSeenAt: 10 }, { id: 1, pinned: true }, { id: 3, pinned: true }], [3, 1, 2, 5, 4]],
    ['what is back', [{ id: 2, firstSeenAt: 10 }, { id: 1, snoozedUntil: 900 }], [1, 2, 5, 4, 3]],
    ['what is still put off', [{ id: 1, snoozedUntil: 1001 }], [5, 4, 3, 2, 1]],
    ['what was taken in hand after it was back', [{ id: 1, snoozedUntil: 900, state: 'inHand' }], [5, 4, 3, 2, 1]],
  ] as const)('%s', (_, marks, expected) => {
    expect(order(...marks)).toEqual(expected)
  })

  it('shows every request once, pinned ones first', () => {
    const mark = fc.record({
      id: fc.integer({ min: 1, max: 5 }), pinned: fc.boolean(), firstSeenAt: fc.option(fc.nat(2000)), snoozedUntil: fc.option(fc.nat(2000)),
    })
    fc.assert(fc.property(fc.array(mark), (marks) => {
      const all = marked(...marks)
      const ids = order(...all.values())
      expect([...ids].sort()).toEqual([1, 2, 3, 4, 5])
      const pinned = ids.map((id) => all.get(id)?.pinned ?? false)
      expect(pinned).toEqual([...pinned].sort((one, other) => Number(other) - Number(one)))
    }))
  })
})

describe('inView', () => {
  const columns = withGone(requests([[1, 100, 0], [2, 101, 1], [3, 102, 0]]), [{ id: 9, day: 99, doctor: { id: 20, name: 'Poe' }, goneAt: 500 }])
  const order = newestFirst(columns)
  const wanted = { view: 'open', passes: [true, true, true], marks: marked({ id: 2, state: 'done' }, { id: 3, owner: 'MK' }), now, initials: 'MK' } as const
  const ids = (rows: Uint32Array) => [...rows].map((row) => columns.ids[row]!)

  it('keeps the order, shows what the view wants and counts them all', () => {
    const { rows, counts } = inView(columns, order, wanted)
    expect(ids(rows)).toEqual([3, 1])
    expect(counts).toEqual({ open: 2, mine: 1, snoozed: 0, done: 1, gone: 1, all: 4 })
    expect(ids(inView(columns, order, { ...wanted, view: 'gone' }).rows)).toEqual([9])
  })

  it('shows and counts only what passes the filters', () => {
    const { rows, counts } = inView(columns, order, { ...wanted, passes: [false, true, true] })
    expect([ids(rows), counts.all]).toEqual([[], 2])
  })

  it('lets no snooze hide another request for the same doctor', () => {
    const { rows } = inView(columns, order, { ...wanted, marks: marked({ id: 1, snoozedUntil: 2000 }) })
    expect(ids(rows)).toEqual([3, 2])
  })

  it('keeps all of 10,000 marked requests', () => {
    const many = withGone(requests(Array.from({ length: 10_000 }, (_, id) => [id, id % 365, id % 2])), [])
    const marks = marked(...Array.from({ length: 10_000 }, (_, id) => ({ id, state: 'new' as const, firstSeenAt: id })))
    const { rows } = inView(many, deskOrder(many, newestFirst(many), marks, now), { ...wanted, marks })
    expect(rows).toHaveLength(10_000)
  })
})

describe('withGone', () => {
  it('does not show twice what a list from the disk still has', () => {
    const columns = withGone(requests([[1, 100, 0]]), [{ id: 1, day: 100, doctor: doctors[0]!, goneAt: 5 }])
    expect([...columns.ids]).toEqual([1])
    expect(columns.gone.get(1)).toBe(5)
  })

  it('knows doctors of gone requests once', () => {
    const gone = [8, 20, 20].map((doctor, place) => ({ id: 50 + place, day: 99, doctor: { id: doctor, name: '' }, goneAt: 5 }))
    const columns = withGone(requests([[1, 100, 0]]), gone)
    expect(columns.doctors.map(({ id }) => id)).toEqual([7, 8, 20])
    expect([...columns.doctorOf]).toEqual([0, 1, 2, 2])
  })
})
