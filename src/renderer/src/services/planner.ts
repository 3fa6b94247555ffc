import { defineStore } from 'pinia'
import { ref, shallowRef, watch } from 'vue'
import type { DraftFields } from '@shared/domain/draft'
import type { GapPlan } from '@shared/domain/runway'
import type { Day } from '@shared/domain/time'
import type { Plan } from '@shared/planner/plan'
import { useSession } from './session'

/** A planned slot as the board draws it; `row` is its place in the preview. Times in seconds since midnight. */
export interface PlannedSlot { row: number, clinicId: number, start: number, end: number, isDoubtful: boolean }

/**
 * The slot planner beside the calendar, which any view may open: with nothing, with part of a plan or with what fills a clinic's gap.
 * Whoever opens it from another place goes to the calendar too.
 */
export const usePlanner = defineStore('planner', () => {
  const isOpen = ref(false)
  /** What the planner was opened with, for it to take; undefined once it has. */
  const proposal = shallowRef<Partial<Plan>>()
  /** What was typed into the planner for the job that was started last. */
  const sent = shallowRef<{ jobId: string, fields: DraftFields }>()
  /** What the planner goes on with, because its job was called off; undefined once it has taken it. */
  const restored = shallowRef<DraftFields>()
  /** The slots of a day that are to be created, for the board to draw; undefined without a preview. */
  const planned = shallowRef<(day: Day) => readonly PlannedSlot[]>()
  /** The clinics on the board, in order. */
  const boardClinics = shallowRef<readonly number[]>([])
  /** A planned slot that the board is asked to bring into view, and a row of the preview that the planner is. */
  const pointed = shallowRef<{ date: Day, clinicId: number, start: number, end: number }>()
  const wanted = ref<number>()

  const open = (wanted?: Partial<Plan> | GapPlan) => {
    proposal.value = wanted && ('clinicId' in wanted ? planOf(wanted) : wanted)
    isOpen.value = true
  }
  const close = () => {
    proposal.value = undefined
    restored.value = undefined
    isOpen.value = false
  }
  /** Closes it: the job goes on by itself. */
  const handOver = (jobId: string, fields: DraftFields) => {
    close()
    sent.value = { jobId, fields }
  }
  /** A job was called off before anything was sent: its plan is on the table again, unless another one is. */
  const calledOff = (jobId: string) => {
    if (sent.value?.jobId !== jobId || isOpen.value) return
    restored.value = sent.value.fields
    sent.value = undefined
    isOpen.value = true
  }

  // Another account starts without it.
  const session = useSession()
  watch(() => session.desk && `${session.desk.email} ${session.desk.server}`, () => {
    close()
    sent.value = undefined
  })

  return { isOpen, proposal, restored, planned, boardClinics, pointed, wanted, open, close, handOver, calledOff }
})

const planOf = ({ clinicId, from, until, weekdays, sessions, duration, gap }: GapPlan): Partial<Plan> => ({
  targets: [{ kind: 'clinic', id: clinicId }], from, end: { kind: 'until', day: until }, weekdays: weekdays as Plan['weekdays'],
  sessions, duration, gap,
})
