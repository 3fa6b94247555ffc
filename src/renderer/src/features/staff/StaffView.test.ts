// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { emptyStamp, type Stamp } from '@shared/domain/stamp'
import type { AppError } from '@shared/errors'
import { ada, button, dialog, everyone, fail, fetched, input, jose, listOf, openStaff, press, rows, send, type, useStaffView } from './testing/openStaff'

useStaffView()

describe('the table', () => {
  it('shows everyone by name, with role and department, and counts them', async () => {
    const { view } = await openStaff()
    expect(view.get('[role=table]').attributes('aria-label')).toBe('Staff')
    expect(rows()).toEqual(['<b>Bold</b> & Sons', 'Dr. Ada Roe', 'José Núñez'])
    expect(view.get('[aria-rowindex="3"]').text()).toMatch(/Doctor\s*Cardiology/)
    expect(view.text()).toContain('3 of 3 staff members')
  })

  it('searches while one types, filters doctors, and shows everyone again', async () => {
    const { view } = await openStaff()
    await view.get('input[type=search]').setValue('NUNEZ recep')
    expect(rows()).toEqual(['José Núñez'])
    expect(view.text()).toContain('1 of 3 staff members')
    await press('Doctors')
    expect(rows()).toEqual([])
    await press('Show all staff')
    expect(rows()).toHaveLength(3)
  })

  it('sorts by a column, the other way round on the second press', async () => {
    const { view } = await openStaff()
    await press('Department')
    expect(rows()).toEqual(['Dr. Ada Roe', '<b>Bold</b> & Sons', 'José Núñez'])
    await press('Department')
    expect(view.get('[aria-sort=descending]').text()).toBe('Department')
    expect(rows()).toEqual(['<b>Bold</b> & Sons', 'José Núñez', 'Dr. Ada Roe'])
  })

  it('keeps 80,000 members out of the document but those in sight', async () => {
    const many = Array.from({ length: 80_000 }, (_, at) => ({ ...ada, id: at + 1 }))
    const { view } = await openStaff({ 'staff:list': () => listOf(many) })
    expect(rows().length).toBeGreaterThan(8)
    expect(rows().length).toBeLessThan(60)
    expect(view.get('[role=table]').attributes('aria-rowcount')).toBe('80001')
  })

  it('follows what changes elsewhere', async () => {
    let members = everyone
    const desk = await openStaff({ 'staff:list': () => listOf(members) })
    members = [jose]
    desk.emit('staff:changed')
    await flushPromises()
    expect(rows()).toEqual(['José Núñez'])
  })
})

describe('a deletion', () => {
  it('asks first, and is shown at once', async () => {
    let done!: () => void
    const { view, ...desk } = await openStaff({ 'staff:remove': () => new Promise<void>((resolve) => { done = resolve }) })
    await press('Delete José Núñez')
    expect(dialog()!.getAttribute('role')).toBe('alertdialog')
    expect(dialog()!.textContent).toContain('No call request and no clinic is linked to this person')
    await send()
    expect(desk.of('staff:remove')).toEqual([{ call: 'staff:remove', input: { id: 2 } }])
    expect(view.text()).toContain('Deleting')
    done()
    await flushPromises()
    expect(dialog()).toBeNull()
    expect(document.activeElement).toBe(view.get('input[type=search]').element)
  })

  it('shows what refers to a doctor and wants the name typed', async () => {
    const desk = await openStaff({
      'staff:references': () => ({
        callRequests: 2, clinics: [{ id: 5, name: 'City Clinic', slots: 12 }, { id: 6, name: '', slots: null }], complete: false,
      }),
      'staff:remove': () => undefined,
    })
    await press('Delete Dr. Ada Roe')
    const text = dialog()!.textContent!.replace(/\s+/g, ' ')
    for (const words of ['2 call requests', 'City Clinic: 12 slots from today on', 'Clinic 6: slots could not be counted', 'Not everything']) {
      expect(text).toContain(words)
    }
    await send()
    expect(desk.of('staff:remove')).toEqual([])
    await type(dialog()!.querySelector('input')!, ' dr. ada ROE ')
    await send()
    expect(desk.of('staff:remove')).toHaveLength(1)
  })

  it('wants the name typed when it could not be found out what refers to them', async () => {
    await openStaff({ 'staff:references': fail({ kind: 'timeout' }) })
    await press('Delete Dr. Ada Roe')
    expect(dialog()!.textContent).toContain('no answer in time')
    expect(dialog()!.querySelector('input')).not.toBeNull()
  })

  it.each<[string, AppError, string]>([
    ['400', { kind: 'invalid', fields: { '': ['It is used by hospital call request.'] } }, 'It is used by hospital call request.'],
    ['409', { kind: 'conflict', detail: 'In use.' }, 'In use.'],
    ['500', { kind: 'server', status: 500 }, 'still refers to them'],
  ])('that the server refuses with %s is explained, and the row comes back', async (_, error, words) => {
    const { view } = await openStaff({ 'staff:remove': fail(error) })
    await press('Delete José Núñez')
    await send()
    const text = dialog()!.querySelector('[role=alert]')!.textContent
    expect(text).toContain('nothing was deleted')
    expect(text).toContain(words)
    expect(view.text()).toContain('Not deleted')
  })
})

describe('what is known of the list', () => {
  it('says that there is nobody only when the server said so', async () => {
    const { view } = await openStaff({ 'staff:list': () => listOf([]) })
    expect(view.text()).toContain('The server has no staff yet')
  })

  it('is waited for without an empty list', async () => {
    const { view } = await openStaff({ 'staff:list': () => listOf([], { ...emptyStamp, loading: true }) })
    expect(view.text()).not.toContain('no staff yet')
    expect(view.find('[role=table]').exists()).toBe(false)
    await vi.waitFor(() => { expect(view.text()).toContain('Loading the staff') })
  })

  it.each<[AppError, string]>([
    [{ kind: 'offline', cause: 'unreachable' }, 'can not be reached'],
    [{ kind: 'forbidden' }, 'may not do that'],
    [{ kind: 'signedOut', reason: 'ended' }, 'session has ended'],
  ])('is not an empty list after %j: the reason and a retry', async (error, words) => {
    let stamp: Stamp = { ...emptyStamp, failed: error }
    const { view } = await openStaff({
      'staff:list': () => listOf(stamp.fetchedAt === null ? [] : everyone, stamp),
      'sync:now': () => { stamp = fetched; return { working: 0, lastSuccess: 1, failing: null, failingSince: null, partly: [], skew: 0 } },
    })
    expect(view.get('[role=alert]').text()).toContain(words)
    expect(view.text()).not.toContain('no staff yet')
    await press('Try again')
    expect(view.find('[role=alert]').exists()).toBe(false)
    expect(rows()).toHaveLength(3)
  })

  it('stays beside the news that it could not be renewed, with its age', async () => {
    const stamp = { ...fetched, fetchedAt: Date.now() - 30 * 60_000, failed: { kind: 'timeout' } as const, unusable: 2 }
    const { view } = await openStaff({ 'staff:list': () => listOf(everyone, stamp) })
    expect(view.get('[role=alert]').text()).toContain('took too long')
    expect(rows()).toHaveLength(3)
    expect(view.text()).toContain('2 rows could not be read')
    expect(view.text()).toContain('Not live')
  })
})

it('switches adding, editing and deleting off after the server forbade a change', async () => {
  await openStaff({ 'staff:change': fail({ kind: 'forbidden' }) })
  await press('Edit Dr. Ada Roe')
  await type(input('Name'), 'Dr. Ada Li')
  await send()
  for (const name of ['Add staff member', 'Edit José Núñez', 'Delete José Núñez']) expect(button(name).getAttribute('aria-disabled')).toBe('true')
})
