// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { Create, CreateOrder, OutboxEntry } from '@shared/domain/outbox'
import type { StaffMember } from '@shared/domain/staff'
import { AppFailure } from '@shared/errors'
import { ada, all, departmentsOf, dialog, entryOf, input, openStaff, press, rows, send, type, useStaffView } from './testing/openStaff'

useStaffView()

const options = () => all('[role=option]').map((option) => option.textContent?.trim())
const chooseDepartment = async (typed: string, label: string) => {
  input('Department').click()
  await flushPromises()
  await type(input('Department'), typed)
  const option = all('[role=option]').find((each) => each.textContent?.trim() === label)!
  option.dispatchEvent(new Event('pointerup', { bubbles: true }))
  option.click()
  await flushPromises()
}
const fillNew = async (name: string) => {
  await press('Add staff member')
  await type(input('Name'), name)
  await chooseDepartment('cardio', 'Cardiology')
}

describe('a new staff member', () => {
  it('is created through the outbox', async () => {
    const desk = await openStaff({ 'outbox:create': (order) => entryOf(order) })
    await fillNew('  Dr. Li Wei ')
    input('Doctor').click()
    await send()
    expect(desk.of('outbox:create').map(({ input }) => (input as CreateOrder).create)).toEqual([
      { kind: 'staffMember', form: { name: 'Dr. Li Wei', isDoctor: true, department: 'Cardiology' } },
    ])
    expect(dialog()).toBeNull()
  })

  it('is sent once, however often one presses', async () => {
    let answer!: (entry: OutboxEntry) => void
    const desk = await openStaff({ 'outbox:create': () => new Promise((resolve) => { answer = resolve }) })
    await fillNew('Dr. Li Wei')
    await send()
    await send()
    expect(desk.of('outbox:create')).toHaveLength(1)
    answer(entryOf(desk.of('outbox:create')[0]!.input as CreateOrder))
    await flushPromises()
  })

  it('is not sent while a field is empty or too long', async () => {
    const desk = await openStaff()
    await press('Add staff member')
    await type(input('Name'), 'x'.repeat(151))
    await send()
    expect(desk.of('outbox:create')).toHaveLength(0)
    expect(dialog()!.textContent).toContain('too long')
    expect(dialog()!.textContent).toContain('Fill this in.')
    expect(document.activeElement).toBe(input('Name'))
  })

  it('is asked about when the name is nearly in the list, and made on the second press', async () => {
    const desk = await openStaff({ 'outbox:create': (order) => entryOf(order) })
    await fillNew('prof. nunez JOSE')
    await send()
    expect(dialog()!.querySelector('[role=alert]')!.textContent).toContain('José Núñez (Reception)')
    expect(desk.of('outbox:create')).toHaveLength(0)
    await send()
    expect(desk.of('outbox:create')).toHaveLength(1)
  })

  it('brings its new department along, which is created first and once', async () => {
    const sent: Create[] = []
    let isBroken = true
    await openStaff({
      'outbox:create': (order) => {
        sent.push(order.create)
        return order.create.kind === 'staffMember' && isBroken ? entryOf(order, { state: 'notMade', id: null }) : entryOf(order)
      },
      'outbox:dismiss': () => undefined,
    })
    await press('Add staff member')
    await type(input('Name'), 'Dr. Li Wei')
    await chooseDepartment('Oncology', 'Create department Oncology')
    expect(dialog()!.textContent).toContain('This department is new')
    await send()
    expect(dialog()).not.toBeNull()
    expect(input('Name').value).toBe('Dr. Li Wei')
    isBroken = false
    await send()
    expect(sent.map(({ kind }) => kind)).toEqual(['department', 'staffMember', 'staffMember'])
    expect(sent[0]).toEqual({ kind: 'department', form: { name: 'Oncology' } })
    expect(dialog()).toBeNull()
  })

  it('offers no department that differs from a known one by case or accents alone', async () => {
    await openStaff()
    await press('Add staff member')
    input('Department').click()
    await flushPromises()
    await type(input('Department'), 'cardiologý')
    expect(options()).toEqual(['Cardiology'])
  })

  it('puts what the server says of the department beside the department', async () => {
    await openStaff({
      'outbox:create': (order) => entryOf(order, {
        state: 'refused', id: null, error: { kind: 'invalid', fields: { department: ['Object with name=Cardiology does not exist.'] } },
      }),
      'outbox:dismiss': () => undefined,
    })
    await fillNew('Dr. Li Wei')
    await send()
    expect(input('Department').getAttribute('aria-invalid')).toBe('true')
    expect(dialog()!.textContent).toContain('may have been deleted meanwhile')
    expect(input('Name').value).toBe('Dr. Li Wei')
  })

  it('does not bring a department back that someone deleted meanwhile, before that was said', async () => {
    let known = departmentsOf('Cardiology', 'Reception')
    const desk = await openStaff({ 'departments:list': () => known, 'outbox:create': (order) => entryOf(order) })
    await fillNew('Dr. Li Wei')
    known = departmentsOf('Reception')
    desk.emit('departments:changed')
    await flushPromises()
    await send()
    expect(desk.of('outbox:create')).toHaveLength(0)
    expect(dialog()!.textContent).toContain('There is no department “Cardiology” any more')
    await send()
    expect(desk.of('outbox:create').map(({ input }) => (input as CreateOrder).create.kind)).toEqual(['department', 'staffMember'])
  })
})

describe('a change', () => {
  const saved = ({ base, form }: { base: StaffMember, form: Omit<StaffMember, 'id'> }) => ({ status: 'saved' as const, row: { id: base.id, ...form } })

  it('of one field is sent as a change', async () => {
    const desk = await openStaff({ 'staff:change': saved })
    await press('Edit Dr. Ada Roe')
    await type(input('Name'), 'Dr. Ada Li')
    await send()
    expect(desk.of('staff:change', 'staff:replace')).toEqual([
      { call: 'staff:change', input: { base: ada, form: { name: 'Dr. Ada Li', isDoctor: true, department: 'Cardiology' } } },
    ])
    expect(dialog()).toBeNull()
  })

  it('of every field replaces the record', async () => {
    const desk = await openStaff({ 'staff:replace': saved })
    await press('Edit Dr. Ada Roe')
    await type(input('Name'), 'Ada Li')
    input('Doctor').click()
    await chooseDepartment('rec', 'Reception')
    await send()
    expect(desk.of('staff:change', 'staff:replace').map(({ call }) => call)).toEqual(['staff:replace'])
  })

  it('of nothing sends nothing', async () => {
    const desk = await openStaff()
    await press('Edit Dr. Ada Roe')
    await send()
    expect(desk.of('staff:change', 'staff:replace')).toEqual([])
    expect(dialog()).toBeNull()
  })

  it('is shown at once and taken back when it is refused, with everything still typed', async () => {
    let refuse!: (cause: unknown) => void
    const { view } = await openStaff({ 'staff:change': () => new Promise((_, reject) => { refuse = reject }) })
    await press('Edit Dr. Ada Roe')
    await type(input('Name'), 'Dr. Ada Li')
    await send()
    expect(rows()).toContain('Dr. Ada Li')
    expect(view.text()).toContain('Saving')
    refuse(new AppFailure({ kind: 'timeout' }))
    await flushPromises()
    expect(rows()).toContain('Dr. Ada Roe')
    expect(view.text()).toContain('Not saved')
    expect(dialog()!.querySelector('[role=alert]')!.textContent).toContain('took too long')
    expect(input('Name').value).toBe('Dr. Ada Li')
  })

  it('shows both values when someone else was faster, keeps theirs where I changed nothing, and saves mine over their row', async () => {
    const current = { ...ada, name: 'Dr. Ada Roe-Li', department: 'Reception' }
    const desk = await openStaff({ 'staff:change': () => ({ status: 'changedMeanwhile', current }), 'staff:replace': saved })
    await press('Edit Dr. Ada Roe')
    await type(input('Name'), 'Dr. Ada Li')
    await send()
    expect(dialog()!.textContent).toContain('Someone else changed this staff member')
    const both = all('fieldset').map((field) => field.textContent!.replace(/\s+/g, ' ').trim())
    expect(both).toEqual([
      'Name: whose value holdsTheirsDr. Ada Roe-LiMineDr. Ada Li',
      'Department: whose value holdsTheirsReceptionMineCardiology',
    ])
    expect([input('Name').value, input('Department').value]).toEqual(['Dr. Ada Li', 'Reception'])
    await send()
    expect(desk.of('staff:replace')).toEqual([
      { call: 'staff:replace', input: { base: current, form: { name: 'Dr. Ada Li', isDoctor: true, department: 'Reception' } } },
    ])
    expect(dialog()).toBeNull()
  })

  it('can take their value instead, and sends nothing when nothing of mine is left', async () => {
    const current = { ...ada, name: 'Dr. Ada Roe-Li' }
    const desk = await openStaff({ 'staff:change': () => ({ status: 'changedMeanwhile', current }) })
    await press('Edit Dr. Ada Roe')
    await type(input('Name'), 'Dr. Ada Li')
    await send()
    all<HTMLInputElement>('input[type=radio]')[0]!.click()
    await flushPromises()
    expect(input('Name').value).toBe('Dr. Ada Roe-Li')
    await send()
    expect(desk.of('staff:replace')).toEqual([])
    expect(dialog()).toBeNull()
  })
})
