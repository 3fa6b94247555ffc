// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import type { Create, CreateOrder, OutboxEntry } from '@shared/domain/outbox'
import { AppFailure } from '@shared/errors'
import { useNotices } from '@renderer/services/notices'
import { installDesk, type Answers } from '@renderer/testing/fakeDesk'
import { mountApp } from '@renderer/testing/mountApp'
import { useCreate } from './useCreate'
import { useOutcome } from './useOutcome'

const order: Create = { kind: 'callRequest', form: { doctorId: 7, date: '2026-11-23' } }
const entry = (key: string, change: Partial<OutboxEntry>): OutboxEntry =>
  ({ key, create: order, at: 0, state: 'made', id: 9, foundAfterwards: false, reason: '', jobId: null, candidates: [], error: null, ...change })

let host: VueWrapper
let creating: ReturnType<typeof useCreate>
let outcome: ReturnType<typeof useOutcome>
async function open(answers: Answers, options?: Parameters<typeof useCreate>[0]) {
  const desk = installDesk({ 'outbox:read': () => [], 'outbox:dismiss': () => undefined, ...answers })
  host = await mountApp(defineComponent({ setup() { creating = useCreate(options); outcome = useOutcome(); return () => h('p') } }))
  return desk
}
afterEach(() => { host.unmount() })
const answering = (change: Partial<OutboxEntry>): Answers => ({ 'outbox:create': ({ key }) => entry(key, change) })
const create = () => creating.create(order, { name: 'Dr. Roe', reason: 'asked twice' })

describe('creating', () => {
  it('says so wherever the receptionist is', async () => {
    const desk = await open(answering({}))
    expect((await create()).made?.id).toBe(9)
    expect(desk.asked[0]!.input).toMatchObject({ create: order, reason: 'asked twice' })
    expect(useNotices().notices.map(({ text }) => text)).toEqual(['The call request for Dr. Roe was created.'])
  })

  it('lets it wait where the server can not be reached, and says so', async () => {
    await open(answering({ state: 'waiting', id: null }))
    expect(await create()).toEqual({})
    expect(useNotices().notices.map(({ text }) => text)).toEqual([
      'The call request for Dr. Roe waits on this computer and is sent as soon as the server answers.',
    ])
  })

  it('puts an order into the place of one that waits, once', async () => {
    const waiting = entry('3f0c9f8e-0000-4000-8000-000000000000', { state: 'waiting' })
    const desk = await open({ ...answering({}), 'outbox:amend': ({ key }) => entry(key, { state: 'notMade' }) }, { amends: waiting })
    await create()
    await create()
    const orders = desk.asked.filter(({ call }) => call === 'outbox:amend' || call === 'outbox:create')
    expect(orders.map(({ call, input }) => [call, (input as CreateOrder).key === waiting.key])).toEqual([['outbox:amend', true], ['outbox:create', false]])
  })

  it('says that it is too late to change one that is on its way, and sends nothing', async () => {
    const waiting = entry('3f0c9f8e-0000-4000-8000-000000000000', { state: 'waiting' })
    const desk = await open({ 'outbox:amend': () => { throw new AppFailure({ kind: 'conflict', detail: '' }) } }, { amends: waiting })
    expect((await create()).stopped).toContain('too late')
    expect(desk.asked.some(({ call }) => call === 'outbox:create')).toBe(false)
  })

  it('follows one that was refused by a new order, and takes the refused one off the list when that is on its way', async () => {
    const refused = entry('3f0c9f8e-0000-4000-8000-000000000000', { state: 'refused' })
    let state: OutboxEntry['state'] = 'notMade'
    const desk = await open({ 'outbox:create': ({ key }) => entry(key, { state }) }, { amends: refused })
    const dismissed = () => desk.asked.filter(({ call, input }) => call === 'outbox:dismiss' && (input as OutboxEntry).key === refused.key).length
    await create()
    expect(dismissed()).toBe(0)
    state = 'made'
    await create()
    expect(dismissed()).toBe(1)
  })

  it('changes the one that waits by an order of its own kind alone', async () => {
    const waiting = entry('3f0c9f8e-0000-4000-8000-000000000000', { state: 'waiting' })
    const desk = await open({ ...answering({}), 'outbox:amend': ({ key }) => entry(key, { state: 'waiting' }) }, { amends: waiting })
    await creating.create({ kind: 'department', form: { name: 'ENT' } }, { name: 'ENT' })
    await create()
    expect(desk.asked.map(({ call }) => call).filter((call) => /create|amend/.test(call))).toEqual(['outbox:create', 'outbox:amend'])
  })

  it('throws the server’s reason when it was refused', async () => {
    await open(answering({ state: 'refused', error: { kind: 'throttled', retryAfter: 5 } }))
    await expect(create()).rejects.toEqual(new AppFailure({ kind: 'throttled', retryAfter: 5 }))
    expect(useNotices().notices).toEqual([])
  })

  it('keeps its key for an order that was not taken, and takes a new one after each that was settled', async () => {
    let busy = true
    const desk = await open({ 'outbox:create': ({ key }) => {
      if (busy) throw new AppFailure({ kind: 'busy' })
      return entry(key, { state: 'notMade' })
    } })
    await expect(create()).rejects.toThrow()
    busy = false
    expect((await create()).stopped).toContain('was not created')
    await create()
    const [first, second, third] = desk.asked.filter(({ call }) => call === 'outbox:create').map(({ input }) => (input as CreateOrder).key)
    expect(second).toBe(first)
    expect(third).not.toBe(first)
  })

  it('tells while it is looked up what became of it, and then no more', async () => {
    let settle!: () => void
    let key = ''
    const desk = await open({
      'outbox:create': async (asked) => {
        key = asked.key
        await new Promise<void>((resolve) => { settle = resolve })
        return entry(key, { foundAfterwards: true })
      },
      'outbox:read': () => [entry(key, { state: 'checking', id: null })],
    })
    const sent = create()
    await flushPromises()
    desk.emit('outbox:changed')
    await flushPromises()
    expect(creating.progress.value).toContain('The answer was lost.')
    settle()
    await sent
    expect(creating.progress.value).toBeUndefined()
    expect(useNotices().notices[0]!.text).toContain('found on the server afterwards')
  })

  it('tells whoever has closed the form before it was settled', async () => {
    let settle!: (change: Partial<OutboxEntry>) => void
    await open({ 'outbox:create': async ({ key }) => entry(key, await new Promise((resolve) => { settle = resolve })) })
    const sent = create()
    await flushPromises()
    host.unmount()
    settle({ state: 'uncertain' })
    await sent
    expect(useNotices().notices.map(({ tone }) => tone)).toEqual(['warning'])
  })
})

it.each([
  [{ state: 'sending' }, 'info', 'is being sent'],
  [{ state: 'checking' }, 'info', 'answer was lost'],
  [{ state: 'made' }, 'success', 'was created.'],
  [{ state: 'made', foundAfterwards: true }, 'success', 'found on the server afterwards'],
  [{ state: 'notMade' }, 'warning', 'was not created'],
  [{ state: 'uncertain' }, 'warning', 'may have been created or not'],
  [{ state: 'refused', error: { kind: 'notFound' } }, 'danger', 'no longer on the server'],
] satisfies [Partial<OutboxEntry>, string, string][])('puts an outcome into words: %j', async (change, tone, words) => {
  await open({})
  const said = outcome(entry('k', change), 'Dr. Roe')
  expect([said.tone, said.text]).toEqual([tone, expect.stringContaining(words)])
  expect(said.text).toContain('Dr. Roe')
})
