import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, vi } from 'vitest'
import type { DepartmentList } from '@shared/domain/department'
import type { CreateOrder, OutboxEntry } from '@shared/domain/outbox'
import { emptyStamp, type Stamp } from '@shared/domain/stamp'
import { AppFailure, type AppError } from '@shared/errors'
import { installDesk, type Answers, type FakeDesk } from '@renderer/testing/fakeDesk'
import { mountApp } from '@renderer/testing/mountApp'
import DepartmentsView from '../DepartmentsView.vue'

export const fetched: Stamp = { ...emptyStamp, fetchedAt: Date.now() }
export const offline: AppError = { kind: 'offline', cause: 'unreachable' }
export const fail = (error: AppError) => { throw new AppFailure(error) }

/** What main answers: a department with two members, and an empty one. */
export const server: DepartmentList = { rows: [], stamp: fetched }
/** The view that is open, and the desk that it asks. */
export const page = {} as { view: VueWrapper, desk: FakeDesk }

/** Gives the view a size, which documents of tests have not, and starts each test from the same departments. */
export function useDepartmentsView() {
  beforeEach(() => {
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(360)
    server.rows = [{ id: 1, name: 'Neurology', staff: 2, doctors: 1 }, { id: 2, name: 'ENT', staff: 0, doctors: 0 }]
    server.stamp = fetched
  })
  afterEach(() => { page.view.unmount() })
}

/** What the outbox answers to an order, but for `change`. */
export const entry = ({ key, create }: CreateOrder, change: Partial<OutboxEntry>): OutboxEntry =>
  ({ key, create, at: 0, state: 'made', id: null, foundAfterwards: false, reason: '', jobId: null, candidates: [], error: null, ...change })

/** Opens the view over a desk that answers with `server`, but for `answers`. */
export async function open(answers: Answers = {}) {
  page.desk = installDesk({
    'departments:list': () => ({ ...server }),
    'staff:list': () => ({
      ids: Int32Array.from([7, 8]), names: ['Ann', 'Dr. Roe'], isDoctor: Uint8Array.from([0, 1]), departmentOf: Int32Array.from([0, 0]),
      departments: ['Neurology'], stamp: server.stamp,
    }),
    'drafts:read': () => null,
    'drafts:write': () => undefined,
    'drafts:discard': () => undefined,
    'outbox:read': () => [],
    'outbox:dismiss': () => undefined,
    ...answers,
  })
  page.view = await mountApp(DepartmentsView)
}

export const settled = async () => {
  await flushPromises()
  await new Promise((resolve) => { setTimeout(resolve, 15) })
  await flushPromises()
}
export const named = (name: string) => [...document.body.querySelectorAll<HTMLElement>('button')]
  .find((each) => each.getAttribute('aria-label') === name || each.textContent?.trim() === name)!
export const click = async (name: string) => {
  named(name).click()
  await settled()
}
export const dialog = () => document.body.querySelector<HTMLElement>('[role=dialog], [role=alertdialog]')
export const type = async (text: string) => {
  const input = dialog()!.querySelector('input')!
  input.value = text
  input.dispatchEvent(new Event('input'))
  await flushPromises()
}
export const submit = async () => {
  dialog()!.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true, bubbles: true }))
  await settled()
}
export const names = () => page.view.findAll('[role=rowheader]').map((cell) => cell.text())
export const asked = (call: string) => page.desk.asked.filter((each) => each.call === call).map(({ input }) => input)
