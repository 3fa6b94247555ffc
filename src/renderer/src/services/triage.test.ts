// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it } from 'vitest'
import { untouched, withChange, type MarkChange, type RequestMark } from '@shared/domain/triage'
import { AppFailure } from '@shared/errors'
import { installDesk } from '@renderer/testing/fakeDesk'
import { useTriage } from './triage'

const rest = { gone: [], unseen: 0, since: 0, initials: '', kept: true }
let kept: Map<number, RequestMark>
let changed: number[]
let answers: (() => void) | undefined
let isRefusing: boolean
const markOf = (id: number) => kept.get(id) ?? untouched(id)

beforeEach(() => {
  setActivePinia(createPinia())
  kept = new Map([[1, { ...untouched(1), state: 'new' }]])
  changed = []
  answers = undefined
  isRefusing = false
  const desk = installDesk({
    'triage:read': () => ({ ...rest, revision: 1, partial: false, marks: [...kept.values()] }),
    'triage:readAfter': ({ revision }) => ({ ...rest, revision: revision + 1, partial: true, marks: changed.splice(0).map(markOf) }),
    async 'triage:change'(changes: MarkChange[]) {
      if (answers === undefined) await new Promise<void>((resolve) => { answers = resolve })
      if (isRefusing) throw new AppFailure({ kind: 'busy' })
      const before = changes.map(({ id }) => ({ id, state: markOf(id).state, pinned: markOf(id).pinned }))
      for (const change of changes) kept.set(change.id, withChange(markOf(change.id), change))
      changed.push(...changes.map(({ id }) => id))
      desk.emit('triage:changed')
      return before
    },
  })
})
const started = async () => {
  const store = useTriage()
  const stop = store.start()
  await flushPromises()
  return { store, stop }
}

it('shows a change at once, and goes on showing it when it is kept', async () => {
  const { store } = await started()
  const marking = store.mark([{ id: 1, pinned: true }], 'pinned')
  expect(store.marks.get(1)).toMatchObject({ pinned: true, state: 'seen' })
  await flushPromises()
  answers!()
  await marking
  expect([store.marks.get(1)?.pinned, kept.get(1)?.pinned]).toEqual([true, true])
})

it('takes a change back that is refused, and has nothing to undo then', async () => {
  answers = () => undefined
  isRefusing = true
  const { store } = await started()
  await expect(store.mark([{ id: 1, pinned: true }], 'pinned')).rejects.toThrow()
  expect(store.marks.get(1)).toMatchObject({ pinned: false, state: 'new' })
  expect(await store.undo()).toBeUndefined()
})

it('undoes step by step, and a step that failed once more', async () => {
  answers = () => undefined
  const { store } = await started()
  await store.mark([{ id: 1, state: 'done' }], 'one done')
  await store.mark([{ id: 2, pinned: true }], 'two pinned')
  isRefusing = true
  await expect(store.undo()).rejects.toThrow()
  isRefusing = false
  expect(await store.undo()).toEqual({ ids: [2], words: 'two pinned' })
  expect(await store.undo()).toEqual({ ids: [1], words: 'one done' })
  expect([kept.get(1)?.state, kept.get(2)?.pinned]).toEqual(['new', false])
})

it('forgets what another person did', async () => {
  answers = () => undefined
  const { store, stop } = await started()
  await store.mark([{ id: 1, state: 'done' }], 'one done')
  stop()
  expect(await store.undo()).toBeUndefined()
})

it('asks for the marks that changed alone, and keeps all others', async () => {
  answers = () => undefined
  kept.set(2, { ...untouched(2), state: 'new' })
  const { store } = await started()
  await store.mark([{ id: 1, state: 'done' }], 'one done')
  expect([store.marks.get(1)?.state, store.marks.get(2)?.state]).toEqual(['done', 'new'])
})
