import { watch } from 'vue'
import { useBoardTarget, type BoardTarget } from '@renderer/services/boardTarget'
import { usePlanner } from '@renderer/services/planner'

interface Board {
  /** What changes when the board shows something else. */
  shown: () => unknown
  /** Whether that stretch's day is on the board, with its slots. */
  hasDay: (to: BoardTarget) => boolean
  hasClinic: (clinicId: number) => boolean
  reveal: (to: BoardTarget) => void
  focus: (to: BoardTarget) => Promise<unknown> | undefined
}

/** Shows what other places point at (a row of the planner's preview) and where they lead to (a found slot), once it is on the board. */
export function useAims({ shown, hasDay, hasClinic, reveal, focus }: Board): void {
  const planner = usePlanner()
  watch([() => planner.pointed, shown], ([to]) => {
    if (!to || !hasDay(to)) return
    reveal(to)
    planner.pointed = undefined
  }, { flush: 'post' })

  const target = useBoardTarget()
  watch([() => target.wanted, shown], async ([to]) => {
    if (!to || !hasDay(to) || !hasClinic(to.clinicId)) return
    target.wanted = undefined
    await focus(to)
  }, { flush: 'post', immediate: true })
}
