import { defineStore, storeToRefs } from 'pinia'
import { nextTick, ref, shallowReactive } from 'vue'
import { actionNames, actions, strokesOf, type ActionName } from '@shared/domain/actions'
import { isCharacter } from '@shared/domain/stroke'
import { listenForKeys } from './keyboard'
import { useSettings } from './settings'

export type Tasks = Partial<Record<ActionName, () => void>>

/**
 * What can be done now: places say what they do for which action while they are on screen, keys and the command palette find it here.
 */
export const useActions = defineStore('actions', () => {
  const { settings } = storeToRefs(useSettings())
  const tasks = shallowReactive(new Map<ActionName, () => void>())
  /** An action whose place is on its way to the screen. */
  const awaited = ref<ActionName>()
  let deafen: (() => void) | undefined

  /** Offers these actions; returns what ends it. What was awaited among them is done once its place stands. */
  const offer = (offered: Tasks) => {
    const entries = Object.entries(offered) as [ActionName, () => void][]
    for (const [name, task] of entries) tasks.set(name, task)
    deafen ??= listenForKeys({ meant, run: (name) => tasks.get(name)?.() })
    const due = awaited.value && offered[awaited.value]
    if (due) {
      awaited.value = undefined
      void nextTick(due)
    }
    return () => {
      for (const [name, task] of entries) if (tasks.get(name) === task) tasks.delete(name)
      if (tasks.size > 0) return
      deafen?.()
      deafen = undefined
    }
  }

  /** Keys of an action as they are set now; without those that are switched off. */
  const strokes = (name: ActionName) =>
    strokesOf(name, settings.value.keys).filter((stroke) => settings.value.singleKeys || !isCharacter(stroke))

  /** The action on screen that this stroke means; a place's own goes before the whole desk's. */
  const meant = (stroke: string): ActionName | undefined => {
    const found = actionNames.filter((name) => tasks.has(name) && strokes(name).includes(stroke))
    return found.find((name) => actions[name].place !== 'anywhere') ?? found[0]
  }

  return { offer, strokes, awaited, taskOf: (name: ActionName) => tasks.get(name) }
})
