import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { composedDesk, type ComposedDesk } from '@main/testing/composedDesk'
import { dayOfNumber } from '@shared/domain/time'
import type { Plan, PlanSource } from '@shared/planner/plan'
import { doubts, type Preview } from '@shared/planner/preview'

let desk: ComposedDesk
beforeEach(async () => {
  desk = await composedDesk()
  await desk.ask('directory:read')
  await vi.waitFor(async () => { expect((await desk.ask('directory:read')).stamp.loading).toBe(false) })
})
afterEach(() => desk.close())

const DATE = '2027-03-01'
const base: Plan = {
  targets: [{ kind: 'clinic', id: 1 }], weekdays: [1, 2, 3, 4, 5], everyWeeks: 1, from: DATE, end: { kind: 'until', day: DATE },
  sessions: [{ start: 32_400, end: 36_000 }], duration: 900, gap: 0, breaks: [], skip: [], off: [], plus: [],
}
const preview = (change: Partial<Plan>) => desk.ask('planner:preview', { kind: 'pattern', plan: { ...base, ...change } })
const copy = (change: Partial<Extract<PlanSource, { kind: 'copy' }>['copy']>) => desk.ask('planner:preview', {
  kind: 'copy', copy: { clinicIds: [1], from: DATE, days: 1, to: ['2027-03-08'], into: null, ...change },
})
const rows = ({ clinicIds, days, starts, ends, doubts: found }: Preview) =>
  [...days].map((day, row) => [dayOfNumber(day), clinicIds[row], starts[row]! / 60, ends[row]! / 60, found[row]].join(' '))
const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00`
const publish = (clinic: number, start: number, end: number, date = DATE) =>
  desk.clinic.hospital.slots.add({ clinic, date, start_time: clock(start), end_time: clock(end) })
const failing = (clinicId: number) => {
  desk.server.fault = ({ what, response }) => what.endsWith(`clinic_id=${clinicId}`)
    ? Promise.resolve(response.writeHead(403, { 'content-type': 'application/json' }).end('{"detail":"no"}'))
    : undefined
}

describe('planner:preview of a pattern', () => {
  it('gives the exact slots, and what the clinic has already', async () => {
    publish(1, 540, 555)
    publish(1, 560, 580)
    const found = await preview({})
    expect(rows(found).map((row) => row.replace(/ 4$| 8$/, ' 0'))).toEqual([
      `${DATE} 1 540 555 ${doubts.already}`, `${DATE} 1 555 570 ${doubts.overlapping}`, `${DATE} 1 570 585 ${doubts.overlapping}`, `${DATE} 1 585 600 0`,
    ])
    expect(found.notes).toEqual([])
  })

  it('takes what waits to be created for published', async () => {
    const { clinicIds, days, starts, ends } = await preview({})
    const columns = { clinicIds: [...clinicIds], days: [...days], starts: [...starts], ends: [...ends] }
    await desk.ask('jobs:start', { id: crypto.randomUUID(), title: 'one morning', slots: columns })
    expect([...(await preview({})).doubts].map((each) => each & doubts.already)).toEqual([1, 1, 1, 1])
  })

  it('finds clashes of a doctor among the plan’s own clinics', async () => {
    const { clinics } = await desk.ask('directory:read')
    const alone = clinics.filter(({ doctors }) => doctors.length === 1)
    const [one, other] = alone.flatMap((each) => {
      const second = alone.find(({ id, doctors }) => id !== each.id && doctors[0]!.id === each.doctors[0]!.id)
      return second ? [[each, second] as const] : []
    })[0]!
    const found = await preview({ targets: [{ kind: 'clinic', id: one.id }, { kind: 'clinic', id: other.id }], duration: 3600 })
    expect(rows(found)).toEqual([`${DATE} ${one.id} 540 600 ${doubts.clashCertain}`, `${DATE} ${other.id} 540 600 ${doubts.clashCertain}`])
  })

  it('plans a department’s clinics', async () => {
    const { clinics } = await desk.ask('directory:read')
    const name = clinics[0]!.doctors[0]!.department
    const expected = clinics.filter(({ doctors }) => doctors.some(({ department }) => department === name)).map(({ id }) => id)
    expect([...new Set((await preview({ targets: [{ kind: 'department', name }] })).clinicIds)]).toEqual(expected)
  })

  it('keeps a holiday’s slots and marks them', async () => {
    await desk.ask('planner:keepHolidays', [{ name: 'Ours', days: [{ day: DATE, name: 'Founders' }] }])
    expect(await desk.ask('planner:readHolidays')).toEqual([{ name: 'Ours', days: [{ day: DATE, name: 'Founders' }] }])
    const found = await preview({ skip: 'all' })
    expect([...found.doubts].every((each) => (each & doubts.holiday) !== 0)).toBe(true)
    expect((await preview({ skip: ['Gone'] })).notes).toEqual([{ kind: 'unknownHolidays', name: 'Gone' }])
  })

  it('refuses two lists of one name', async () => {
    const set = { name: 'Ours', days: [] }
    await expect(desk.ask('planner:keepHolidays', [set, set])).rejects.toMatchObject({ error: { kind: 'unexpected' } })
  })

  it('tells the past by the clinic’s clock', async () => {
    const found = await preview({ from: '2026-11-23', end: { kind: 'until', day: '2026-11-23' }, sessions: [{ start: 30_600, end: 34_200 }] })
    expect([...found.doubts].map((each) => each & doubts.past)).toEqual([doubts.past, doubts.past, 0, 0])
  })

  it('says what is odd, and asks for nothing when there is nothing to check', async () => {
    desk.asked.length = 0
    const found = await preview({
      targets: [{ kind: 'clinic', id: 99_999 }, { kind: 'department', name: 'Nowhere' }], end: { kind: 'until', day: '2027-02-01' },
    })
    expect(found.days).toHaveLength(0)
    expect(found.notes.map(({ kind }) => kind)).toEqual(['unknownClinic', 'departmentWithoutClinics', 'endBeforeStart'])
    const many = await preview({ end: { kind: 'weeks', weeks: 520 }, sessions: [{ start: 0, end: 86_400 }] })
    expect(many.notes).toContainEqual({ kind: 'tooMany', count: 520 * 5 * 96 })
    expect(desk.asked).toEqual([])
  })

  it('says which clinics’ slots could not be read', async () => {
    failing(1)
    const { days, notes } = await preview({})
    expect(days).toHaveLength(4)
    expect(notes).toEqual([{ kind: 'unread', clinicIds: [1] }])
  })

  it('fetches a clinic anew only when a minute has passed', async () => {
    const lists = () => desk.asked.filter((what) => what.endsWith('clinic_id=1')).length
    await preview({})
    await preview({})
    expect(lists()).toBe(1)
    desk.clock.now += 60_000
    await preview({})
    expect(lists()).toBe(2)
  })

  it.each<[string, Partial<Plan>]>([
    ['no weekday', { weekdays: [] }], ['no hours', { sessions: [] }], ['hours that end before they begin', { sessions: [{ start: 600, end: 60 }] }],
    ['hours past midnight', { sessions: [{ start: 600, end: 86_460 }] }], ['a slot of no length', { duration: 0 }], ['eleven years', { end: { kind: 'weeks', weeks: 572 } }],
  ])('refuses %s', async (_, change) => {
    await expect(preview(change)).rejects.toMatchObject({ error: { kind: 'unexpected' } })
  })
})

describe('planner:preview of a copy', () => {
  it('copies what is published to another day', async () => {
    publish(1, 541, 557)
    expect(rows(await copy({})).map((row) => row.split(' ').slice(0, 4).join(' '))).toEqual(['2027-03-08 1 541 557'])
  })

  it('copies into another clinic, where the same may be there already', async () => {
    publish(1, 541, 557)
    publish(2, 541, 557)
    const found = await copy({ to: [DATE], into: [2] })
    expect([...found.clinicIds]).toEqual([2])
    expect(found.doubts[0]! & doubts.already).toBe(doubts.already)
  })

  it('says when there is nothing to copy, or nobody knows what there is', async () => {
    expect((await copy({})).notes).toEqual([{ kind: 'nothingToCopy', day: DATE }])
    failing(2)
    expect((await copy({ clinicIds: [2] })).notes).toEqual([{ kind: 'nothingToCopy', day: DATE }, { kind: 'unread', clinicIds: [2] }])
  })
})
