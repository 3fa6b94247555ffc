import { defineStore } from 'pinia'
import { ref, shallowRef, watch } from 'vue'
import type { GapPlan } from '@shared/domain/runway'
import type { Plan } from '@shared/planner/plan'
import { useSession } from './session'

/**
 * The slot planner beside the calendar, which any view may open: with nothing, with part of a plan or with what fills a clinic's gap.
 * Whoever opens it from another place goes to the calendar too.
 */
export const usePlanner = defineStore('planner', () => {
  const isOpen = ref(false)
  /** What the planner was opened with, for it to take; undefined once it has. */
  const proposal = shallowRef<Partial<Plan>>()

  const open = (wanted?: Partial<Plan> | GapPlan) => {
    proposal.value = wanted && ('clinicId' in wanted ? planOf(wanted) : wanted)
    isOpen.value = true
  }
  const close = () => {
    proposal.value = undefined
    isOpen.value = false
  }

  // Another account starts without it.
  const session = useSession()
  watch(() => session.desk && `${session.desk.email} ${session.desk.server}`, close)

  return { isOpen, proposal, open, close }
})

const planOf = ({ clinicId, from, until, weekdays, sessions, duration }: GapPlan): Partial<Plan> => ({
  targets: [{ kind: 'clinic', id: clinicId }], from, end: { kind: 'until', day: until }, weekdays: weekdays as Plan['weekdays'], sessions, duration,
})
