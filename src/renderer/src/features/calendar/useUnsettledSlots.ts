import { shallowRef, watch, type ShallowRef } from 'vue'
import type { OutboxEntry } from '@shared/domain/outbox'
import type { DayQuery } from '@shared/domain/slot'
import { appErrorOf } from '@renderer/composables/appErrorOf'
import { ask, listen } from '@renderer/services/desk'
import { unsettledSlots, type UnsettledSlot } from './unsettledSlots'

export interface UnsettledSlots {
  slots: ShallowRef<readonly UnsettledSlot[]>
  /** Starts following the outbox; returns what ends it. */
  open: () => () => void
  /** Takes a slot of uncertain outcome off the board. Throws `AppFailure`. */
  dismiss: (id: number) => Promise<void>
}

interface Board<Query> {
  /** The same object as long as the same is shown. */
  wanted: () => Query | undefined
  load: () => Promise<unknown> | undefined
  /** What the outbox has of it. */
  entries: (query: Query) => Promise<OutboxEntry[]>
}

/**
 * Slots of the shown days on their way to the server, of jobs too. One that is settled leaves the board only after `load` has brought
 * the published slots, so that it does not vanish in between.
 */
export function useUnsettledSlots<Query extends object = DayQuery>({ wanted, load, entries }: Board<Query>): UnsettledSlots {
  const slots = shallowRef<readonly UnsettledSlot[]>([])
  const ids = new Map<string, number>()
  const idOf = (key: string) => {
    const id = ids.get(key) ?? -1 - ids.size
    ids.set(key, id)
    return id
  }

  let isOpen = false
  let shown: Query | undefined
  const read = async () => {
    const of = wanted()
    const next = of ? unsettledSlots(await entries(of), idOf) : []
    const left = new Set(next.map(({ id }) => id))
    if (of === shown && slots.value.some(({ id }) => !left.has(id))) await load()
    if (!isOpen || of !== wanted()) return
    shown = of
    slots.value = next
  }

  // A job tells of every slot: what is told while the answer is on its way is answered by one more question.
  let isReading = false
  let isStale = false
  const readSoon = async () => {
    isStale = true
    if (isReading) return
    isReading = true
    while (isStale && isOpen) {
      isStale = false
      await read().catch(appErrorOf)
    }
    isReading = false
  }

  const open = () => {
    isOpen = true
    const stops = [watch(wanted, () => void readSoon(), { immediate: true }), listen('outbox:changed', () => void readSoon())]
    return () => {
      isOpen = false
      for (const stop of stops) stop()
    }
  }
  const dismiss = async (id: number) => {
    const slot = slots.value.find((each) => each.id === id)
    if (!slot) return
    await ask('outbox:dismiss', { key: slot.entry.key })
    slots.value = slots.value.filter((each) => each.id !== id)
  }
  return { slots, open, dismiss }
}
