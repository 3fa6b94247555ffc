import { shallowRef, type ShallowRef } from 'vue'
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

/**
 * Slots on their way to the server. One that is settled leaves the board only after `load` has brought the published slots, so that
 * it does not vanish in between.
 */
export function useUnsettledSlots(load: () => Promise<unknown> | undefined): UnsettledSlots {
  const slots = shallowRef<readonly UnsettledSlot[]>([])
  const keys: string[] = []
  const idOf = (key: string) => {
    if (!keys.includes(key)) keys.push(key)
    return -1 - keys.indexOf(key)
  }
  let latest = 0

  const read = async () => {
    const mine = ++latest
    const next = unsettledSlots(await ask('outbox:read'), idOf)
    if (slots.value.some(({ id }) => !next.some((slot) => slot.id === id))) await load()
    if (mine === latest) slots.value = next
  }
  const readQuietly = () => void read().catch(appErrorOf)

  const open = () => {
    readQuietly()
    const stop = listen('outbox:changed', readQuietly)
    return () => {
      latest++
      stop()
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
