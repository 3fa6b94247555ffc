// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import * as v from 'valibot'
import { nameSchema } from '@shared/domain/basics'
import type { SessionState } from '@shared/domain/session'
import { AppFailure, type AppError } from '@shared/errors'
import { usePermission } from '@renderer/services/permission'
import { useSession } from '@renderer/services/session'
import { installDesk, type Answers, type FakeDesk } from '@renderer/testing/fakeDesk'
import { mountApp } from '@renderer/testing/mountApp'
import { useForm } from './useForm'

const schema = v.pipe(
  v.strictObject({ name: nameSchema, room: v.pipe(v.string(), v.transform(Number), v.number('notANumber')), doctorId: v.number() }),
  v.check(({ name, room }) => name !== 'X' || room !== 1, 'unknown'),
)
type Sent = v.InferOutput<typeof schema>
const initial = { name: '', room: '7', doctorId: undefined as number | undefined }
const fail = (error: AppError) => async () => { throw new AppFailure(error) }

let host: VueWrapper
let form: ReturnType<typeof open>
const open = () => useForm({ schema, initial, draft: 'room:new', serverFields: { doctor: 'doctorId' } })
async function mountForm(answers: Answers = {}) {
  const desk = installDesk({ 'drafts:read': () => null, 'drafts:write': () => undefined, 'drafts:discard': () => undefined, ...answers })
  host = await mountApp(defineComponent({ setup() { form = open(); return () => h('p') } }))
  return desk
}
beforeEach(() => { vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }) })
afterEach(() => {
  host.unmount()
  vi.useRealTimers()
})
const calls = ({ asked }: FakeDesk, call: string) => asked.filter((each) => each.call === call).map(({ input }) => input)

describe('the form’s own check', () => {
  it('calls nothing wrong before it is sent, then every wrong field, and sends nothing', async () => {
    await mountForm()
    expect(form.errors.value).toEqual({})
    const send = vi.fn(async () => undefined)
    expect(await form.submit(send)).toBe(false)
    expect(form.errors.value).toEqual({ name: 'Fill this in.', doctorId: 'Fill this in.' })
    expect(send).not.toHaveBeenCalled()
    expect(form.failures.value).toBe(1)
    expect(form.summary.value).toBeUndefined()
  })

  it('calls a field wrong after it was changed and left, unless it was left for a button', async () => {
    await mountForm()
    form.field('name').onBlur()
    form.values.name = ' '
    form.field('name').onBlur(Object.assign(new Event('blur'), { relatedTarget: document.createElement('button') }) as unknown as FocusEvent)
    await flushPromises()
    expect(form.errors.value).toEqual({})
    form.field('name').onBlur()
    await flushPromises()
    expect(form.field('name').error).toBe('Fill this in.')
    form.field('name')['onUpdate:modelValue']('Ward')
    await flushPromises()
    expect(form.field('name').error).toBeUndefined()
  })

  it.each([['a\u0000b', 'can not be stored'], ['x'.repeat(151), 'too long'], ['🫀'.repeat(151), 'too long']])('explains %j', async (name, words) => {
    await mountForm()
    form.fill({ name, doctorId: 1 })
    await form.submit(async () => undefined)
    expect(form.errors.value.name).toContain(words)
  })

  it('says on top what is wrong with the whole', async () => {
    await mountForm()
    form.fill({ name: 'X', room: '1', doctorId: 1 })
    expect(await form.submit(async () => undefined)).toBe(false)
    expect(form.summary.value).toBe('This can not be used.')
  })
})

describe('sending', () => {
  const fill = () => { form.fill({ name: ' Ward ', doctorId: 4 }) }

  it('hands over what the schema makes of it', async () => {
    await mountForm()
    fill()
    const sent: Sent[] = []
    expect(await form.submit(async (output) => { sent.push(output) })).toBe(true)
    expect(sent).toEqual([{ name: 'Ward', room: 7, doctorId: 4 }])
  })

  it('never happens twice at once', async () => {
    await mountForm()
    fill()
    let end!: () => void
    const send = vi.fn(() => new Promise<void>((resolve) => { end = resolve }))
    const first = form.submit(send)
    expect(await form.submit(send)).toBe(false)
    expect(form.busy.value).toBe(true)
    await flushPromises()
    end()
    expect(await first).toBe(true)
    expect(send).toHaveBeenCalledTimes(1)
    expect([form.busy.value, form.failures.value]).toEqual([false, 0])
  })

  it('keeps everything typed when it fails, and puts the server’s words beside their field until that is changed', async () => {
    await mountForm()
    fill()
    expect(await form.submit(fail({ kind: 'invalid', fields: { doctor: ['Gone.'], '': ['Odd.'] } }))).toBe(false)
    expect(form.values).toEqual({ name: ' Ward ', room: '7', doctorId: 4 })
    expect(form.errors.value).toEqual({ doctorId: 'Gone.' })
    expect(form.summary.value).toContain('Odd.')
    form.values.doctorId = 5
    await flushPromises()
    expect(form.errors.value).toEqual({})
  })

  it('says on top what stopped it', async () => {
    await mountForm()
    fill()
    expect(await form.submit(async () => 'Not made.')).toBe(false)
    expect(form.summary.value).toBe('Not made.')
  })

  it('marks the account as one that may only read when it is forbidden', async () => {
    await mountForm()
    fill()
    await form.submit(fail({ kind: 'forbidden' }))
    expect(usePermission().readOnly).toBe(true)
  })

  it('forgets that the session had ended once someone has signed in again', async () => {
    let state: SessionState = { status: 'signedOut', reason: 'ended' }
    await mountForm({ 'session:read': () => state })
    await useSession().read()
    fill()
    await form.submit(fail({ kind: 'signedOut', reason: 'ended' }))
    expect(form.summary.value).toContain('session has ended')
    state = { status: 'signedIn', email: 'm@clinic.example', server: 'clinic.example', demo: false, kept: true }
    await useSession().read()
    await flushPromises()
    expect([form.summary.value, form.values.name]).toEqual([undefined, ' Ward '])
  })
})

describe('the draft', () => {
  it('goes on where the person left off, and starts over when told to', async () => {
    const desk = await mountForm({ 'drafts:read': () => ({ name: 'Wa', doctorId: 4, stranger: 1 }) })
    expect(form.values).toEqual({ name: 'Wa', room: '7', doctorId: 4 })
    expect(form.dialog.value.notice).toBe('Continued where you left off.')
    form.dialog.value.onStartOver()
    await flushPromises()
    expect(form.values).toEqual(initial)
    expect(form.dirty.value).toBe(false)
    expect(form.dialog.value.notice).toBeUndefined()
    expect(calls(desk, 'drafts:discard')).toHaveLength(1)
  })

  it('does not overwrite what was typed before it was read', async () => {
    let answer!: (fields: { name: string }) => void
    await mountForm({ 'drafts:read': () => new Promise((resolve) => { answer = resolve }) })
    form.values.name = 'New'
    answer({ name: 'Old' })
    await flushPromises()
    expect(form.values.name).toBe('New')
  })

  it('is written a moment after typing, once, and again when the form goes away earlier', async () => {
    const desk = await mountForm()
    for (const name of ['W', 'Wa', 'War']) {
      form.values.name = name
      await vi.advanceTimersByTimeAsync(100)
    }
    await vi.advanceTimersByTimeAsync(400)
    expect(calls(desk, 'drafts:write')).toEqual([{ form: 'room:new', fields: { name: 'War', room: '7' } }])
    form.values.name = 'Ward'
    await flushPromises()
    host.unmount()
    await flushPromises()
    expect(calls(desk, 'drafts:write')).toHaveLength(2)
  })

  it('is discarded by success and not written after that', async () => {
    const desk = await mountForm()
    form.fill({ name: 'Ward', doctorId: 4 })
    await flushPromises()
    await form.submit(async () => undefined)
    await vi.advanceTimersByTimeAsync(1000)
    host.unmount()
    await flushPromises()
    expect(calls(desk, 'drafts:write')).toEqual([])
    expect(calls(desk, 'drafts:discard')).toEqual([{ form: 'room:new' }])
  })

  it('that could not be kept while the session was lost is kept as soon as it is back', async () => {
    let state: SessionState = { status: 'signedOut', reason: 'ended' }
    const desk = await mountForm({
      'session:read': () => state,
      'drafts:write': () => { if (state.status === 'signedOut') throw new AppFailure({ kind: 'signedOut', reason: 'ended' }) },
    })
    await useSession().read()
    form.values.name = 'Ward'
    await vi.advanceTimersByTimeAsync(500)
    state = { status: 'signedIn', email: 'm@clinic.example', server: 'clinic.example', demo: false, kept: true }
    await useSession().read()
    await flushPromises()
    expect(calls(desk, 'drafts:write')).toHaveLength(2)
  })
})
