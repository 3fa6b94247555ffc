// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import type { AppError } from '@shared/errors'
import { asked, click, dialog, fail, named, names, offline, open, submit, type, useDepartmentsView } from './testing/openDepartments'

useDepartmentsView()

describe('deleting a department', () => {
  it('deletes one without staff after a question, and leads on to the next row', async () => {
    await open({ 'departments:remove': () => undefined })
    await click('Delete ENT')
    expect(dialog()!.textContent).toContain('No staff member belongs to it.')
    await click('Delete')
    expect(asked('departments:remove')).toEqual([{ id: 2 }])
    expect([dialog(), names()]).toEqual([null, ['Neurology']])
    expect(document.activeElement!.getAttribute('aria-label')).toBe('Rename Neurology')
  })

  it('shows who belongs to it and wants its name', async () => {
    await open({ 'departments:remove': () => fail({ kind: 'conflict', detail: 'Protected.' }) })
    await click('Delete Neurology')
    expect([...dialog()!.querySelectorAll('li')].map((each) => each.textContent)).toEqual(['Dr. Roedoctor', 'Ann'])
    await submit()
    expect(asked('departments:remove')).toEqual([])
    await type('neurology')
    await submit()
    const alert = dialog()!.querySelector('[role=alert]')!.textContent
    expect(alert).toContain('staff members still belong to it')
    expect(alert).toContain('Protected.')
  })

  it.each([
    [{ kind: 'invalid', fields: { '': ['In use.'] } }, 'The server says: In use.'],
    [{ kind: 'server', status: 500 }, 'a fault of its own (500)'],
  ] satisfies [AppError, string][])('explains a refusal: %j', async (error, words) => {
    await open({ 'departments:remove': () => fail(error) })
    await click('Delete ENT')
    await click('Delete')
    expect(dialog()!.querySelector('[role=alert]')!.textContent).toContain('Give them another department')
    expect(dialog()!.querySelector('[role=alert]')!.textContent).toContain(words)
  })

  it('is content when someone else has deleted it before', async () => {
    await open({ 'departments:remove': () => fail({ kind: 'notFound' }) })
    await click('Delete ENT')
    await click('Delete')
    expect([dialog(), names()]).toEqual([null, ['Neurology']])
  })

  it('wants the name when it can not be told who belongs to it', async () => {
    await open({ 'staff:list': () => fail(offline) })
    await click('Delete ENT')
    expect(dialog()!.textContent).toContain('there may be more that belong to it')
    expect((named('Delete') as HTMLButtonElement).disabled).toBe(true)
  })
})
