import { describe, expect, it } from 'vitest'
import { parseDateEntry } from '@shared/domain/dateEntry'
import { dateWords } from '@shared/domain/dateWords'
import { copyOf, readCopy, type CopyValues } from './copyValues'

const TODAY = '2026-11-26'
const dates = dateWords('en', { today: ['today'], tomorrow: ['tomorrow'], yesterday: ['yesterday'] })
const day = (text: string) => parseDateEntry(text, TODAY, dates)
const read = (part: Partial<CopyValues>) => readCopy({ ...copyOf('2026-11-25'), clinicIds: [1, 2], ...part }, TODAY, { day })

describe('readCopy', () => {
  it('copies the week of a day into the weeks that follow, from Monday to Monday', () => {
    expect(read({ weeks: '2' }).copy).toEqual({ clinicIds: [1, 2], from: '2026-11-23', days: 7, to: ['2026-11-30', '2026-12-07'], into: null })
  })

  it('copies a day onto the days that are typed, each once', () => {
    expect(read({ what: 'day', where: 'list', to: '1 dec, 3 dec, 2026-12-01' }).copy)
      .toEqual({ clinicIds: [1, 2], from: '2026-11-25', days: 1, to: ['2026-12-01', '2026-12-03'], into: null })
  })

  it('takes a day of another week for that week', () => {
    expect(read({ where: 'list', to: '2 dec, 4 dec' }).copy?.to).toEqual(['2026-11-30'])
  })

  it('copies into other clinics', () => { expect(read({ into: 'others', intoIds: [3] }).copy?.into).toEqual([3]) })

  it.each<[Partial<CopyValues>, Record<string, unknown>]>([
    [{ clinicIds: [] }, { clinicIds: { key: 'form.required' } }],
    [{ from: '' }, { from: { key: 'form.required' } }],
    [{ from: '30 feb' }, { from: { key: 'form.day' } }],
    [{ weeks: '105' }, { weeks: { key: 'planner.wrong.repeats' } }],
    [{ where: 'list' }, { to: { key: 'form.required' } }],
    [{ where: 'list', to: '1 dec, once' }, { to: { key: 'planner.wrong.dayInList', word: 'once' } }],
    [{ into: 'others' }, { intoIds: { key: 'form.required' } }],
  ])('says what of %j is wrong or missing', (part, wrong) => {
    const { copy, wrong: found } = read(part)
    expect([copy, found]).toEqual([undefined, wrong])
  })
})
