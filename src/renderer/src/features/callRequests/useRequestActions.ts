import { shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { untouched, type MarkChange, type RequestMark } from '@shared/domain/triage'
import type { AppError } from '@shared/errors'
import { appErrorOf } from '@renderer/composables/appErrorOf'
import { useOwnInitials } from '@renderer/composables/useOwnInitials'
import { useWhen } from '@renderer/composables/useWhen'
import { useNotices } from '@renderer/services/notices'
import { useTriage } from '@renderer/services/triage'
import type { useDeskRequests } from './useDeskRequests'
import type { useSelection } from './useSelection'

type Fields = Omit<MarkChange, 'id'>

/** What can be done with the open request, each undone by one step back and told in a notice. */
export function useRequestActions(desk: ReturnType<typeof useDeskRequests>, selection: ReturnType<typeof useSelection>) {
  const { t, n } = useI18n()
  const when = useWhen()
  const store = useTriage()
  const notices = useNotices()
  const initials = useOwnInitials()
  const failure = shallowRef<AppError>()

  const attempt = (task: () => Promise<void>) => {
    failure.value = undefined
    return task().catch((cause: unknown) => { failure.value = appErrorOf(cause) })
  }
  const tell = (text: string, canUndo: boolean) => {
    notices.say({ tone: 'success', text, about: 'triage', ...canUndo && { action: { label: t('callRequests.undo'), run: () => void undo() } } })
  }

  const mark = (changes: MarkChange[], words: string) => attempt(async () => {
    const next = selection.neighbour()
    const marking = store.mark(changes, words)
    // The change is shown already: where it took the open request off the list, the next one is opened.
    const { row } = selection
    if (row.value !== undefined && next !== undefined && !desk.rows.value?.includes(row.value)) selection.select(next)
    await marking
    tell(words, true)
  })

  const undo = () => attempt(async () => {
    const undone = await store.undo()
    if (undone?.ids.length === 1) selection.select(undone.ids[0])
    tell(undone ? t('callRequests.undone', { words: undone.words }) : t('callRequests.nothingToUndo'), false)
  })

  /** Changes a request, or the open one, if there is one. */
  function change(to: (mark: RequestMark) => Fields, wordsOf: (name: string, fields: Fields) => string, id = selection.id.value) {
    const row = id === undefined ? undefined : desk.rowOf(id)
    if (id === undefined || row === undefined) return
    const fields = to(store.marks.get(id) ?? untouched(id))
    void mark([{ id, ...fields }], wordsOf(desk.inWords(row).name, fields))
  }

  const setState = (state: RequestMark['state']) => {
    change(({ owner }) => ({ state, snoozedUntil: null, ...state === 'inHand' && { owner: owner || initials.value } }),
      (name) => t(`callRequests.did.${state}`, { name }))
  }
  const isNow = (state: RequestMark['state']) => store.marks.get(selection.id.value ?? -1)?.state === state
  return {
    failure, undo, setState,
    /** Done; once more: open again. */
    done() { setState(isNow('done') ? 'seen' : 'done') },
    /** In hand, signed by who takes it; once more: given back. */
    take() {
      if (!isNow('inHand')) setState('inHand')
      else change(() => ({ state: 'seen', owner: '' }), (name) => t('callRequests.did.givenBack', { name }))
    },
    pin() {
      change(({ pinned }) => ({ pinned: !pinned }), (name, { pinned }) => t(`callRequests.did.${pinned ? 'pinned' : 'unpinned'}`, { name }))
    },
    /** Until an instant; null: it is wanted now. */
    snooze(until: number | null) {
      change(() => ({ snoozedUntil: until }), (name) =>
        until === null ? t('callRequests.did.woken', { name }) : t('callRequests.did.snoozed', { name, time: when(until) }))
    },
    note(id: number, note: string) { change(() => ({ note }), (name) => t('callRequests.did.noted', { name }), id) },
    sign(owner: string) {
      change(() => ({ owner }), (name) => owner ? t('callRequests.did.signed', { name, owner }) : t('callRequests.did.unsigned', { name }))
    },
    seeAll: (ids: number[]) =>
      mark(ids.map((id) => ({ id, state: 'seen' as const })), t('callRequests.allSeen', { n: n(ids.length) }, ids.length)),
  }
}
