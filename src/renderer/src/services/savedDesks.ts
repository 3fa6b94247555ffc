import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { SavedDesk, SavedDesks } from '@shared/domain/savedDesk'
import { useAsync } from '@renderer/composables/useAsync'
import { ask, listen } from './desk'

const none: SavedDesks = { desks: [], startUp: null }

/** The sets of clinics that this person saved on function keys, for keys, palette and board. */
export const useSavedDesks = defineStore('savedDesks', () => {
  const all = useAsync(() => ask('savedDesks:read'))
  /** One that the board is asked to show; undefined once it does. */
  const wanted = shallowRef<SavedDesk>()
  const saved = computed(() => all.value.value ?? none)
  const desks = computed(() => saved.value.desks)

  const callUp = (key: number) => { wanted.value = desks.value.find((desk) => desk.key === key) }

  /** Reads them, asks for the one to begin with, and follows changes; returns what ends it. */
  const start = () => {
    void all.run().then(() => { if (saved.value.startUp !== null) callUp(saved.value.startUp) })
    const stop = listen('savedDesks:changed', () => void all.run())
    return () => {
      stop()
      all.reset()
      wanted.value = undefined
    }
  }

  return {
    saved, desks, wanted, callUp, start,
    /** Keeps these in place of the ones before. Throws `AppFailure`. */
    async keep(next: SavedDesks) {
      await ask('savedDesks:keep', next)
      await all.run()
    },
  }
})
