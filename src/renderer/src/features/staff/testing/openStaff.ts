import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, vi } from 'vitest'
import type { CreateOrder, OutboxEntry } from '@shared/domain/outbox'
import type { StaffList, StaffMember } from '@shared/domain/staff'
import { emptyStamp, type Stamp } from '@shared/domain/stamp'
import { AppFailure, type AppError } from '@shared/errors'
import { installDesk, type Answers, type FakeDesk } from '@renderer/testing/fakeDesk'
import { mountApp } from '@renderer/testing/mountApp'
import StaffView from '../StaffView.vue'

export const fetched: Stamp = { ...emptyStamp, fetchedAt: Date.now() }
export const ada: StaffMember = { id: 1, name: 'Dr. Ada Roe', isDoctor: true, department: 'Cardiology' }
export const jose: StaffMember = { id: 2, name: 'José Núñez', isDoctor: false, department: 'Reception' }
export const bold: StaffMember = { id: 3, name: '<b>Bold</b> & Sons', isDoctor: true, department: 'Reception' }
export const everyone = [ada, jose, bold]

/** Staff in columns, as main sends them. */
export const listOf = (members: StaffMember[], stamp = fetched): StaffList => {
  const departments = [...new Set(members.map(({ department }) => department))]
  return {
    ids: Int32Array.from(members, ({ id }) => id),
    names: members.map(({ name }) => name),
    isDoctor: Uint8Array.from(members, ({ isDoctor }) => Number(isDoctor)),
    departmentOf: Int32Array.from(members, ({ department }) => departments.indexOf(department)),
    departments,
    stamp,
  }
}
export const departmentsOf = (...names: string[]) =>
  ({ rows: names.map((name, at) => ({ id: at, name, staff: 0, doctors: 0 })), stamp: fetched })
/** What the outbox answers to an order that went well, but for `part`. */
export const entryOf = ({ key, create }: CreateOrder, part: Partial<OutboxEntry> = {}): OutboxEntry =>
  ({ key, create, at: 1, state: 'made', id: 90, foundAfterwards: false, reason: '', jobId: null, candidates: [], error: null, ...part })
export const fail = (error: AppError) => () => { throw new AppFailure(error) }

let view: VueWrapper

/** Gives the staff view a size, which documents of tests have not, and takes it away after each test. */
export function useStaffView() {
  beforeEach(() => {
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(440)
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(440)
  })
  afterEach(() => { view.unmount() })
}

/** Opens the view over a desk that answers with `everyone`, but for `answers`. `of` picks the calls so far by name. */
export async function openStaff(answers: Answers = {}): Promise<FakeDesk & { view: VueWrapper, of: (...calls: string[]) => FakeDesk['asked'] }> {
  const desk = installDesk({
    'staff:list': () => listOf(everyone),
    'departments:list': () => departmentsOf('Cardiology', 'Reception'),
    'drafts:read': () => null,
    'drafts:write': () => undefined,
    'drafts:discard': () => undefined,
    'staff:references': () => ({ callRequests: 0, clinics: [], complete: true }),
    ...answers,
  })
  view = await mountApp(StaffView)
  await flushPromises()
  return { ...desk, view, of: (...calls) => desk.asked.filter(({ call }) => calls.includes(call)) }
}

export const all = <E extends HTMLElement>(selector: string) => [...document.querySelectorAll<E>(selector)]
/** Names in the rows in sight. */
export const rows = () => all('[role=rowheader] button').map((name) => name.textContent!.trim())
export const button = (name: string) =>
  all<HTMLButtonElement>('button').find((each) => (each.getAttribute('aria-label') ?? each.textContent?.trim()) === name)!
export const press = async (name: string) => {
  button(name).click()
  await flushPromises()
}
export const dialog = () => document.querySelector<HTMLElement>('[role=dialog], [role=alertdialog]')
export const input = (label: string) => {
  const found = all<HTMLLabelElement>('label').find((each) => each.textContent?.trim() === label)!
  return (document.getElementById(found.htmlFor) ?? found.querySelector('input')) as HTMLInputElement
}
export const type = async (field: HTMLInputElement, text: string) => {
  field.value = text
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await flushPromises()
}
/** Sends the form of the open dialog. */
export const send = async () => {
  dialog()!.querySelector('form')!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
  await flushPromises()
  await flushPromises()
}
