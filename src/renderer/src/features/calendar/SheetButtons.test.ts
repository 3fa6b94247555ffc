// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import type { Directory } from '@shared/domain/clinic'
import { emptyStamp } from '@shared/domain/stamp'
import { AppFailure } from '@shared/errors'
import { useNotices } from '@renderer/services/notices'
import { installDesk, type Answers } from '@renderer/testing/fakeDesk'
import { mountApp } from '@renderer/testing/mountApp'
import { boardClinics } from './boardClinic'
import SheetButtons from './SheetButtons.vue'
import { sheetSubjects } from './sheetSubjects'

const doctor = { id: 7, name: 'Dr. Roe', department: 'Cardiology' }
const directory: Directory = {
  clinics: [{ id: 1, name: 'City', address: '', doctors: [doctor] }, { id: 2, name: 'North', address: '', doctors: [doctor] }],
  gone: [], asked: 1, doctors: 1, failures: [], stamp: emptyStamp,
}
const clinics = boardClinics([2], directory, String)
const date = '2026-11-23'

let view: VueWrapper
afterEach(() => { view.unmount() })

async function open(name: 'Print…' | 'Export…', answers: Answers) {
  const desk = installDesk(answers)
  view = await mountApp(SheetButtons, { date, span: 'day', directory, clinics })
  await view.get(`button[aria-label="${name}"]`).trigger('click')
  await flushPromises()
  return desk
}
const dialog = () => document.querySelector('[role=dialog]')
const press = async (name: string) => {
  [...document.querySelectorAll<HTMLElement>('[role=dialog] button, [role=dialog] [role=radio]')].find((each) => each.textContent!.trim() === name)!.click()
  await flushPromises()
}

it('prints the shown clinics’ day, or their week in large letters, and closes', async () => {
  const desk = await open('Print…', { 'sheets:print': () => true })
  await press('This week')
  document.querySelector<HTMLInputElement>('[role=dialog] input[type=checkbox]')!.click()
  await press('To a printer…')
  expect(desk.asked.at(-1)).toEqual({ call: 'sheets:print', input: { span: 'week', date, of: { kind: 'clinics', clinicIds: [2] }, large: true } })
  expect(dialog()).toBeNull()
  expect(useNotices().notices.map(({ text }) => text)).toEqual(['It was handed to the printer.'])
})

it('stays open when the person thought better of it, and when it went wrong', async () => {
  let answer = () => false
  await open('Export…', { 'sheets:saveCsv': () => answer() })
  await press('To a CSV file…')
  expect(dialog()).not.toBeNull()
  answer = () => { throw new AppFailure({ kind: 'notSaved' }) }
  await press('To a CSV file…')
  expect(dialog()!.textContent).toContain('The file could not be written there.')
})

it('can be for all that is shown, one clinic or one doctor, the shown clinics first', async () => {
  const words = { all: (n: number) => `all ${n}`, clinicHint: 'clinic', doctorHint: (name: string) => name }
  expect(sheetSubjects(clinics, directory, words).map(({ value, label, of }) => [value, label, of.kind])).toEqual([
    ['all', 'all 1', 'clinics'], ['clinic 2', 'North', 'clinics'], ['clinic 1', 'City', 'clinics'], ['doctor 7', 'Dr. Roe', 'doctor'],
  ])
  expect(sheetSubjects([], null, words)).toEqual([])
})
