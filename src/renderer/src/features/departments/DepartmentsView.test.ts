// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import type { DepartmentEdit, DepartmentSaved } from '@shared/domain/department'
import type { CreateOrder, OutboxEntry } from '@shared/domain/outbox'
import { emptyStamp } from '@shared/domain/stamp'
import { useNotices } from '@renderer/services/notices'
import { usePermission } from '@renderer/services/permission'
import {
  asked, click, dialog, entry, fail, fetched, named, names, offline, open, page, server, settled, submit, type, useDepartmentsView,
} from './testing/openDepartments'

useDepartmentsView()

describe('the list', () => {
  it('shows each department with its staff and doctors', async () => {
    await open()
    expect(page.view.get('[role=table]').attributes('aria-label')).toBe('Departments')
    expect(page.view.findAll('[data-index]').map((row) => row.findAll('[role=rowheader], [role=cell]').slice(0, 3).map((cell) => cell.text())))
      .toEqual([['ENT', '0', '0'], ['Neurology', '2', '1']])
  })

  it('searches, and says when nothing matches', async () => {
    await open()
    await page.view.get('input[type=search]').setValue('neu')
    expect(names()).toEqual(['Neurology'])
    await page.view.get('input[type=search]').setValue('zzz')
    expect(page.view.text()).toContain('No department has “zzz”')
    await click('Clear the search')
    expect(names()).toHaveLength(2)
  })

  it('says that there is none only when the server said so', async () => {
    server.rows = []
    await open()
    expect(page.view.text()).toContain('There are no departments yet.')
  })

  it('gives the reason and a retry, and no empty list, when nothing could be fetched', async () => {
    server.stamp = { ...emptyStamp, failed: offline }
    server.rows = []
    await open({ 'sync:now': () => { server.stamp = fetched; return { working: 0, lastSuccess: 1, failing: null, failingSince: null, partly: [], skew: 0 } } })
    expect(page.view.get('[role=alert]').text()).toContain('can not be reached')
    expect(page.view.text()).not.toContain('There are no departments')
    await click('Try again')
    expect(page.view.find('[role=alert]').exists()).toBe(false)
  })

  it('keeps what it has beside the news that it could not be renewed, and names what is missing', async () => {
    server.stamp = { ...fetched, failed: offline, unusable: 2 }
    await open()
    expect(names()).toHaveLength(2)
    expect(page.view.get('[role=alert]').text()).toContain('can not be reached')
    expect(page.view.text()).toContain('2 rows could not be read')
  })

  it('follows the hints of the main process', async () => {
    await open()
    server.rows = [...server.rows, { id: 3, name: 'Surgery', staff: 1, doctors: 1 }]
    page.desk.emit('departments:changed')
    await settled()
    expect(names()).toEqual(['ENT', 'Neurology', 'Surgery'])
  })

  it('shows names with markup as text', async () => {
    server.rows = [{ id: 1, name: '<img src=x onerror=alert(1)>', staff: 0, doctors: 0 }]
    await open()
    expect(names()).toEqual(['<img src=x onerror=alert(1)>'])
  })
})

describe('adding', () => {
  it('sends one order and says that it was created', async () => {
    await open({
      'outbox:create': (order) => {
        server.rows = [...server.rows, { id: 3, name: 'Surgery', staff: 0, doctors: 0 }]
        return entry(order, { id: 3 })
      },
    })
    await click('Add department')
    expect(dialog()!.querySelector('h2')!.textContent).toBe('Department')
    await type(' Surgery ')
    await submit()
    expect(asked('outbox:create')).toEqual([{ key: expect.stringMatching(/^[\da-f-]{36}$/), create: { kind: 'department', form: { name: 'Surgery' } }, reason: '' }])
    expect(dialog()).toBeNull()
    expect(useNotices().notices.map(({ tone, text }) => [tone, text])).toEqual([['success', 'The department “Surgery” was created.']])
    expect(names()).toContain('Surgery')
  })

  it('is one order however often it is pressed while it runs, and a new one after it was refused', async () => {
    let answer!: (made: Partial<OutboxEntry>) => void
    await open({ 'outbox:create': async (order) => entry(order, await new Promise((resolve) => { answer = resolve })) })
    await click('Add department')
    await type('ENT')
    await submit()
    await submit()
    named('Save').click()
    answer({ state: 'refused', error: { kind: 'invalid', fields: { name: ['There is one.'] } } })
    await settled()
    expect(asked('outbox:create')).toHaveLength(1)
    const input = dialog()!.querySelector('input')!
    expect(document.getElementById(input.getAttribute('aria-errormessage')!)!.textContent).toBe('There is one.')
    expect([input.value, document.activeElement]).toEqual(['ENT', input])
    await submit()
    const keys = (asked('outbox:create') as CreateOrder[]).map(({ key }) => key)
    expect(new Set(keys).size).toBe(2)
  })

  it.each([
    ['notMade', 'was not created: the connection broke'],
    ['uncertain', 'may have been created or not'],
  ] as const)('says in words what became of a lost answer, and keeps what was typed: %s', async (state, words) => {
    await open({ 'outbox:create': (order) => entry(order, { state }) })
    await click('Add department')
    await type('Surgery')
    await submit()
    expect(dialog()!.querySelector('[role=alert]')!.textContent).toContain(words)
    expect(dialog()!.querySelector('input')!.value).toBe('Surgery')
  })

  it('says so when it was found on the server afterwards', async () => {
    await open({ 'outbox:create': (order) => entry(order, { id: 3, foundAfterwards: true }) })
    await click('Add department')
    await type('Surgery')
    await submit()
    expect(useNotices().notices[0]!.text).toContain('found on the server afterwards')
  })

  it('tells that the name is there already with other capitals', async () => {
    await open()
    await click('Add department')
    await type('ent')
    expect(dialog()!.textContent).toContain('“ENT” is there already.')
  })
})

describe('renaming', () => {
  const saved = ({ base, form }: DepartmentEdit): DepartmentSaved => {
    server.rows = server.rows.map((row) => row.id === base.id ? { ...row, ...form } : row)
    return { status: 'saved', row: { id: base.id, ...form } }
  }

  it('shows the new name at once and sends it with the row as it was seen', async () => {
    let answer!: () => void
    await open({ 'departments:change': async (edit) => { await new Promise<void>((resolve) => { answer = resolve }); return saved(edit) } })
    await click('Rename ENT')
    await type('Throat')
    await submit()
    expect(names()).toEqual(['Neurology', 'Throat'])
    answer()
    await settled()
    expect(asked('departments:change')).toEqual([{ base: { id: 2, name: 'ENT' }, form: { name: 'Throat' } }])
    expect([dialog(), names()]).toEqual([null, ['Neurology', 'Throat']])
  })

  it('takes the new name back in sight when it is refused', async () => {
    await open({ 'departments:change': () => fail({ kind: 'invalid', fields: { name: ['There is one.'] } }) })
    await click('Rename ENT')
    await type('Neurology')
    await submit()
    expect(names()).toEqual(['ENT', 'Neurology'])
    expect(page.view.get('.back').text()).toBe('ENT')
    expect(dialog()!.textContent).toContain('There is one.')
  })

  it('shows both names when someone else renamed it meanwhile, and saves mine over theirs when told to', async () => {
    await open({
      'departments:change': () => ({ status: 'changedMeanwhile', current: { id: 2, name: 'Ears' } }),
      'departments:replace': saved,
    })
    await click('Rename ENT')
    await type('Throat')
    await submit()
    expect([...dialog()!.querySelectorAll('dd')].map((each) => each.textContent)).toEqual(['Ears', 'Throat'])
    await submit()
    expect(asked('departments:replace')).toEqual([{ base: { id: 2, name: 'Ears' }, form: { name: 'Throat' } }])
    expect(dialog()).toBeNull()
  })

  it('leaves theirs when told to', async () => {
    await open({ 'departments:change': () => ({ status: 'changedMeanwhile', current: { id: 2, name: 'Ears' } }) })
    await click('Rename ENT')
    await type('Throat')
    await submit()
    await click('Keep theirs')
    expect([dialog(), asked('departments:replace')]).toEqual([null, []])
  })
})

it('switches everything that writes off, with the reason, once the account proves read-only', async () => {
  await open({ 'outbox:create': (order) => entry(order, { state: 'refused', error: { kind: 'forbidden' } }) })
  await click('Add department')
  await type('Surgery')
  await submit()
  expect(usePermission().readOnly).toBe(true)
  expect(dialog()!.textContent).toContain('This account may not do that.')
  for (const name of ['Add department', 'Rename ENT', 'Delete ENT', 'Save']) expect(named(name).getAttribute('aria-disabled')).toBe('true')
  await click('Cancel')
  await click('Discard')
  await click('Add department')
  expect(dialog()).toBeNull()
})
