// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { expect, it } from 'vitest'
import { usePlanner } from './planner'

const open = () => {
  setActivePinia(createPinia())
  return usePlanner()
}

it('opens with the plan that fills a gap', () => {
  const planner = open()
  planner.open({ clinicId: 3, from: '2026-11-30', until: '2026-12-11', weekdays: [1, 2], sessions: [{ start: 32_400, end: 46_800 }], duration: 900 })
  expect(planner.isOpen).toBe(true)
  expect(planner.proposal).toEqual({
    targets: [{ kind: 'clinic', id: 3 }], from: '2026-11-30', end: { kind: 'until', day: '2026-12-11' }, weekdays: [1, 2],
    sessions: [{ start: 32_400, end: 46_800 }], duration: 900,
  })
})

it('opens with part of a plan, and forgets it when it closes', () => {
  const planner = open()
  planner.open({ targets: [{ kind: 'department', name: 'Cardiology' }] })
  expect(planner.proposal).toEqual({ targets: [{ kind: 'department', name: 'Cardiology' }] })
  planner.close()
  expect([planner.isOpen, planner.proposal]).toEqual([false, undefined])
  planner.open()
  expect([planner.isOpen, planner.proposal]).toEqual([true, undefined])
})

it('goes on with what was typed when its job is called off, unless it is in use again', () => {
  const planner = open()
  planner.open()
  planner.handOver('job', { line: 'mon 9-10' })
  expect(planner.isOpen).toBe(false)
  planner.calledOff('another')
  expect(planner.isOpen).toBe(false)
  planner.calledOff('job')
  expect([planner.isOpen, planner.restored]).toEqual([true, { line: 'mon 9-10' }])
  planner.handOver('job', { line: 'mon 9-10' })
  planner.open()
  planner.calledOff('job')
  expect(planner.restored).toBeUndefined()
})
