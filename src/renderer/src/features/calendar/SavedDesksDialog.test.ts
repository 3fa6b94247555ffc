// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import type { SavedDesk, SavedDesks } from '@shared/domain/savedDesk'
import { AppFailure } from '@shared/errors'
import { useSavedDesks } from '@renderer/services/savedDesks'
import { installDesk, type Answers } from '@renderer/testing/fakeDesk'
import { mountApp } from '@renderer/testing/mountApp'
import SavedDesksDialog from './SavedDesksDialog.vue'

const heart: SavedDesk = { key: 1, name: 'Heart', clinicIds: [7, 2], zoom: 15, from: 8 }
let kept: SavedDesks
let dialog: VueWrapper
afterEach(() => {
  dialog.unmount()
  document.body.replaceChildren()
})

async function open(answers: Answers = {}) {
  kept = { desks: [heart], startUp: null }
  installDesk({
    'savedDesks:read': () => kept,
    'savedDesks:keep': (next) => (kept = next),
    ...answers,
  })
  dialog = await mountApp(SavedDesksDialog, { clinicIds: [3, 4, 5], zoom: 30, fit: false, from: 9 })
  useSavedDesks().start()
  await flushPromises()
}
const text = () => document.querySelector('[role=dialog]')!.textContent
const button = (name: string) => [...document.querySelectorAll('button')]
  .find((each) => (each.getAttribute('aria-label') ?? each.textContent).trim() === name)!
async function press(name: string) {
  button(name).click()
  await flushPromises()
}
async function type(label: string, value: string) {
  const id = [...document.querySelectorAll('label')].find((each) => each.textContent === label)!.htmlFor
  const input = document.getElementById(id) as HTMLInputElement
  input.value = value
  input.dispatchEvent(new Event('input'))
  await flushPromises()
}

it('says what each desk is', async () => {
  await open()
  expect(text()).toContain('F1')
  expect(text()).toContain('Heart2 clinics · 15 min · from 08:00')
})

it('saves what is on the board on a key', async () => {
  await open()
  await type('Name', ' Eyes ')
  await press('Save desk')
  expect(kept.desks).toEqual([heart, { key: 2, name: 'Eyes', clinicIds: [3, 4, 5], zoom: 30, from: 9 }])
  expect(document.querySelector('[role=status]')?.textContent).toBe('“Eyes” is on F2.')
})

it('saves the hours, says beside them what is wrong, and what they are', async () => {
  await open()
  await type('Name', 'Mornings')
  await type('To hour', '9')
  await press('Save desk')
  expect(document.querySelectorAll('[aria-invalid=true]')).toHaveLength(1)
  await type('To hour', '13')
  await press('Save desk')
  expect(kept.desks[1]).toEqual({ key: 2, name: 'Mornings', clinicIds: [3, 4, 5], zoom: 30, from: 9, to: 13 })
  expect(text()).toContain('Mornings3 clinics · 30 min · 09:00 – 13:00')
})

it('says beside the fields what is missing', async () => {
  await open()
  await type('From hour', '25')
  await press('Save desk')
  expect(document.querySelectorAll('[aria-invalid=true]')).toHaveLength(2)
  expect(kept.desks).toEqual([heart])
})

it('begins with one, or no longer, and takes one away', async () => {
  await open()
  await press('Begin with Heart')
  expect(kept.startUp).toBe(1)
  await press('Begin with Heart')
  expect(kept.startUp).toBeNull()
  await press('Remove Heart')
  expect(kept.desks).toEqual([])
})

it('says why they could not be kept', async () => {
  await open({ 'savedDesks:keep': () => { throw new AppFailure({ kind: 'notSaved' }) } })
  await press('Remove Heart')
  expect(document.querySelector('[role=alert]')).not.toBeNull()
  expect(text()).toContain('Heart')
})
