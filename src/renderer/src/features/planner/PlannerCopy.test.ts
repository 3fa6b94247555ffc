// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { Answers } from '@renderer/testing/fakeDesk'
import { besideACalendar, openPlanner } from './testing/openPlanner'
import { previewOf } from './testing/previewOf'

const h = 3600
const rows = () => previewOf([0, 1].map((index) => ({ day: '2026-11-30', clinicId: 1, start: (9 + index) * h, end: (10 + index) * h })))

besideACalendar()

let view: VueWrapper
async function open(answers: Answers = {}, before?: Parameters<typeof openPlanner>[1]) {
  const planner = await openPlanner(answers, before)
  view = planner.view
  return planner
}

describe('a copy', () => {
  const radio = async (planner: Awaited<ReturnType<typeof open>>, name: string) => {
    await planner.press(name)
    await flushPromises()
  }

  it('starts from the week and the clinics that the calendar shows', async () => {
    const planner = await open({ 'planner:preview': () => rows() }, (store) => { store.boardClinics = [1, 3] })
    await radio(planner, 'Copy')
    expect(view.text()).toMatch(/Mon,? 23 Nov – Sun,? 29 Nov 2026/)
    await planner.field('How many weeks').setValue('2')
    await planner.press('Preview')
    expect(planner.asked('planner:preview')).toEqual([
      { kind: 'copy', copy: { clinicIds: [1, 3], from: '2026-11-23', days: 7, to: ['2026-11-30', '2026-12-07'], into: null } },
    ])
    await planner.press('Create 2 slots')
    expect(planner.asked('jobs:start')).toEqual([expect.objectContaining({ title: expect.stringMatching(/^Copy of Mon,? 23 Nov 2026$/) })])
  })

  it('goes onto days of its own, and says which is none', async () => {
    const planner = await open({ 'planner:preview': () => rows() }, (store) => { store.boardClinics = [1] })
    await radio(planner, 'Copy')
    await radio(planner, 'A day')
    await radio(planner, 'Other days')
    await planner.field('Days').setValue('1 dec, once')
    await planner.press('Preview')
    expect(view.text()).toContain('“once” is not a date')
    await planner.field('Days').setValue('1 dec, 3 dec')
    await planner.press('Preview')
    expect(planner.asked('planner:preview')).toEqual([
      { kind: 'copy', copy: { clinicIds: [1], from: '2026-11-26', days: 1, to: ['2026-12-01', '2026-12-03'], into: null } },
    ])
  })

  it('goes to what is missing', async () => {
    const planner = await open()
    await radio(planner, 'Copy')
    await planner.press('Preview')
    expect(document.activeElement).toBe(planner.field('Of these clinics').element)
    expect(planner.asked('planner:preview')).toEqual([])
  })
})
