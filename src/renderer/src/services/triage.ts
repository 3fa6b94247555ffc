import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { untouched, withChange, type MarkChange, type Triage } from '@shared/domain/triage'
import { useAsync } from '@renderer/composables/useAsync'
import { ask, listen } from './desk'

/** More steps back nobody remembers. */
const MOST_STEPS = 100

/** A change that can be undone, and what it was, in words. */
interface Step { undo: MarkChange[], words: string }

/** What this desk marked of the call requests, on this computer. Shared: navigation and window title count the new ones. */
export const useTriage = defineStore('triage', () => {
  const all = useAsync(async (): Promise<Triage> => {
    const before: Triage | undefined = all.value.value
    return before ? merged(before, await ask('triage:readAfter', { revision: before.revision })) : ask('triage:read')
  })
  /** Changes that are on their way: shown at once. */
  const underWay = shallowRef<readonly MarkChange[]>([])
  const steps = shallowRef<readonly Step[]>([])
  let reading: Promise<void> = Promise.resolve()
  const read = () => { reading = all.run() }

  const kept = computed(() => new Map(all.value.value?.marks.map((mark) => [mark.id, mark])))
  const marks = computed(() => {
    if (underWay.value.length === 0) return kept.value
    const shown = new Map(kept.value)
    for (const change of underWay.value) shown.set(change.id, withChange(shown.get(change.id) ?? untouched(change.id), change))
    return shown
  })

  /** Reads the marks and follows their changes; returns what ends it and forgets them. */
  const start = () => {
    read()
    const stop = listen('triage:changed', read)
    return () => {
      stop()
      all.reset()
      steps.value = []
    }
  }

  /** Shows changes at once and answers with what undoes them. Throws `AppFailure`: then they are shown no more. */
  async function change(changes: MarkChange[]): Promise<MarkChange[]> {
    underWay.value = [...underWay.value, ...changes]
    try {
      const undo = await ask('triage:change', changes)
      // Main told of the change before it answered: what is read now holds it.
      await reading
      return undo
    } finally {
      underWay.value = underWay.value.filter((each) => !changes.includes(each))
    }
  }

  /** Changes marks so that it can be undone; `words` say what was done. Throws `AppFailure`. */
  async function mark(changes: MarkChange[], words: string): Promise<void> {
    const undo = await change(changes)
    if (undo.length > 0) steps.value = [...steps.value, { undo, words }].slice(-MOST_STEPS)
  }

  /** Undoes the latest change that was not undone yet; undefined when there is none. Throws `AppFailure`: then it can be tried again. */
  async function undo(): Promise<{ ids: number[], words: string } | undefined> {
    const last = steps.value.at(-1)
    if (!last) return undefined
    steps.value = steps.value.slice(0, -1)
    try {
      await change(last.undo)
    } catch (cause) {
      steps.value = [...steps.value, last]
      throw cause
    }
    return { ids: last.undo.map(({ id }) => id), words: last.words }
  }

  return {
    triage: all.value,
    /** By the request's id; one without a mark was there before this desk first looked, and is seen. */
    marks,
    /** How many requests on the server are new. */
    unseen: computed(() => all.value.value?.unseen ?? 0),
    start, change, mark, undo,
    /** Keeps how this person signs what they take in hand. Throws `AppFailure`. */
    sign: (initials: string) => ask('triage:sign', { initials }),
  }
})

/** With thousands of marks only those come that changed. */
function merged(before: Triage, answer: Triage): Triage {
  if (!answer.partial) return answer
  const marks = new Map(before.marks.map((mark) => [mark.id, mark]))
  for (const mark of answer.marks) marks.set(mark.id, mark)
  return { ...answer, marks: [...marks.values()] }
}
