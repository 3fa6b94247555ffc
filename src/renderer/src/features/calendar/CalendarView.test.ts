// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { AppFailure } from '@shared/errors'
import en from '@shared/locales/en.json'
import { clinic, click, dialog, directory, onAMorning, open, press, view } from './testing/openCalendar'

onAMorning()

const heading = () => view.get('h1').text()

it('shows today, the day of its address, and today for an address that is no day', async () => {
  await open()
  expect(heading()).toMatch(/^Monday.* 23 November 2026$/)
  view.unmount()
  await open('/calendar/2027-02-28')
  expect(heading()).toMatch(/28 February 2027$/)
  view.unmount()
  await open('/calendar/2027-02-30')
  expect(heading()).toMatch(/23 November 2026$/)
})

it('turns days by buttons and keys, and goes back to today', async () => {
  const { router } = await open('/calendar/2026-11-30')
  await click('Next day')
  expect(heading()).toMatch(/^Tuesday.* 1 December 2026$/)
  await click('Previous day')
  await press(document.body, '[')
  expect(router.currentRoute.value.path).toBe('/calendar/2026-11-29')
  await press(document.body, 'ArrowRight', { altKey: true })
  expect(router.currentRoute.value.path).toBe('/calendar/2026-11-30')
  await press(document.body, 't')
  expect(heading()).toMatch(/23 November 2026$/)
})

it('goes to a typed date, and says beside the field when it is none', async () => {
  await open()
  const field = view.get<HTMLInputElement>('input[aria-label="Go to date"]')
  await field.setValue('2026-11-31')
  await view.get('form').trigger('submit')
  expect(field.attributes('aria-invalid')).toBe('true')
  expect(view.get(`#${field.attributes('aria-errormessage')}`).attributes('role')).toBe('alert')
  expect(field.element.value).toBe('2026-11-31')
  await field.setValue('30 nov')
  await view.get('form').trigger('submit')
  await flushPromises()
  expect(heading()).toMatch(/30 November 2026$/)
  expect(field.attributes('aria-invalid')).toBeUndefined()
})

it('leaves single keys to the field in which somebody types', async () => {
  await open('/calendar/2026-11-30')
  for (const key of ['t', '[', 'f', '-']) await press(view.get('input[aria-label="Go to date"]').element, key)
  expect(heading()).toMatch(/30 November 2026$/)
})

it('counts clinics and slots for the status line, and takes the counts back when it closes', async () => {
  const { counts } = await open()
  expect(counts).toMatchObject({ clinics: 3, slots: 3 })
  view.unmount()
  expect(counts).toMatchObject({ clinics: undefined, slots: undefined })
})

it('opens a slot\'s details beside the board, and gives the focus back on Escape', async () => {
  await open()
  const slot = view.get<HTMLElement>('.slot')
  slot.element.focus()
  await press(slot.element, 'Enter')
  const drawer = view.get('[role=dialog]')
  expect(drawer.element.contains(document.activeElement)).toBe(true)
  for (const text of ['10:00 – 10:15', 'Clinic 1', '1 Main Street', 'Dr. 1', '23 November 2026', '10']) expect(drawer.text()).toContain(text)
  expect(drawer.text()).not.toMatch(/free|booked/i)
  await press(document.activeElement!, 'Escape')
  expect(view.find('[role=dialog]').exists()).toBe(false)
  expect(document.activeElement).toBe(slot.element)
})

it('closes the details when another day is shown', async () => {
  await open()
  await view.get('.slot').trigger('click')
  expect(view.find('[role=dialog]').exists()).toBe(true)
  await click('Next day')
  expect(view.find('[role=dialog]').exists()).toBe(false)
})

it('keeps the order of columns that the chips are given', async () => {
  const { desk } = await open()
  await press(view.get('.chips .name').element, 'ArrowRight', { shiftKey: true })
  await press(view.findAll('.chips .name')[2]!.element, 'Delete')
  expect(desk.asked.filter(({ call }) => call === 'slots:choose').map(({ input }) => input)).toEqual([{ clinicIds: [2, 1, 3] }, { clinicIds: [2, 1] }])
  expect(view.findAll('[role=columnheader]').map((header) => header.attributes('aria-label')!.split(',')[0])).toEqual(['Clinic 2', 'Clinic 1'])
})

it('says that there are no doctors, and offers to try again', async () => {
  const { desk } = await open('/calendar', {
    'directory:read': () => directory({ clinics: [], asked: 0, doctors: 0 }),
    'sync:now': () => ({ working: 0, lastSuccess: 1, failing: null, failingSince: null, partly: [], skew: 0 }),
  })
  expect(view.find('[role=grid]').exists()).toBe(false)
  expect(view.text()).toContain('The staff list has no doctors')
  await click('Try again')
  expect(desk.asked.some(({ call }) => call === 'sync:now')).toBe(true)
})

it('shows what it has and names the doctors whose clinics are missing', async () => {
  const failures = [{ doctor: { id: 9, name: 'Dr. Roe', department: '' }, error: { kind: 'timeout' } as const }]
  await open('/calendar', { 'directory:read': () => directory({ failures }) })
  expect(view.get('[role=alert]').text()).toContain('Dr. Roe')
  expect(view.findAll('[role=columnheader]')).toHaveLength(3)
})

it('says why when not even the directory can be asked for', async () => {
  await open('/calendar', { 'directory:read': () => new Promise(() => undefined) })
  expect(view.find('[role=alert]').exists()).toBe(false)
  view.unmount()
  await open('/calendar', { 'directory:read': () => { throw new AppFailure({ kind: 'timeout' }) } })
  expect(view.get('[role=alert]').text()).toContain(en.errors.timeout)
})

const typedInto = (name: string) =>
  view.get<HTMLInputElement>(`#${view.findAll('label').find((label) => label.text() === name)!.attributes('for')}`).element.value

it('opens the form of a new slot for the shown day by button and key, and at a place on the board', async () => {
  await open('/calendar/2026-11-30')
  await click('New slot')
  expect(dialog().text()).toContain('New slot')
  expect([typedInto('Clinic'), typedInto('Date'), typedInto('Start')]).toEqual(['', '2026-11-30', ''])
  const stretch = view.get<HTMLElement>('[data-column="1"] .stretch')
  stretch.element.focus()
  await press(stretch.element, 'Enter')
  expect([typedInto('Clinic'), typedInto('Start'), typedInto('End')]).toEqual(['Clinic 2', '09:45', '10:00'])
  expect(view.get('.ghost').text()).toBe('09:45 – 10:00')
  view.unmount()
  await open()
  await press(document.body, 'n')
  expect(dialog().text()).toContain('New slot')
})

it('keeps the form of a new slot behind a slot\'s details', async () => {
  await open()
  await press(document.body, 'n')
  await view.get('.slot').trigger('click')
  expect(view.findAll('[role=dialog]').map((each) => (each.element as HTMLElement).style.display)).toEqual(['', 'none'])
  await click('Close')
  expect(view.findAll('[role=dialog]').map((each) => (each.element as HTMLElement).style.display)).toEqual([''])
})

it('gives no two of the shown clinics one colour', async () => {
  await open('/calendar', { 'directory:read': () => directory({ clinics: [1, 13, 25].map(clinic) }) })
  const bars = view.findAll('[data-column]').map((column) => /--bar:\s*var\((.*?)\)/.exec(column.attributes('style')!)![1])
  expect(bars).toEqual(['--clinic-1-bar', '--clinic-2-bar', '--clinic-3-bar'])
})
