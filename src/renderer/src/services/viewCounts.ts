import { defineStore } from 'pinia'
import { shallowReactive } from 'vue'

export type Counted = 'clinics' | 'slots' | 'callRequests'

/** How much the views show, for the status line. A count is undefined while it is not known. */
export const useViewCounts = defineStore('viewCounts', () => {
  const counts = shallowReactive<Record<Counted, number | undefined>>({ clinics: undefined, slots: undefined, callRequests: undefined })

  const set = (what: Counted, count: number | undefined) => { counts[what] = count }

  return { counts, set }
})
