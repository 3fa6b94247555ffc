// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import type { OutboxEntry } from '@shared/domain/outbox'
import { AppFailure } from '@shared/errors'
import DiscardWaiting from '@renderer/features/shell/DiscardWaiting.vue'
import { useNotices } from '@renderer/services/notices'
import { useOutbox } from '@renderer/services/outbox'
import { useWaiting } from '@renderer/services/waiting'
import { installDesk, type Answers, type FakeDesk } from '@renderer/testing/fakeDesk'
import { mountApp } from '@renderer/testing/mountApp'
import UiWaiting from '@renderer/ui/UiWaiting.vue'
import { useWaitingRows } from './useWaitingRows'

const entry = (name: string, state: OutboxEntry['state'], more: Partial<OutboxEntry> = {}): OutboxEntry => ({
  key: name, create: { kind: 'department', form: { name } }, reason: '', at: 0, state, id: null, foundAfterwards: false, error: null,
  jobId: null, candidates: [], ...more,
})
const slot = entry('slot', 'waiting', { create: { kind: 'slot', form: { clinicId: 1, date: '2026-11-23', start: 0, end: 900 } } })

let host: VueWrapper
let desk: FakeDesk
let entries: OutboxEntry[]
let stop: () => void
beforeEach(() => { entries = [entry('ENT', 'waiting'), entry('Surgery', 'uncertain'), entry('Old', 'refused'), entry('New', 'sending'), slot] })
afterEach(() => {
  stop()
  host.unmount()
  vi.useRealTimers()
})

async function open(answers: Answers = {}) {
  desk = installDesk({ 'outbox:read': () => entries, ...answers })
  host = await mountApp(defineComponent({
    setup() {
      stop = useOutbox().start()
      const { waiting } = useWaitingRows('department', ({ create }) => ({ title: create.form.name, detail: '' }))
      return () => [h(UiWaiting, waiting.value), h(DiscardWaiting)]
    },
  }))
  await flushPromises()
}
const rows = () => host.findAll('li')
const button = (label: string) => host.get(`button[aria-label="${label}"]`)
const press = async (words: string) => {
  const found = [...document.querySelectorAll<HTMLElement>('[role=alertdialog] button')].find(({ textContent }) => textContent?.includes(words))
  found!.click()
  await flushPromises()
}

it('shows what is not on the server and not on its way, with its state in words', async () => {
  await open()
  expect(rows().map((row) => row.text())).toEqual([
    expect.stringMatching(/^ENT\s*waiting$/), expect.stringMatching(/^Surgery\s*uncertain$/), expect.stringMatching(/^Old\s*refused$/),
  ])
  entries = []
  desk.emit('outbox:changed')
  await flushPromises()
  expect(host.find('ul').exists()).toBe(false)
})

it('hands one that waits to the place of its kind', async () => {
  await open()
  const taken: string[] = []
  useWaiting().takeEdited('callRequest', ({ key }) => taken.push(`wrong ${key}`))
  useWaiting().takeEdited('department', ({ key }) => taken.push(key))
  await button('Edit ENT, which is waiting').trigger('click')
  await flushPromises()
  expect(taken).toEqual(['ENT'])
  expect(useWaiting().edited).toBeUndefined()
  expect(host.find('button[aria-label="Edit Surgery, which is uncertain"]').exists()).toBe(false)
})

it('gives up one that waits only after it was asked', async () => {
  await open({ 'outbox:discard': () => undefined })
  await button('Discard ENT, which is waiting').trigger('click')
  await press('Keep')
  expect(desk.asked.some(({ call }) => call === 'outbox:discard')).toBe(false)
  await button('Discard ENT, which is waiting').trigger('click')
  await press('Discard')
  expect(desk.asked.find(({ call }) => call === 'outbox:discard')!.input).toEqual({ key: 'ENT' })
  expect(useNotices().notices.map(({ text }) => text)).toEqual(['The department “ENT” was discarded. It was never sent.'])
})

it('takes one that ended off the list', async () => {
  await open({ 'outbox:dismiss': () => undefined })
  await button('Discard Old, which is refused').trigger('click')
  await press('Discard')
  expect(desk.asked.find(({ call }) => call === 'outbox:dismiss')!.input).toEqual({ key: 'Old' })
})

it('says that it is too late for one that is on its way by now', async () => {
  await open({ 'outbox:discard': () => { throw new AppFailure({ kind: 'conflict', detail: '' }) } })
  await button('Discard ENT, which is waiting').trigger('click')
  await press('Discard')
  expect(useNotices().notices[0]!.text).toContain('too late')
})

it('does not speak of one that waits for a moment only', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  entries = [entry('ENT', 'waiting', { at: Date.now() })]
  await open()
  expect(rows()).toEqual([])
  await vi.advanceTimersByTimeAsync(500)
  expect(rows()).toHaveLength(1)
})
