import { describe, expect, it } from 'vitest'
import { computed, effectScope, nextTick, ref } from 'vue'
import { parseDateEntry } from '@shared/domain/dateEntry'
import { dateWords } from '@shared/domain/dateWords'
import { parseTimeEntry } from '@shared/domain/timeEntry'
import type { LineNames } from '@shared/planner/line/lineNames'
import { usePlan } from './usePlan'

const TODAY = '2026-11-26'
const dates = dateWords('en', { today: ['today'], tomorrow: ['tomorrow'], yesterday: ['yesterday'] })
const times = { noon: ['noon'], midnight: ['midnight'], am: ['am'], pm: ['pm'] }
const typed = {
  day: (text: string, options = {}) => parseDateEntry(text, TODAY, dates, options),
  time: (text: string, options = {}) => parseTimeEntry(text, times, options),
  words: computed(() => ({ dates, times })),
}
const known: LineNames = { clinics: [{ id: 1, name: 'City Clinic' }], departments: ['Cardiology'], holidaySets: [] }
const open = (names = ref(known)) => effectScope().run(() => usePlan({ today: () => TODAY, names: () => names.value, typed }))!

describe('usePlan', () => {
  it('fills the form in while the line is typed', () => {
    const plan = open()
    plan.typeLine('mon-fri 9-13 /15 brk 11-11:15 4 weeks @Cardiology')
    expect(plan.values).toMatchObject({
      weekdays: [1, 2, 3, 4, 5], sessions: [{ start: '09:00', end: '13:00' }], duration: '15', breaks: [{ start: '11:00', end: '11:15' }],
      weeks: '4', targets: [{ kind: 'department', name: 'Cardiology' }],
    })
    expect(plan.plan.value).toMatchObject({ from: '2026-11-27', everyWeeks: 1, gap: 0, duration: 900 })
  })

  it('writes the line while the form is filled in', () => {
    const plan = open()
    plan.fill({ targets: [{ kind: 'clinic', id: 1 }], weekdays: [1, 3] })
    expect(plan.line.value).toBe('mon,wed @"City Clinic"')
    plan.fill({ sessions: [{ start: '9', end: '13' }], duration: '20', weeks: '2' })
    expect(plan.line.value).toBe('mon,wed 9-13 /20 2 weeks @"City Clinic"')
    expect(plan.plan.value?.sessions).toEqual([{ start: 32_400, end: 46_800 }])
  })

  it('is no plan while something is missing, and says what', () => {
    const plan = open()
    plan.typeLine('mon 9-13')
    expect(plan.plan.value).toBeUndefined()
    expect(plan.missing.value).toEqual(['targets', 'duration', 'end'])
  })

  it('is no plan while a word of the line is wrong, though the form has what was understood', () => {
    const plan = open()
    plan.typeLine('mon 9-13 /15 4 weeks @Cardiology blurb')
    expect(plan.plan.value).toBeUndefined()
    expect(plan.values.duration).toBe('15')
    plan.fill({ duration: '20' })
    expect(plan.line.value).toBe('mon 9-13 /20 4 weeks @Cardiology')
    expect(plan.plan.value?.duration).toBe(1200)
  })

  it('is no plan while a field is wrong; typing into the line takes its place', () => {
    const plan = open()
    plan.typeLine('mon 9-13 /15 4 weeks @Cardiology')
    plan.fill({ from: 'someday' })
    expect([plan.plan.value, plan.wrong.value]).toEqual([undefined, { from: { key: 'form.notADate' } }])
    plan.typeLine('mon 9-13 /15 4 weeks @Cardiology')
    expect(plan.plan.value).toBeDefined()
  })

  it('understands names that come to be known later', async () => {
    const names = ref<LineNames>({ clinics: [], departments: [], holidaySets: [] })
    const plan = open(names)
    plan.typeLine('@"City Clinic"')
    expect(plan.read.value.errors).toHaveLength(1)
    names.value = known
    await nextTick()
    expect([plan.read.value.errors, plan.values.targets]).toEqual([[], [{ kind: 'clinic', id: 1 }]])
  })

  it('writes names that come to be known later', async () => {
    const names = ref<LineNames>({ clinics: [], departments: [], holidaySets: [] })
    const plan = open(names)
    plan.start({ targets: [{ kind: 'clinic', id: 1 }] })
    expect(plan.line.value).toBe('@#1')
    names.value = known
    await nextTick()
    expect(plan.line.value).toBe('@"City Clinic"')
  })
})
